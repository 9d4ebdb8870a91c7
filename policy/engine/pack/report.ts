import type { Finding } from '../answer.ts'
import { type Packs, subjectOf } from '../packs.ts'
import { sayFailed } from './cases/case-words.ts'
import type { Case } from './cases/case.ts'
import { type CaseResult, runCase, unreached } from './cases/cases.ts'
import { type Clauses, clauseLints } from '../clauses/lints.ts'
import { edgesWithoutCase, sayEdges, sayUnreached } from './coverage.ts'
import { type LineOf, rulesOf } from './located.ts'
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
  /** Cases that what was published later answers otherwise: to be known, nothing to mend. */
  changed: readonly Finding[]
}

const countRules = (pack: Pack) =>
  [pack.measures, pack.limits, pack.rights, pack.terms, pack.settings].reduce((sum, rules) => sum + (rules?.length ?? 0), 0) +
  (pack.gradings ?? []).reduce((sum, grading) => sum + grading.grades.length, 0)

/** What a failed case is about: the rule it wants, or what came out otherwise; one slip fails many cases. */
function topicOf(asked: Case | undefined, differences: readonly { en: string }[]): string {
  if (asked && 'rule' in asked && asked.rule) return asked.rule
  const [first] = differences
  return /^(?:measure|limit|right|rule): (\S+)/.exec(first?.en ?? '')?.[1] ?? first?.en.split(':')[0] ?? ''
}

function failedIn({ file, pack, cases, caseLines }: PackWithCases, results: readonly CaseResult[]): Finding[] {
  const topics = new Map<string, { nth: number; count: number }>()
  for (const [nth, { differences }] of results.entries()) {
    if (differences.length === 0) continue
    const topic = topicOf(cases[nth], differences)
    const before = topics.get(topic)
    if (before) before.count += 1
    else topics.set(topic, { nth, count: 1 })
  }
  // What becomes of other packs' rules and of controls follows from the rules of this one: where cases name these, they are told.
  const ids = new Set(rulesOf(pack).map(({ rule }) => rule.id))
  const named = [...topics].filter(([topic]) => ids.has(topic))
  return (named.length > 0 ? named : [...topics]).map(([, { nth, count }]): Finding => {
    const result = results[nth]
    const text = result ? sayFailed(result.name, result.differences) : { zh: '', en: '' }
    const others =
      count > 1 ? { zh: `（同样不符的还有 ${count - 1} 个）`, en: ` (and ${count - 1} more like it)` } : { zh: '', en: '' }
    const line = caseLines?.[nth]
    return {
      ...{ file: file.replace('pack.yaml', 'cases.yaml'), code: 'case.failed' },
      text: { zh: text.zh + others.zh, en: text.en + others.en },
      ...(line !== undefined && { line }),
    }
  })
}

function rowLints({ file, pack, leftOut }: PackWithCases, catalogue: Catalogue): Finding[] {
  const own = accountRows(catalogueOf(catalogue, pack), [{ pack, leftOut }])
  const rows = own.missing.map((row): Finding => {
    return { file, code: 'row.missing', text: { zh: `${row} 没有规则也没有说明`, en: `neither a rule nor a reason for ${row}` } }
  })
  const unknown = unknownRows(catalogue, pack).map((row): Finding => {
    return { file, code: 'row.unknown', text: { zh: `没有 ${row} 这一条`, en: `there is no clause ${row}` } }
  })
  return [...unknown, ...rows]
}

/** What the cases of a pack come to, and which of them came out otherwise only because of what was published since. */
interface Ran {
  readonly results: readonly CaseResult[]
  readonly changed: readonly CaseResult[]
}

function runCases(packs: Packs, read: PackWithCases, beside: Beside | undefined): Ran {
  const results = read.cases.map((asked) => runCase(packs, asked, subjectOf(read.pack)))
  return { results, changed: changedIn(read, results, beside) }
}

function caseLints(read: PackWithCases, { results, changed }: Ran): Finding[] {
  const { file, pack, cases } = read
  const failed = failedIn(
    read,
    results.map((one) => (changed.includes(one) ? { ...one, differences: [] } : one)),
  )
  if (failed.length > 0) return failed
  return [...sayUnreached(read, unreached(pack, results)), ...sayEdges(file, edgesWithoutCase(pack, cases))]
}

/** The packs as they stood when the newest version of a pack was published: what its cases were written beside. */
export type Beside = (pack: string) => Packs

/** Cases that come out otherwise only because of what was published since: nobody wrote them wrong. */
function changedIn({ pack, cases }: PackWithCases, results: readonly CaseResult[], beside: Beside | undefined): CaseResult[] {
  const failed = results.flatMap((result, nth) => (result.differences.length > 0 ? [{ result, asked: cases[nth] }] : []))
  if (!beside || failed.length === 0) return []
  const before = beside(pack.id)
  return failed.flatMap(({ result, asked }) =>
    asked && runCase(before, asked, subjectOf(pack)).differences.length === 0 ? [result] : [],
  )
}

/** Says of each pack how many of its cases a notice published since answers otherwise, with the first of them; nothing to mend. */
function sayChanged(read: PackWithCases, { results, changed }: Ran): Finding[] {
  const [first, ...others] = changed
  if (!first) return []
  const line = read.caseLines?.[results.indexOf(first)]
  const said = sayFailed(first.name, first.differences)
  const count = others.length + 1
  const text = {
    zh: `${count} 个例子按发布时的规则成立，后来发布的文件让答案多了或变了，不用改：${said.zh}`,
    en: `${count} of its cases hold by the rules it was published beside; what was published since answers more or otherwise, nothing to mend: ${said.en}`,
  }
  const file = read.file.replace('pack.yaml', 'cases.yaml')
  return [{ file, code: 'case.changed', text, ...(line !== undefined && { line }) }]
}

/**
 * What is wrong with one pack that could be read, the true thing first: what its rules say otherwise than their clauses; else clauses
 * that no rule carries; else cases that do not come out. What a slip brings after it is left out until the slip is mended.
 */
function lintsOf(
  read: PackWithCases,
  catalogue: Catalogue,
  clauses: Clauses | undefined,
  ranOf: (read: PackWithCases) => Ran,
): Finding[] {
  const said = clauses ? clauseLints(read, clauses) : []
  if (said.length > 0) return said
  const rows = rowLints(read, catalogue)
  return rows.length > 0 ? rows : caseLints(read, ranOf(read))
}

const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/'))

/**
 * Runs every case of some packs against all of them, holds their rules against the readings of their clauses, and counts the clauses of
 * `counted`; `findings` are those of reading them. Where packs were published one after the other, `beside` says what each was written beside.
 */
export function reportPacks(
  packs: Packs,
  files: readonly PackWithCases[],
  catalogue: Catalogue,
  findings: readonly Finding[],
  counted: Catalogue = catalogue,
  clauses?: Clauses,
  beside?: Beside,
): PackReport {
  const faulty = new Set(findings.map(({ file }) => folderOf(file)))
  const isWhole = findings.every(({ file }) => files.some((one) => folderOf(one.file) === folderOf(file)))
  // A pack that could not be read is missed by the cases of the others: these wait until it is mended.
  const judged = files.filter(({ file }) => !faulty.has(folderOf(file)))
  const ran = new Map<PackWithCases, Ran>()
  // The cases of a pack are run once, and only where something is said of them.
  const ranOf = (read: PackWithCases): Ran => {
    const known = ran.get(read) ?? runCases(packs, read, beside)
    ran.set(read, known)
    return known
  }
  const lints = judged.flatMap((file) =>
    isWhole ? lintsOf(file, catalogue, clauses, ranOf) : clauses ? clauseLints(file, clauses) : [],
  )
  const rows = accountRows(counted, files)
  return {
    packs: files.length,
    rules: files.reduce((sum, { pack }) => sum + countRules(pack), 0),
    cases: files.reduce((sum, { cases }) => sum + cases.length, 0),
    rows_carried: rows.carried.length,
    rows_missing: rows.missing,
    lints: [...findings, ...lints],
    changed: beside ? judged.flatMap((file) => sayChanged(file, ranOf(file))) : [],
  }
}
