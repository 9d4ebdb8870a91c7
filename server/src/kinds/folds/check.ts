import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { headsOf, type HeadsOf, listHeads, listHeadsAbove, type StoredHead } from './heads.queries.ts'
import { differing, refold } from './refold.ts'

/** A head that is stored otherwise than its acts give: of which kind, which one, and in what; nothing that it says. */
export interface Differing {
  readonly kind: string
  readonly id: Id
  readonly columns: readonly string[]
}

/** How many heads of a county were compared with the folds of their acts, those that differ, and those of kinds no longer declared. */
export interface FoldsChecked {
  readonly compared: Readonly<Record<HeadsOf, number>>
  readonly undeclared: number
  readonly differ: readonly Differing[]
}

const atOnce = 500

async function differingAmong(db: Db, kinds: ReadonlyMap<string, Kind>, heads: readonly StoredHead[]): Promise<Differing[]> {
  const folded = heads.flatMap((head) => {
    const kind = kinds.get(head.kind)
    const made = kind && refold(kind, head)
    return made ? [{ head, made }] : []
  })
  const isAbove = folded.flatMap(({ head, made }) => (made.above ? [head.id] : []))
  const above = isAbove.length > 0 ? await listHeadsAbove(db, isAbove) : new Map<Id, object>()
  return folded.flatMap(({ head, made }) => {
    const columns = [
      ...differing(head, made.head),
      ...(made.above ? differing({ ...above.get(head.id) }, made.above).map((name) => `above.${name}`) : []),
    ]
    return columns.length > 0 ? [{ kind: head.kind, id: head.id, columns }] : []
  })
}

/** Compares every stored head of the transaction's county with what its acts give by themselves; changes nothing. */
export async function checkFolds(db: Db, declared: readonly Kind[]): Promise<FoldsChecked> {
  const kinds = new Map<string, Kind>(declared.map((kind) => [kind.name, kind]))
  const compared = { requests: 0, things: 0, documents: 0 }
  const differ: Differing[] = []
  let undeclared = 0
  for (const table of headsOf) {
    let after: Id | null = null
    for (;;) {
      const heads: StoredHead[] = await listHeads(db, table, after, atOnce)
      const known = heads.filter(({ kind }) => kinds.has(kind))
      compared[table] += known.length
      undeclared += heads.length - known.length
      differ.push(...(await differingAmong(db, kinds, known)))
      after = heads.at(-1)?.id ?? null
      if (heads.length < atOnce) break
    }
  }
  return { compared, undeclared, differ }
}
