import type { SheetRow } from '../../../sheet.ts'
import { fieldsOf, type RosterField, type RosterKind, rosterKinds } from '../fields.ts'
import { recogniseHeads } from '../heads.ts'

const kinds = Object.keys(rosterKinds) as RosterKind[]
const others = (kind: RosterKind) => kinds.filter((one) => one !== kind)
// Fields that a roster of one kind has and none of the others: they tell which it is.
const telling = (kind: RosterKind): ReadonlySet<RosterField> =>
  new Set(fieldsOf[kind].filter((field) => others(kind).every((other) => !fieldsOf[other].includes(field))))

/** The kind that a sheet more likely is than the chosen one, by heads that only rosters of it have; undefined where none is. */
export function likelyKind(chosen: RosterKind, rows: readonly SheetRow[]): RosterKind | undefined {
  const told = kinds.map((kind) => {
    const own = telling(kind)
    const found = Object.keys(recogniseHeads(kind, rows).columns) as RosterField[]
    return { kind, own: found.filter((field) => own.has(field)).length }
  })
  const most = told.reduce((best, one) => (one.own > best.own ? one : best))
  const held = told.find(({ kind }) => kind === chosen)?.own ?? 0
  // A resident's roster may tell where somebody came from; one head alone decides only where the chosen kind has none.
  return most.kind !== chosen && (held === 0 ? most.own >= 1 : most.own >= held + 2) ? most.kind : undefined
}
