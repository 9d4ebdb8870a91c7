import { LineCounter, parseDocument } from 'yaml'
import type { Finding } from '../answer.ts'
import type { Case } from '../pack/cases/case.ts'
import { readCases, whyUnreadable } from '../pack/cases/cases.ts'
import { checkPack } from '../pack/check.ts'
import type { LineOf } from '../pack/located.ts'
import type { Pack } from '../pack/schema.ts'
import { readInParts, startOf, TooLong, whyNotRead } from './parts.ts'
import { slipBefore, slipsAt } from '../slips/choose.ts'
import { type Slip, saySlip } from '../slips/slip.ts'
import { findUnfinished } from './unfinished.ts'

/** The two texts of a pack, as they lie in its folder or in an editor; the names are what findings say. */
export interface PackText {
  file: string
  text: string
  cases_file: string
  cases: string
}

/** A pack as its texts say it; without a pack when something is wrong, which stands in the findings with its line. */
export interface ReadPack {
  pack?: Pack
  /** Where rules stand in the first text. */
  lineOf?: LineOf
  cases: Case[]
  /** Where each case stands in the second text. */
  caseLines: (number | undefined)[]
  findings: Finding[]
  /** Words without an English side, of a draft alone. */
  english: Finding[]
}

/** A parsed text with the line of each key, or the finding that it cannot be read. */
export type Parsed = { raw: unknown; lineOf: LineOf } | { finding: Finding }

/** No notice needs more levels of conditions; deeper texts only exhaust a machine. */
const deepest = 30

function isDeeper(raw: unknown, levels: number): boolean {
  if (typeof raw !== 'object' || raw === null) return false
  return levels === 0 || Object.values(raw).some((each) => isDeeper(each, levels - 1))
}

function broken(file: string, why: string, line?: number, sign?: string): { finding: Finding } {
  // The parser repeats the line and draws an arrow below it; its first words are the reason.
  const [reason = ''] = why.split(/ at line \d|\n/)
  const zh = sign ? `内容不能以 ${sign} 开头，要用 ' 括起来` : '从这里读不下去了：看看这一行和上一行的缩进、冒号和引号'
  const text = { zh, en: `the YAML cannot be read: ${reason}` }
  return { finding: { file, code: 'yaml.broken', text, ...(line !== undefined && { line }) } }
}

const findingOf = (file: string, slip: Slip): Finding => ({ file, line: slip.line, ...saySlip(slip) })

/** What is wrong with a pack; where slips of the hand explain it these alone, since the rest is told when they are mended. */
function explained(file: string, text: string, findings: Finding[]): Finding[] {
  const lines = findings.flatMap(({ line }) => line ?? [])
  const slips = slipsAt(text, lines)
  if (slips.length === 0) return findings
  const isSure = slips.every(({ sure }) => sure)
  const others = isSure ? [] : findings.filter(({ line }) => !slips.some((slip) => slip.line === line))
  return [...slips.map((slip) => findingOf(file, slip)), ...others]
}

const tooLong = (file: string): { finding: Finding } => {
  const text = { zh: '写得太多了，分成几个规则包', en: 'too much for one text: split it into several packs' }
  return { finding: { file, code: 'yaml.too-long', text } }
}

/** A text that cannot be cut into parts, or of which a part cannot be read: read as one, so that the fault is told as it stands there. */
function parseWhole(file: string, text: string): Parsed {
  const why = whyNotRead(text)
  if (why) return broken(file, why.why, why.line, why.sign)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [fault] = document.errors
  if (fault) {
    const slip = slipBefore(text, fault.linePos?.[0].line ?? 1)
    return slip ? { finding: findingOf(file, slip) } : broken(file, fault.message, fault.linePos?.[0].line)
  }
  const raw: unknown = document.toJS({ maxAliasCount: 0 })
  const lineOf: LineOf = (path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const start = startOf(document, path.slice(0, length))
      if (start !== undefined) return lines.linePos(start).line
    }
    return undefined
  }
  return { raw, lineOf }
}

function parseOnce(file: string, text: string): Parsed {
  const read = readInParts(text)
  if (read && !('why' in read)) return read
  try {
    return parseWhole(file, text)
  } catch (error) {
    if (!(error instanceof TooLong) || !read) throw error
    // Too long to be read as one, though each part of it is not: the fault of the part is told.
    const slip = slipBefore(text, read.line)
    return slip ? { finding: findingOf(file, slip) } : broken(file, read.why, read.line, read.sign)
  }
}

/** Reads one YAML text; tags, aliases, endless brackets, too many levels and too many signs are findings, never a failure. */
export function parseYaml(file: string, text: string): Parsed {
  try {
    const parsed = parseOnce(file, text)
    return 'raw' in parsed && isDeeper(parsed.raw, deepest) ? broken(file, 'too many levels') : parsed
  } catch (error) {
    if (error instanceof TooLong) return tooLong(file)
    // Aliases that grow and brackets that never end are thrown, not listed.
    return broken(file, (error as Error).message)
  }
}

/** The cases of a parsed cases.yaml with their lines, and a finding for each that has not the form of one. */
export function readExamples(file: string, parsed: Parsed): Pick<ReadPack, 'cases' | 'caseLines' | 'findings'> {
  if ('finding' in parsed) return { cases: [], caseLines: [], findings: [parsed.finding] }
  // Text without the dash of a list would be no case at all, and nobody would be told.
  if (parsed.raw !== null && parsed.raw !== undefined && !Array.isArray(parsed.raw)) {
    const said = { zh: '例子要一条一条写，每条以“- ”开头', en: 'cases are written one after the other, each begun with “- ”' }
    return { cases: [], caseLines: [], findings: [{ file, line: 1, code: 'case.unreadable', text: said }] }
  }
  const { cases, unreadable } = readCases(parsed.raw)
  const findings = unreadable.map((nth): Finding => {
    const line = parsed.lineOf([nth - 1])
    const why = whyUnreadable((parsed.raw as unknown[])[nth - 1])
    const said = { zh: `第 ${nth} 个例子看不懂：${why.zh}`, en: `case ${nth} has not the form of a case: ${why.en}` }
    return { file, code: 'case.unreadable', text: said, ...(line !== undefined && { line }) }
  })
  const nths = Array.from({ length: cases.length + unreadable.length }, (_, nth) => nth).filter(
    (nth) => !unreadable.includes(nth + 1),
  )
  return { cases, caseLines: nths.map((nth) => parsed.lineOf([nth])), findings }
}

/** Reads and checks the texts of one pack by itself; how it stands with other packs is another question (`checkTogether`). */
export function readPackText(texts: PackText): ReadPack {
  const parsed = parseYaml(texts.file, texts.text)
  if ('finding' in parsed) return { cases: [], caseLines: [], findings: [parsed.finding], english: [] }
  return { ...readParsed(texts, parsed), english: [] }
}

/** Reads the texts of a draft like those of a pack, but English may still be missing, and blanks of its template are findings. */
export function readDraftText(texts: PackText): ReadPack {
  const parsed = parseYaml(texts.file, texts.text)
  if ('finding' in parsed) return { cases: [], caseLines: [], findings: [parsed.finding], english: [] }
  const { raw, blanks, english } = findUnfinished(texts.file, parsed.raw, parsed.lineOf)
  const read = readParsed(texts, { ...parsed, raw })
  return { ...read, findings: [...blanks, ...read.findings], english: [...english] }
}

type Readable = Exclude<Parsed, { finding: Finding }>

function readParsed({ file, text, cases_file, cases }: PackText, parsed: Readable): Omit<ReadPack, 'english'> {
  const { pack, findings } = checkPack({ file, ...parsed })
  if (!pack) return { cases: [], caseLines: [], findings: explained(file, text, findings) }
  const examples = readExamples(cases_file, parseYaml(cases_file, cases))
  return { pack, lineOf: parsed.lineOf, ...examples, findings: [...findings, ...examples.findings] }
}
