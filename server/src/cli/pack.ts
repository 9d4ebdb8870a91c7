import { type PackReport, reportPacks } from '@wangdi/policy/engine/pack/report.ts'
import { catalogueOf } from '@wangdi/policy/engine/pack/rows.ts'
import { lookUpIn, placesNotListed } from '@wangdi/policy/engine/own/places.ts'
import type { ShelvedVersion } from '../platform/library/pack-shelf.ts'
import { openPlaceList } from '../platform/national/place-list.ts'
import { packsAtHand, readClausesOf, type ReadPacks, readCatalogue, readTexts } from '../platform/packs.ts'
import { type Answer, readOptions, type Verb, WrongUsage } from './verb.ts'

const noClauses = { functions: [], textOnly: [] }

/** What one pack comes to; one that did not load comes to the faults that kept it out, and a name that no pack has is wrong usage. */
function reportOne({ packs, withCases, list, findings, beside }: ReadPacks, name: string): PackReport {
  const catalogue = readCatalogue()
  const only = withCases.find(({ pack }) => pack.id === name)
  const folder = only ? only.file.slice(0, only.file.indexOf('/')) : name
  const own = findings.filter(({ file }) => file.startsWith(`${folder}/`))
  if (only) return reportPacks(packs, [only], catalogue, own, catalogueOf(catalogue, only.pack), readClausesOf(list), beside)
  if (own.length > 0) return reportPacks(packs, [], catalogue, own, noClauses)
  throw new WrongUsage(`no pack ${name}; there are ${withCases.map(({ pack }) => pack.id).join(', ')}`)
}

function reportAll({ packs, withCases, list, findings, beside }: ReadPacks): PackReport {
  const catalogue = readCatalogue()
  return reportPacks(packs, withCases, catalogue, findings, catalogue, readClausesOf(list), beside)
}

/** What the packs of a folder come to, or the one of a name. */
export function checkPacks(read: ReadPacks, name: string | undefined): Answer {
  const report = name === undefined ? reportAll(read) : reportOne(read, name)
  return {
    value: report,
    lines: [JSON.stringify(report)],
    ...(report.lints.length + report.rows_missing.length > 0 ? { exit: 1 as const } : {}),
  }
}

type Published = Pick<ShelvedVersion, 'seen' | 'source'>

// A person wrote beside what was published until then; packs of the system came together, up to the first that a person published after.
function writtenBeside(all: readonly Published[], one: Published | undefined): number {
  if (!one || one.source === 'person') return one?.seen ?? 0
  const next = all.find(({ seen, source }) => seen > one.seen && source === 'person')
  return next ? next.seen - 1 : Number.MAX_SAFE_INTEGER
}

/** The newest version of every pack that was published in the database, each with what it was written beside. */
async function readPublishedPacks(): Promise<ReadPacks> {
  const { withHouse } = await import('./open-house.ts')
  return withHouse(async ({ tools }) => {
    const all = tools.packs.versions()
    const newest = new Map<string, (typeof all)[number]>()
    for (const one of all) if (one.version > (newest.get(one.pack)?.version ?? 0)) newest.set(one.pack, one)
    const beside = (pack: string) => tools.packs.asOf(writtenBeside(all, newest.get(pack)))
    return Promise.resolve({ ...readTexts([...newest.values()]), beside })
  })
}

// Places are asked of the national list, which is opened only here.
async function withPlaces(read: ReadPacks): Promise<ReadPacks> {
  const lookUp = lookUpIn((await openPlaceList()).places)
  const unlisted = read.withCases.flatMap((one) => placesNotListed(one, lookUp))
  return { ...read, findings: [...read.findings, ...unlisted] }
}

/** Checks all packs, or runs the cases of one; exit 1 when something does not hold. `--published`: those of the database. */
export const packVerb: Verb = {
  usage: 'pack check | pack test NAME [--published] [--json]',
  words: { zh: '检查规则包、跑例子', en: 'Checks policy packs and runs their cases' },
  async run(args) {
    const options = { published: { type: 'boolean' } } as const
    const { positionals, values } = readOptions(args, options, [], ['check', 'test NAME'])
    return checkPacks(await withPlaces(values.published ? await readPublishedPacks() : packsAtHand()), positionals[1])
  },
}
