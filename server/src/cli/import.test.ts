import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Problem } from '@wangdi/domain/problem.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { withClient } from '../../test/database-url.ts'
import { noteShownBy } from '../../test/shown-by.ts'
import { importVerb } from './import.ts'
import { WrongUsage } from './verb.ts'

const place = '410105001003'
const rosters = fileURLToPath(new URL('../../test/rosters/', import.meta.url))
const main = fileURLToPath(new URL('./main.ts', import.meta.url))
let database: TestDatabase
let data: string

beforeAll(async () => {
  database = await testDatabase()
  data = mkdtempSync(join(tmpdir(), 'wangdi-cli-'))
  await withClient(database.ownerUrl, async (client) => {
    await client.query('insert into tenant (county) values ($1)', [place.slice(0, 6)])
    await client.query('insert into account (id, login, name, role, place) values ($1, $2, $3, $4, $5), ($6, $7, $8, $9, $5)', [
      newId(),
      'zhangmin',
      '张敏',
      'community-worker',
      place,
      newId(),
      'volunteer',
      '志愿者',
      'volunteer',
    ])
  })
})
afterAll(async () => {
  await database.drop()
  rmSync(data, { recursive: true, force: true })
})

/** Runs the command line: exit code, standard output, and the value of its one line. */
async function wangdi(...args: string[]): Promise<{ exit: number; out: string; value: Record<string, unknown> }> {
  noteShownBy('command line')
  const env = { ...process.env, DATABASE_URL: database.ownerUrl, WANGDI_DATA: data }
  return new Promise((resolve) =>
    execFile(process.execPath, [main, ...args, '--json'], { env, maxBuffer: 32_000_000 }, (error, out) =>
      resolve({ exit: typeof error?.code === 'number' ? error.code : 0, out, value: JSON.parse(out) as Record<string, unknown> }),
    ),
  )
}
const file = (name: string) => ['--place', place, '--file', rosters + name]

test('--dry-run judges a file alone, without a database, and answers one line', async () => {
  const { exit, out, value } = await wangdi(
    'import',
    'residents',
    ...file('residents-410105001003.xlsx'),
    '--today',
    '2026-11-20',
    '--dry-run',
  )
  expect(exit).toBe(0)
  expect(out.split('\n')).toHaveLength(2)
  expect(value).toMatchObject({ accepted: 1645, vacant_dwellings: 34, matched: null })
})

test('an account imports under its own permission, and rejected rows are an answer, not a failure', async () => {
  const residents = await wangdi('import', 'residents', ...file('residents-410105001003.xlsx'), '--as', 'zhangmin')
  expect(residents).toMatchObject({ exit: 0, value: { accepted: 1645, matched: 0 } })
  const elders = await wangdi(
    'import',
    'elders',
    ...file('elders-410105001003.xlsx'),
    '--today',
    '2026-11-20',
    '--as',
    'zhangmin',
  )
  expect(elders).toMatchObject({ exit: 0, value: { accepted: 180, matched: 118 } })
  const closed = await wangdi('import', 'arrivals', ...file('arrivals-410105001003.xls'), '--as', 'zhangmin')
  expect(closed).toMatchObject({ exit: 1, value: { problem: { code: 'regimes.closed' } } })
  expect(await wangdi('import', 'residents', ...file('residents-410105001003.xlsx'), '--as', 'volunteer')).toMatchObject({
    exit: 1,
    value: { problem: { code: 'access.refused' } },
  })
  expect(await wangdi('import', 'residents', ...file('residents-410105001003.xlsx'), '--as', 'nobody')).toMatchObject({ exit: 1 })
}, 240_000)

test('wrong usage is told apart from having no answer', async () => {
  const wrong = [
    ['residents'],
    ['people', ...file('elders-410105001003.xlsx'), '--dry-run'],
    ['elders', ...file('elders-410105001003.xlsx')],
  ]
  for (const args of wrong) await expect(importVerb.run(args)).rejects.toBeInstanceOf(WrongUsage)
  const nothing = [
    ['elders', ...file('not-there.xlsx'), '--dry-run'],
    ['elders', '--place', place, '--file', main, '--dry-run'],
  ]
  for (const args of nothing) await expect(importVerb.run(args)).rejects.toBeInstanceOf(Problem)
  expect((await wangdi('dance')).exit).toBe(2)
})
