import { problems as general } from '@wangdi/domain/problem.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import type { DatedPack } from '@wangdi/policy/engine/library/versions.ts'
import type { PackShelf, ShelvedVersion } from '../platform/library/pack-shelf.ts'
import type { HeavyRequest } from '../platform/serve.ts'
import { judgeDraft, packOf } from './checking/judge-draft.ts'
import { findDraft } from './pack.queries.ts'

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

/** The library as if a draft were published, and the first day it would be read for; a draft that cannot be read is refused. */
export async function libraryWith(
  { read, packs, signal }: Pick<HeavyRequest<object>, 'read' | 'packs' | 'signal'>,
  id: Id,
): Promise<{ versions: DatedPack[]; from: Day }> {
  const draft = await read(({ db }) => findDraft(db, id))
  if (!draft) throw general.notFound({})
  const pack = packOf(await judgeDraft({ texts: draft, others: newestPacks(packs) }, signal), 'findings')
  const next = { pack: { ...pack, version: (newestOf(packs, pack.id)?.version ?? 0) + 1 }, from: pack.from }
  return { versions: [...publishedVersions(packs), next], from: pack.from }
}

/** Every published version with its first day. */
export const publishedVersions = (packs: PackShelf): DatedPack[] =>
  packs.versions().map(({ read, valid_from }) => ({ pack: read, from: valid_from }))
