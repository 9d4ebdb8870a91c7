import { type CheckedDraft, checkDraft } from '@wangdi/policy/engine/library/draft.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import type { PackShelf, ShelvedVersion } from '../platform/library/pack-shelf.ts'

/** The newest version of a pack; undefined when none was published. */
export const newestOf = (packs: PackShelf, id: string): ShelvedVersion | undefined =>
  packs
    .versions()
    .filter(({ pack }) => pack === id)
    .sort((a, b) => a.version - b.version)
    .at(-1)

/** The newest version of every pack: what a draft is checked against. */
export function newestPacks(packs: PackShelf): Pack[] {
  const ids = new Set(packs.versions().map(({ pack }) => pack))
  return [...ids].flatMap((id) => newestOf(packs, id)?.read ?? [])
}

/** A draft checked beside the library as it stands. */
export const checkBeside = (packs: PackShelf, texts: { body: string; cases: string }): CheckedDraft =>
  checkDraft(texts, newestPacks(packs))
