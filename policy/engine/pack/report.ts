import type { Finding } from '../answer.ts'
import type { Packs } from '../packs.ts'
import { type Case, runCase, unreached } from './cases.ts'
import { edgesWithoutCase, rowsOf } from './coverage.ts'
import type { Pack } from './schema.ts'

/** A pack with the file it came from and its cases. */
export interface PackWithCases {
  file: string
  pack: Pack
  cases: readonly Case[]
}

/** What `pack check` and `pack test` tell: how much was read, what the packs carry, and everything that is wrong. */
export interface PackReport {
  packs: number
  rules: number
  cases: number
  rows_carried: number
  rows_missing: readonly string[]
  lints: readonly Finding[]
}

const countRules = (pack: Pack) =>
  [pack.measures, pack.limits, pack.terms, pack.settings].reduce((sum, rules) => sum + (rules?.length ?? 0), 0) +
  (pack.gradings ?? []).reduce((sum, grading) => sum + grading.grades.length, 0)

function lintsOf(packs: Packs, { file, pack, cases }: PackWithCases): Finding[] {
  const results = cases.map((asked) => runCase(packs, asked))
  const failed = results
    .filter(({ differences }) => differences.length > 0)
    .map(({ name, differences }): Finding => {
      const said = `${name}: ${differences.join('; ')}`
      return { file, code: 'case.failed', text: { zh: `例子不符：${said}`, en: said } }
    })
  const bare = unreached(pack, results).map((rule): Finding => {
    return { file, rule, code: 'case.missing', text: { zh: `${rule} 没有例子`, en: `no case reaches ${rule}` } }
  })
  const edges = edgesWithoutCase(pack, cases).map((edge): Finding => {
    return { file, code: 'case.edge-missing', text: { zh: `这一天没有例子：${edge}`, en: `no case on this day: ${edge}` } }
  })
  const rows = rowsOf(pack).missing.map((row): Finding => {
    return { file, code: 'row.missing', text: { zh: `${row} 没有规则也没有说明`, en: `neither a rule nor a reason for ${row}` } }
  })
  return [...failed, ...bare, ...edges, ...rows]
}

/** Runs every case of some packs against all of them; `findings` are those of reading them. */
export function reportPacks(packs: Packs, files: readonly PackWithCases[], findings: readonly Finding[]): PackReport {
  const rows = files.map(({ pack }) => rowsOf(pack))
  return {
    packs: files.length,
    rules: files.reduce((sum, { pack }) => sum + countRules(pack), 0),
    cases: files.reduce((sum, { cases }) => sum + cases.length, 0),
    rows_carried: new Set(rows.flatMap(({ carried }) => carried)).size,
    rows_missing: rows.flatMap(({ missing }) => missing),
    lints: [...findings, ...files.flatMap((file) => lintsOf(packs, file))],
  }
}
