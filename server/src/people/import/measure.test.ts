// What is refused since it would be too much: bytes that an account keeps, memory that a file takes.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { previewImport, type RosterFile, rosterFilesPath } from '@wangdi/domain/people/import.api.ts'
import type { ProblemReply } from '@wangdi/domain/endpoint.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { makeRoster } from '../../../test/faults/rosters.ts'
import { swellingOldWorkbook } from '../../../test/hostile-workbooks.ts'

// A thread that may take a tenth of its memory runs out of it over a file a tenth as large.
vi.mock('../../platform/heavy/threads.ts', async (load) => {
  const real = await load<typeof import('../../platform/heavy/threads.ts')>()
  return { ...real, openThreads: (script: URL) => real.openThreads(script, { memoryMb: 48 }) }
})

const place = '410105001003'
const megabyte = 1024 * 1024
let house: House
let clerk: Caller

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-20', uploads: { accountBytes: 16 * megabyte, wholeBytes: 20 * megabyte } })
  clerk = await house.as('community-worker', place)
})
afterAll(() => house.close())

async function send(caller: Caller, bytes: Uint8Array<ArrayBuffer>) {
  const response = await fetch(`${house.url}${rosterFilesPath}`, {
    method: 'POST',
    headers: { ...caller.headers, 'content-type': 'application/octet-stream' },
    body: bytes,
  })
  return { status: response.status, body: (await response.json()) as RosterFile & ProblemReply }
}
const kept = () => readdirSync(join(house.directory, 'uploads')).length

test('an account that keeps as much as it may is told so, with how much and for how long; nothing of the file lies there', async () => {
  const full = await house.as('community-worker', place)
  expect((await send(full, new Uint8Array(9 * megabyte))).status).toBe(200)
  const before = kept()
  expect(await send(full, new Uint8Array(8 * megabyte))).toMatchObject({
    status: 413,
    body: { code: 'upload.account-full', facts: { limit: '16 MB', hours: 2 }, words: { zh: expect.stringContaining('16 MB') } },
  })
  expect(kept()).toBe(before)
  expect((await send(await house.as('community-worker', place), new Uint8Array(megabyte))).status).toBe(200)
})

test.each([
  ['a file', () => makeRoster('张', 200_000)],
  ['an old workbook of few bytes and many cells', () => new Uint8Array(swellingOldWorkbook())],
])('%s that takes more memory than its thread has is refused as too much, and the next one is judged', async (_, make) => {
  const { file } = (await send(clerk, make())).body
  await expect(clerk.call(previewImport, { place, kind: 'residents', file })).rejects.toMatchObject({ code: 'heavy.too-much' })
  const small = (await send(clerk, makeRoster('李', 3))).body
  expect(await clerk.call(previewImport, { place, kind: 'residents', file: small.file })).toMatchObject({ outcome: { rows: 3 } })
})
