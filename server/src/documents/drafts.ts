import { problems } from '@wangdi/domain/documents/documents.problems.ts'
import { problems as general, refuse } from '@wangdi/domain/problem.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import { type CheckedDraft, checkDraft } from '@wangdi/policy/engine/library/draft.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { compilePacks, type Packs } from '@wangdi/policy/engine/packs.ts'
import { inTurn } from '@wangdi/policy/engine/library/versions.ts'
import type { PackShelf, ShelvedVersion } from '../platform/library/pack-shelf.ts'
import type { Request } from '../platform/serve.ts'
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

/** A draft checked beside the library as it stands. */
export const checkBeside = (packs: PackShelf, texts: { body: string; cases: string }): CheckedDraft =>
  checkDraft(texts, newestPacks(packs))

/** The library as if a draft within the actor's reach were published, and the first day it would be read for; a draft that cannot be read is refused. */
export async function libraryWith(
  { db, packs, whyNotReach }: Pick<Request<object>, 'db' | 'packs' | 'whyNotReach'>,
  id: Id,
): Promise<{ packs: Packs; from: Day }> {
  const draft = await findDraft(db, id)
  if (!draft) throw general.notFound({})
  refuse(await whyNotReach({ place: draft.place }))
  const { pack, findings } = checkBeside(packs, draft)
  const [first] = findings
  if (!pack) throw problems.findings({ count: findings.length, first: first?.text.zh ?? '', line: first?.line ?? null })
  const next = { pack: { ...pack, version: (newestOf(packs, pack.id)?.version ?? 0) + 1 }, from: pack.from }
  const published = packs.versions().map(({ read, valid_from }) => ({ pack: read, from: valid_from }))
  return { packs: compilePacks(inTurn([...published, next])), from: pack.from }
}
