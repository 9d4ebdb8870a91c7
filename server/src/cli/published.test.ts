import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { withClient } from '../../test/database-url.ts'
import { dengue } from '../../test/given/packs.ts'
import { makeLog } from '../platform/log.ts'
import { inTransaction, openDb } from '../platform/db.ts'
import { keepVersion, openPackShelf } from '../platform/library/pack-shelf.ts'
import { openKeys } from '../platform/secrets/keys.ts'
import { housePacks } from '../platform/packs.ts'
import { makeSigner } from '../platform/secrets/signer.ts'

// One of its rules is for a place that the national list does not have.
const body = dengue.replace('who: [community-worker]', "place: ['410105', '419999']\n    who: [community-worker]")

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
let database: TestDatabase
let data: string

beforeAll(async () => {
  database = await testDatabase()
  data = mkdtempSync(join(tmpdir(), 'wangdi-cli-'))
  const [one, other] = [newId(), newId()]
  await withClient(database.ownerUrl, async (client) => {
    for (const [id, login] of [
      [one, 'first'],
      [other, 'second'],
    ])
      await client.query('insert into account (id, login, name, role, place) values ($1, $2, $2, $3, $4)', [
        ...[id, login, 'policy-editor', '41'],
      ])
  })
  const log = makeLog('silent')
  const db = openDb(database.ownerUrl, log, 1)
  // The packs of the house come first, as in every installation.
  const now = new Date('2026-10-01T02:00:00.000Z')
  await openPackShelf({ db, signer: makeSigner(openKeys(data)), log, today: '2026-10-01', now })
  await inTransaction(db, { county: '', area: '', place: '', health: false }, (open) =>
    keepVersion(open, makeSigner(openKeys(data)), {
      ...{ id: newId(), place: '41', pack: 'dengue-2026', version: 1, valid_from: '2026-11-01', source: 'person' },
      ...{ body, cases: '[]', submitted_by: one, published_by: other, published_at: '2026-10-30T02:00:00.000Z' },
    }),
  )
  await db.destroy()
})
afterAll(async () => {
  await database.drop()
  rmSync(data, { recursive: true, force: true })
})

const measuresOf = (...args: string[]): Promise<string[]> =>
  new Promise((done) => {
    const env = { ...process.env, DATABASE_URL: database.ownerUrl, WANGDI_DATA: data }
    const asked = ['plan', '--place', '410105001003', '--on', '2026-11-20', ...args, '--json']
    execFile(process.execPath, [main, ...asked], { env, maxBuffer: 32_000_000 }, (_, out) =>
      done((JSON.parse(out) as { measures: { id: string }[] }).measures.map(({ id }) => id)),
    )
  })

test('the command line asks the packs that were published in the database, where it is told to', async () => {
  expect(await measuresOf('--published')).toContain('dengue-turn-pots')
  expect(await measuresOf()).not.toContain('dengue-turn-pots')
})

test('the packs that were published are checked with their cases and places; what a notice published later changes is no fault of the others', {
  timeout: 240_000,
}, async () => {
  type Said = { file: string; code: string }
  const report = await new Promise<{ packs: number; lints: Said[]; changed: Said[] }>((done) => {
    const env = { ...process.env, DATABASE_URL: database.ownerUrl, WANGDI_DATA: data }
    execFile(process.execPath, [main, 'pack', 'check', '--published', '--json'], { env, maxBuffer: 32_000_000 }, (_, out) =>
      done(JSON.parse(out) as { packs: number; lints: Said[]; changed: Said[] }),
    )
  })
  expect(report.packs).toBe(housePacks().length + 1)
  // Cases of others that it changes are told apart.
  const codes = report.lints.map(({ code }) => code)
  expect(codes).toContain('place.not-listed')
  expect(report.lints.filter(({ file }) => !file.startsWith('dengue-2026/'))).toEqual([])
  expect(report.changed.map(({ file, code }) => `${code} ${file}`)).toEqual([
    'case.changed class-b-2023/cases.yaml',
    'case.changed law/cases.yaml',
    'case.changed precision-2020/cases.yaml',
  ])
})
