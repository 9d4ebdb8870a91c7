// Import: what a roster of 100,000 lines costs from file to searchable, against the bare read of the same file in the same
// run; and how fast rows are judged and matched once they are read. The bare read is that of the libraries that read it (yauzl,
// saxes), each element seen and nothing made of it; what our port makes of it stands beside. A community's own roster of 3,000
// lines is imported with a thread that must first be started, and with one kept warm.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startJudging } from '@wangdi/domain/people/roster/judge.ts'
import { recogniseHeads } from '@wangdi/domain/people/roster/heads.ts'
import type { SheetRow } from '@wangdi/domain/sheet.ts'
import { SaxesParser } from 'saxes'
import { v7 as newId } from 'uuid'
import * as yauzl from 'yauzl'
import { importRoster } from '../server/src/people/import/import-roster.ts'
import { openMatching, type ReadyEntry } from '../server/src/people/import/matching.ts'
import { judgeRoster } from '../server/src/people/import/reading/judged-roster.ts'
import { initialsOf } from '../server/src/people/name-index.ts'
import { searchPeople } from '../server/src/people/search.queries.ts'
import { inTransaction } from '../server/src/platform/db.ts'
import { enterCounty } from '../server/src/platform/tenants/enter.ts'
import { openSheetFile } from '../server/src/platform/sheet/sheet.ts'
import { type BenchDatabase, openBenchDatabase } from './bench-database.ts'
import { rosterLine, writeRoster } from './make-roster.ts'
import { median, rounded, timed } from './median.ts'

const lines = 100_000
const smallLines = 3_000
const today = '2026-11-20'
const limits = { rowsPerSecond: 20_000, totalToRead: 2.5 }
const places = ['410105001003', '410122100201', '411502001001']
const smallPlaces = ['410105001004', '410105001005', '410105001006', '410105001007']

/** Measures the import; `holds` says whether both limits are kept. */
export async function bench(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'wangdi-bench-import-'))
  const path = join(folder, 'roster.xlsx')
  const small = join(folder, 'small.xlsx')
  await writeRoster(path, lines)
  await writeRoster(small, smallLines)
  const database = await openBenchDatabase()
  try {
    const smalls: number[] = []
    for (const place of smallPlaces) {
      await enterCounty(database.owner, place)
      smalls.push((await timed(() => importAndFind(database, small, place, smallLines))).ms)
    }
    const reads: number[] = []
    const ownReads: number[] = []
    const totals: number[] = []
    for (const place of places) {
      await enterCounty(database.owner, place)
      reads.push((await timed(() => readBare(path))).ms)
      ownReads.push((await timed(() => readAll(path, () => {}))).ms)
      totals.push((await timed(() => importAndFind(database, path, place, lines))).ms)
      console.error(
        `bare read ${rounded(reads.at(-1) ?? 0)} ms, own read ${rounded(ownReads.at(-1) ?? 0)} ms, file to searchable ${rounded(totals.at(-1) ?? 0)} ms`,
      )
    }
    const rows: SheetRow[] = []
    await readAll(path, (page) => rows.push(...page))
    const judged = []
    for (let round = 0; round < 3; round++) judged.push((await timed(() => judgeAndMatch(database, rows))).ms)
    const perSecond = (lines / median(judged)) * 1000
    const ratio = median(totals) / median(reads)
    return {
      lines,
      bytes: statSync(path).size,
      bare_read_ms: rounded(median(reads)),
      own_read_ms: rounded(median(ownReads)),
      total_ms: rounded(median(totals)),
      total_to_read: rounded(ratio, 2),
      total_to_read_limit: limits.totalToRead,
      judge_and_match_rows_per_s: rounded(perSecond),
      judge_and_match_to_limit: rounded(perSecond / limits.rowsPerSecond, 2),
      rows_per_s_limit: limits.rowsPerSecond,
      small_lines: smallLines,
      small_first_ms: rounded(smalls[0] ?? 0),
      small_warm_ms: rounded(median(smalls.slice(1))),
      peak_mb: rounded(process.resourceUsage().maxRSS / 1024),
      holds: ratio <= limits.totalToRead && perSecond >= limits.rowsPerSecond,
    }
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function readBare(path: string): Promise<void> {
  let rows = 0
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false })
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('.xml')) continue
    const parser = new SaxesParser({ position: false })
    parser.on('opentag', ({ name }) => void (rows += name === 'row' ? 1 : 0))
    parser.on('text', () => {})
    const decoder = new TextDecoder()
    for await (const chunk of await zip.openReadStreamPromise(entry))
      parser.write(decoder.decode(chunk as Buffer, { stream: true }))
    parser.close()
  }
  zip.close()
  if (rows < lines) throw new Error(`${rows} rows read`)
}

async function readAll(path: string, take: (page: readonly SheetRow[]) => void): Promise<void> {
  const file = await openSheetFile(path)
  for await (const page of file.rows(file.sheets[0] ?? '')) take(page)
}

const scopeOf = (place: string) => ({ county: place.slice(0, 6), area: place, place, health: false })
const account = newId()

async function importAndFind({ db, fields }: BenchDatabase, path: string, place: string, lines: number): Promise<void> {
  const actor = { account, name: '测试', role: 'community-worker' as const, place, session: undefined }
  const file = { path, kind: 'residents', place, today } as const
  const roster = await judgeRoster({ file, wants: 'people' }, undefined)
  const reply = await inTransaction(db, scopeOf(place), (tx) =>
    importRoster({ db: tx, fields, actor, today, at: new Date() }, newId(), file, roster),
  )
  await roster.close()
  const name = String(rosterLine(lines - 2)[6])
  const found = await inTransaction(db, scopeOf(place), (tx) =>
    searchPeople(tx, fields, { place, text: name, civilAffairs: false, reviewDue: false }, today, 0, 50),
  )
  if (reply.accepted < lines * 0.98 || found.total === 0) throw new Error(`${reply.accepted} accepted, ${found.total} found`)
}

/** Judges all rows and looks each accepted one up among 99,000 people held. */
async function judgeAndMatch({ db, fields }: BenchDatabase, rows: readonly SheetRow[]): Promise<void> {
  const [place = ''] = places
  const heads = recogniseHeads('residents', rows.slice(0, 40))
  await inTransaction(db, scopeOf(place), async (tx) => {
    const judging = startJudging('residents', heads.columns, { today, place })
    const matching = await openMatching(tx, place, 'residents', place)
    let matched = 0
    for (let at = heads.headRow; at < rows.length; at += 1000) {
      const ready = rows.slice(at, at + 1000).flatMap((row): ReadyEntry[] => {
        const verdict = judging.take(row)
        if (verdict?.is !== 'accepted') return []
        const { entry } = verdict
        const hash = entry.documentNumber === undefined ? '' : fields.hash('document', 'whole', entry.documentNumber)
        const names = { initials: entry.documentNumber === undefined ? initialsOf(entry.name) : '', grams: '' }
        return [{ entry, names, document: { cipher: '', hash, tailHash: '' }, phone: undefined, dwelling: null }]
      })
      matched += (await matching.match(ready)).filter(({ same }) => same).length
    }
    if (matched < lines * 0.98) throw new Error(`${matched} matched`)
  })
}
