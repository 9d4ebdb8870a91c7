import Type, { type Static } from 'typebox'
import Value from 'typebox/value'
import type { Words } from '../../vocabulary.ts'
import type { Finding } from '../answer.ts'
import type { PackFile } from './check.ts'
import { type Pack, Row } from './schema.ts'

/** What the notices demand: functions with the clauses behind each, and the clauses that exhort and leave nothing to build. */
export interface Catalogue {
  functions: readonly { id: string; rows: readonly string[] }[]
  textOnly: readonly string[]
}

const closed = { additionalProperties: false }
/** A clause that no rule of a pack carries: the function that serves it, or why there is nothing to build. */
export const LeftOut = Type.Union([
  Type.Object({ row: Row, function: Type.String({ pattern: '^[A-Z0-9-]+$' }) }, closed),
  Type.Object({ row: Row, reason: Type.String({ minLength: 1 }) }, closed),
])
export type LeftOut = Static<typeof LeftOut>

/** The clauses that a rule of a pack carries: a measure, limit, right, term, grade, tier or strategy. */
export function rowsCarried(pack: Pack): string[] {
  const rules = [
    ...(pack.measures ?? []),
    ...(pack.limits ?? []),
    ...(pack.rights ?? []),
    ...(pack.terms ?? []),
    ...(pack.turns ?? []),
    ...(pack.tiers?.list ?? []),
    ...(pack.strategy ? [pack.strategy] : []),
    ...(pack.gradings ?? []).flatMap((grading) => grading.grades),
  ]
  return [...new Set(rules.flatMap((rule) => rule.rows ?? []))].filter((row) => row.startsWith('R-'))
}

const isOf = (row: string, pack: Pack) => pack.carries !== undefined && row.startsWith(`${pack.carries}-`)

function faultOf(entry: LeftOut, pack: Pack, { functions, textOnly }: Catalogue): { code: string; text: Words } | undefined {
  const { row } = entry
  const serves = functions.find(({ rows }) => rows.includes(row))?.id
  const code = (name: string, zh: string, en: string) => ({ code: `left-out.${name}`, text: { zh, en } })
  if (!isOf(row, pack)) return code('document', `${row} 不是这份文件的条款`, `${row} is no clause of this document`)
  if (!serves && !textOnly.includes(row)) return code('row', `没有 ${row} 这一条`, `there is no clause ${row}`)
  if (rowsCarried(pack).includes(row)) return code('carried', `${row} 已经有规则，不用再列`, `a rule carries ${row} already`)
  if ('reason' in entry) {
    if (!serves) return undefined
    return code('needs-function', `${row} 要写由哪项功能承担：${serves}`, `say which function serves ${row}: ${serves}`)
  }
  if (!serves)
    return code('text-only', `${row} 只是号召，写 reason 不写 function`, `${row} only exhorts: give a reason, no function`)
  if (entry.function === serves) return undefined
  return code(
    'function',
    `${row} 由 ${serves} 承担，不是 ${entry.function}`,
    `${row} is served by ${serves}, not ${entry.function}`,
  )
}

/** The clauses a pack leaves out, from its parsed left-out.yaml, and what is wrong with the list, by line. */
export function checkLeftOut(
  { file, raw, lineOf }: PackFile,
  pack: Pack,
  catalogue: Catalogue,
): { leftOut: LeftOut[]; findings: Finding[] } {
  const list: unknown[] = Array.isArray(raw) ? raw : [raw]
  const isEntry = (entry: unknown): entry is LeftOut => Value.Check(LeftOut, entry)
  const seen = new Set<string>()
  const findings = list.flatMap((entry, index): Finding[] => {
    const line = lineOf?.([index])
    const say = (fault: { code: string; text: Words }) => [{ file, ...fault, ...(line !== undefined && { line }) }]
    if (!isEntry(entry)) {
      const text = { zh: '每行写 row 和 function，或 row 和 reason', en: 'a line has row and function, or row and reason' }
      return say({ code: 'left-out.form', text })
    }
    if (seen.has(entry.row)) {
      return say({ code: 'left-out.repeated', text: { zh: `${entry.row} 列了两次`, en: `${entry.row} is listed twice` } })
    }
    seen.add(entry.row)
    const fault = faultOf(entry, pack, catalogue)
    return fault ? say(fault) : []
  })
  return { leftOut: list.filter(isEntry), findings }
}

/** The clauses of a notice's catalogue that its packs account for, and those that stand nowhere; `carried` leaves out mere exhortations. */
export function accountRows(
  catalogue: Catalogue,
  files: readonly { pack: Pack; leftOut: readonly LeftOut[] }[],
): { carried: string[]; missing: string[] } {
  const found = new Set(files.flatMap(({ pack, leftOut }) => [...rowsCarried(pack), ...leftOut.map(({ row }) => row)]))
  const functional = catalogue.functions.flatMap(({ rows }) => rows)
  return {
    carried: functional.filter((row) => found.has(row)),
    missing: [...functional, ...catalogue.textOnly].filter((row) => !found.has(row)),
  }
}

/** The part of the catalogue that stands in the document of a pack. */
export const catalogueOf = ({ functions, textOnly }: Catalogue, pack: Pack): Catalogue => ({
  functions: functions.map(({ id, rows }) => ({ id, rows: rows.filter((row) => isOf(row, pack)) })),
  textOnly: textOnly.filter((row) => isOf(row, pack)),
})

/** Clauses that rules of a pack name and no notice has: slips of the pen. Clauses of the law (R-LAW-n) have a list of their own. */
export function unknownRows({ functions, textOnly }: Catalogue, pack: Pack): string[] {
  const known = new Set([...functions.flatMap(({ rows }) => rows), ...textOnly])
  return rowsCarried(pack).filter((row) => !known.has(row) && !row.startsWith('R-LAW-'))
}
