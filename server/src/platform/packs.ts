import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Finding } from '@wangdi/policy/engine/answer.ts'
import { compilePacks, type Packs } from '@wangdi/policy/engine/packs.ts'
import { type Clauses, clausesOf } from '@wangdi/policy/engine/clauses/lints.ts'
import { readClauses } from '@wangdi/policy/engine/clauses/reading.ts'
import { checkPack } from '@wangdi/policy/engine/pack/check.ts'
import { type Catalogue, checkLeftOut } from '@wangdi/policy/engine/pack/rows.ts'
import type { Beside, PackWithCases } from '@wangdi/policy/engine/pack/report.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { type Parsed, parseYaml, readExamples, readPackText } from '@wangdi/policy/engine/library/text.ts'
import { checkTogether } from '@wangdi/policy/engine/pack/together.ts'

/** The folder of the packs that come with the system. */
export const packFolder = fileURLToPath(new URL('../../../policy/packs/', import.meta.url))

const catalogueFile = fileURLToPath(new URL('../../../docs/functions.json', import.meta.url))

/** The clauses of the notices and the functions that serve them. */
export const readCatalogue = (): Catalogue => JSON.parse(readFileSync(catalogueFile, 'utf8')) as Catalogue

const clausesFile = fileURLToPath(new URL('../../../policy/clauses.yaml', import.meta.url))

/** Our readings of the clauses of the notices, with the documents of the packs that answer for them. */
export function readClausesOf(packs: readonly Pack[]): Clauses {
  const parsed = parseYaml('clauses.yaml', readFileSync(clausesFile, 'utf8'))
  return clausesOf('finding' in parsed ? [] : readClauses(parsed.raw).readings, packs)
}

/** All packs of a folder, read once: ready for questions, as JSON for phones, and what is wrong with them. */
export interface ReadPacks {
  packs: Packs
  /** The checked packs as plain data, in the order of the folder; what `GET /api/packs` gives. */
  list: readonly Pack[]
  withCases: readonly PackWithCases[]
  /** What is wrong with each by itself. */
  faults: readonly Finding[]
  /** The same, and what is wrong between them. */
  readonly findings: readonly Finding[]
  /** Of packs that were published one after the other: what each was written beside. */
  readonly beside?: Beside
}

function parseFile(folder: string, file: string): Parsed {
  const path = join(folder, file)
  if (existsSync(path)) return parseYaml(file, readFileSync(path, 'utf8'))
  return { finding: { file, code: 'file.missing', text: { zh: '没有这个文件', en: 'there is no such file' } } }
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
  const examples = readExamples(`${name}/cases.yaml`, parseFile(folder, `${name}/cases.yaml`))
  const left = readLeftOut(folder, `${name}/left-out.yaml`, pack, catalogue)
  const text = { zh: `编号要和文件夹同名：${name}`, en: `the id should be that of the folder, ${name}` }
  const wrongId: Finding[] = pack.id === name ? [] : [{ file, code: 'id.folder', text }]
  return {
    read: { file, pack, cases: examples.cases, leftOut: left.leftOut, lineOf: parsed.lineOf, caseLines: examples.caseLines },
    findings: [...findings, ...examples.findings, ...left.findings, ...wrongId],
  }
}

/** Packs as their texts say them, under the names of their packs: what is wrong with each, and between them. */
export function readTexts(texts: readonly { pack: string; body: string; cases: string }[]): ReadPacks {
  const all = texts.map(({ pack: id, body, cases }) => {
    const file = `${id}/pack.yaml`
    const { pack, ...read } = readPackText({ file, text: body, cases_file: `${id}/cases.yaml`, cases })
    // What stands in no rule is said beside the packs of the system only; a pack that was published here carries all it stands for.
    const leftOut = packsAtHand().withCases.find((one) => one.pack.id === id)?.leftOut ?? []
    return { findings: read.findings, read: pack && { ...read, file, pack, leftOut } }
  })
  const withCases = all.flatMap(({ read }) => (read ? [read] : []))
  const list = withCases.map(({ pack }) => pack)
  const faults = all.flatMap(({ findings }) => findings)
  return { packs: compilePacks(list), list, withCases, faults, findings: [...faults, ...checkTogether(withCases)] }
}

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()

/** Reads and checks every pack of a folder; a faulty pack is left out and stands in the findings with file, line and sentence. */
export function readPacks(folder: string = packFolder): ReadPacks {
  const names = foldersIn(folder)
  const catalogue = readCatalogue()
  const results = names.map((name) => readPack(folder, name, catalogue))
  const withCases = results.flatMap(({ read }) => (read ? [read] : []))
  const list = withCases.map(({ pack }) => pack)
  let together: readonly Finding[] | undefined
  return {
    ...{ packs: compilePacks(list), list, withCases, faults: results.flatMap((result) => result.findings) },
    // Comparing packs with each other takes longer than reading them, and few ask for it.
    get findings() {
      return [...this.faults, ...(together ??= checkTogether(withCases))]
    },
  }
}

/** A pack that comes with the system, with its two texts as they lie in the folder. */
export interface HousePack {
  pack: Pack
  body: string
  cases: string
}

let house: readonly HousePack[] | undefined

/**
 * The packs of the folder with their texts: what is kept as the first version of each. Read once for the life of the process and
 * without their cases: these were run before the system was handed out, and a start need not wait for them again.
 */
export const housePacks = (): readonly HousePack[] =>
  (house ??= foldersIn(packFolder).flatMap((name) => {
    const body = textIn(`${name}/pack.yaml`)
    const parsed = parseYaml(`${name}/pack.yaml`, body)
    const { pack } = 'finding' in parsed ? {} : checkPack({ file: `${name}/pack.yaml`, ...parsed })
    return pack ? [{ pack, body, cases: textIn(`${name}/cases.yaml`) }] : []
  }))

const textIn = (file: string): string => readFileSync(join(packFolder, file), 'utf8')

let read: ReadPacks | undefined

/** The packs that come with the system, read once for the life of the process. */
export const packsAtHand = (): ReadPacks => (read ??= readPacks())

let inForce: (() => Packs) | undefined

/** From now on questions are asked of these packs: the server says so when it holds published versions. */
export const usePacks = (current: () => Packs): void => void (inForce = current)

/** The packs that questions are asked of: those that were published, else those that come with the system. */
export const getPacks = (): Packs => (inForce ?? (() => packsAtHand().packs))()
