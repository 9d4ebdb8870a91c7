import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Finding } from '@wangdi/policy/engine/answer.ts'
import { compilePacks, type Packs } from '@wangdi/policy/engine/packs.ts'
import { type Case, readCases } from '@wangdi/policy/engine/pack/cases.ts'
import { checkPack } from '@wangdi/policy/engine/pack/check.ts'
import { type Catalogue, checkLeftOut } from '@wangdi/policy/engine/pack/rows.ts'
import type { PackWithCases } from '@wangdi/policy/engine/pack/report.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { checkTogether } from '@wangdi/policy/engine/pack/together.ts'
import { LineCounter, parseDocument } from 'yaml'

/** The folder of the packs that come with the system. */
export const packFolder = fileURLToPath(new URL('../../../policy/packs/', import.meta.url))

const catalogueFile = fileURLToPath(new URL('../../../docs/functions.json', import.meta.url))

/** The clauses of the notices and the functions that serve them. */
export const readCatalogue = (): Catalogue => JSON.parse(readFileSync(catalogueFile, 'utf8')) as Catalogue

/** All packs of a folder, read once: ready for questions, as JSON for phones, and what is wrong with them. */
export interface ReadPacks {
  packs: Packs
  /** The checked packs as plain data, in the order of the folder; what `GET /api/packs` gives. */
  list: readonly Pack[]
  withCases: readonly PackWithCases[]
  findings: readonly Finding[]
}

function lineReader(text: string) {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const lineOf = (path: readonly (string | number)[]): number | undefined => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
      const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
      if (Array.isArray(range) && typeof range[0] === 'number') return lines.linePos(range[0]).line
    }
    return undefined
  }
  return { document, lineOf }
}

type Parsed = { raw: unknown; lineOf: ReturnType<typeof lineReader>['lineOf'] } | { finding: Finding }

function parseFile(folder: string, file: string): Parsed {
  const path = join(folder, file)
  if (!existsSync(path)) {
    return { finding: { file, code: 'file.missing', text: { zh: '没有这个文件', en: 'there is no such file' } } }
  }
  const { document, lineOf } = lineReader(readFileSync(path, 'utf8'))
  const [broken] = document.errors
  if (broken) {
    const line = broken.linePos?.[0].line
    const text = { zh: 'YAML 写坏了，读不出来', en: `the YAML cannot be read: ${broken.message}` }
    return { finding: { file, code: 'yaml.broken', text, ...(line !== undefined && { line }) } }
  }
  return { raw: document.toJS({ maxAliasCount: 0 }), lineOf }
}

function readExamples(folder: string, file: string): { cases: Case[]; caseLines: (number | undefined)[]; findings: Finding[] } {
  const parsed = parseFile(folder, file)
  if ('finding' in parsed) return { cases: [], caseLines: [], findings: [parsed.finding] }
  const { cases, unreadable } = readCases(parsed.raw)
  const findings = unreadable.map((nth): Finding => {
    const line = parsed.lineOf([nth - 1])
    const text = { zh: `第 ${nth} 个例子看不懂`, en: `case ${nth} has not the form of a case` }
    return { file, code: 'case.unreadable', text, ...(line !== undefined && { line }) }
  })
  const nths = Array.from({ length: cases.length + unreadable.length }, (_, nth) => nth).filter(
    (nth) => !unreadable.includes(nth + 1),
  )
  return { cases, caseLines: nths.map((nth) => parsed.lineOf([nth])), findings }
}

function readLeftOut(folder: string, file: string, pack: Pack, catalogue: Catalogue) {
  // Most packs stand for no notice of the catalogue, and leave nothing out.
  if (!existsSync(join(folder, file))) return { leftOut: [], findings: [] }
  const parsed = parseFile(folder, file)
  return 'finding' in parsed ? { leftOut: [], findings: [parsed.finding] } : checkLeftOut({ file, ...parsed }, pack, catalogue)
}

function readPack(folder: string, name: string, catalogue: Catalogue): { findings: Finding[]; read?: PackWithCases } {
  const file = `${name}/pack.yaml`
  const parsed = parseFile(folder, file)
  if ('finding' in parsed) return { findings: [parsed.finding] }
  const { pack, findings } = checkPack({ file, ...parsed })
  if (!pack) return { findings }
  const examples = readExamples(folder, `${name}/cases.yaml`)
  const left = readLeftOut(folder, `${name}/left-out.yaml`, pack, catalogue)
  const text = { zh: `编号要和文件夹同名：${name}`, en: `the id should be that of the folder, ${name}` }
  const wrongId: Finding[] = pack.id === name ? [] : [{ file, code: 'id.folder', text }]
  return {
    read: { file, pack, cases: examples.cases, leftOut: left.leftOut, lineOf: parsed.lineOf, caseLines: examples.caseLines },
    findings: [...findings, ...examples.findings, ...left.findings, ...wrongId],
  }
}

/** Reads and checks every pack of a folder; a faulty pack is left out and stands in the findings with file, line and sentence. */
export function readPacks(folder: string = packFolder): ReadPacks {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  const catalogue = readCatalogue()
  const results = names.map((name) => readPack(folder, name, catalogue))
  const withCases = results.flatMap(({ read }) => (read ? [read] : []))
  const list = withCases.map(({ pack }) => pack)
  const findings = [...results.flatMap((result) => result.findings), ...checkTogether(withCases)]
  return { packs: compilePacks(list), list, withCases, findings }
}

let read: ReadPacks | undefined

/** The packs that come with the system, read once for the life of the process. */
export const packsAtHand = (): ReadPacks => (read ??= readPacks())

/** The checked packs of the system, ready for questions. */
export const getPacks = (): Packs => packsAtHand().packs
