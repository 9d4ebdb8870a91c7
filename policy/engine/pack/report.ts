import type { Finding } from '../answer.ts'
import type { Packs } from '../packs.ts'
import { sayFailed } from './cases/case-words.ts'
import type { Case } from './cases/case.ts'
import { runCase, unreached } from './cases/cases.ts'
import { edgesWithoutCase } from './coverage.ts'
import { type LineOf, lineOfRule } from './located.ts'
import { accountRows, type Catalogue, catalogueOf, type LeftOut, unknownRows } from './rows.ts'
import type { Pack } from './schema.ts'

/** A pack with the file it came from, its cases, and the clauses that no rule of it carries. */
export interface PackWithCases {
  file: string
  pack: Pack
  cases: readonly Case[]
  leftOut: readonly LeftOut[]
  /** Where rules and cases stand in their files; not at hand for packs that were not read from text. */
  lineOf?: LineOf
  caseLines?: readonly (number | undefined)[]
}

/** What `pack check` and `pack test` tell: how much was read, what the packs carry, and everything that is wrong. */
export interface PackReport {
  packs: number
  rules: number
  cases: number
  /** Clauses that ask something of software and are carried by a rule or left to a named function. */
  rows_carried: number
  rows_missing: readonly string[]
  lints: readonly Finding[]
}

const countRules = (pack: Pack) =>
  [pack.measures, pack.limits, pack.rights, pack.terms, pack.settings].reduce((sum, rules) => sum + (rules?.length ?? 0), 0) +
  (pack.gradings ?? []).reduce((sum, grading) => sum + grading.grades.length, 0)

function lintsOf(packs: Packs, read: PackWithCases, catalogue: Catalogue): Finding[] {
  const { file, pack, cases, leftOut, caseLines } = read
  const results = cases.map((asked) => runCase(packs, asked))
  const failed = results
    .map((result, nth) => ({ ...result, line: caseLines?.[nth] }))
    .filter(({ differences }) => differences.length > 0)
    .map(({ name, differences, line }): Finding => {
      const text = sayFailed(name, differences)
      return { file: file.replace('pack.yaml', 'cases.yaml'), code: 'case.failed', text, ...(line !== undefined && { line }) }
    })
  const bare = unreached(pack, results).map((rule): Finding => {
    const text = { zh: `${rule} 没有例子`, en: `no case reaches ${rule}` }
    return { file, rule, code: 'case.missing', text, ...lineOfRule(read, rule) }
  })
  const edges = edgesWithoutCase(pack, cases).map((edge): Finding => {
    return { file, code: 'case.edge-missing', text: { zh: `这一天没有例子：${edge}`, en: `no case on this day: ${edge}` } }
  })
  const own = accountRows(catalogueOf(catalogue, pack), [{ pack, leftOut }])
  const rows = own.missing.map((row): Finding => {
    return { file, code: 'row.missing', text: { zh: `${row} 没有规则也没有说明`, en: `neither a rule nor a reason for ${row}` } }
  })
  const unknown = unknownRows(catalogue, pack).map((row): Finding => {
    return { file, code: 'row.unknown', text: { zh: `没有 ${row} 这一条`, en: `there is no clause ${row}` } }
  })
  return [...failed, ...bare, ...edges, ...rows, ...unknown]
}

/** Runs every case of some packs against all of them, and counts the clauses of `counted`; `findings` are those of reading them. */
export function reportPacks(
  packs: Packs,
  files: readonly PackWithCases[],
  catalogue: Catalogue,
  findings: readonly Finding[],
  counted: Catalogue = catalogue,
): PackReport {
  const rows = accountRows(counted, files)
  return {
    packs: files.length,
    rules: files.reduce((sum, { pack }) => sum + countRules(pack), 0),
    cases: files.reduce((sum, { cases }) => sum + cases.length, 0),
    rows_carried: rows.carried.length,
    rows_missing: rows.missing,
    lints: [...findings, ...files.flatMap((file) => lintsOf(packs, file, catalogue))],
  }
}
