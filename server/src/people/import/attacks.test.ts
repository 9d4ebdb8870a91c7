// What one client can do to the others with files: send many, send hostile ones, go away before the answer.
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { request as sendRequest } from 'node:http'
import { join } from 'node:path'
import { importRejects, importResidents, previewImport, type RosterFile } from '@wangdi/domain/people/import.api.ts'
import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import type { Problem } from '@wangdi/domain/problem.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { hostileFiles } from '../../../test/hostile-files.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { sheetXml, workbookMembers, zipOf } from '../../../test/zip.ts'
import type { Lane } from '../../platform/heavy/lane.ts'
import { writeSheet } from '../../platform/sheet/write-sheet.ts'
import { rosterLane } from './reading/judged-roster.ts'
import { rejectsLane } from './rejects/rejects.ts'

const place = '410105001003'
let house: House
let attacker: Caller
let worker: Caller

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-20' })
  attacker = await house.as('community-worker', place)
  worker = await house.as('community-worker', place)
})
afterAll(() => house.close())

async function send(caller: Caller, bytes: Buffer): Promise<string> {
  const response = await fetch(`${house.url}/api/people/roster-files`, {
    method: 'POST',
    headers: { ...caller.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return ((await response.json()) as RosterFile).file
}

/** Asks for a preview in a way that can be hung up. */
function ask(caller: Caller, file: string) {
  const gone = new AbortController()
  const answer = fetch(`${house.url}/api${previewImport.at.split(' ')[1]}`, {
    method: 'POST',
    headers: { ...caller.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ place, kind: 'residents', file }),
    signal: gone.signal,
  })
  answer.catch(() => {})
  return { answer, hangUp: () => gone.abort() }
}

// Files that fill the machine slow whatever is asked beside them.
vi.setConfig({ testTimeout: 240_000 })
const patience = { timeout: 60_000 }
const health = async () => (await fetch(`${house.url}/health`)).status
const isQuiet = () => vi.waitFor(() => expect(rosterLane.counts()).toEqual({ running: 0, waiting: 0 }), patience)
const isJudging = () => vi.waitFor(() => expect(rosterLane.counts().running).toBeGreaterThan(0), patience)
/** What became of each work that entered a lane from here on: `done`, or the code of its problem. */
function follow(lane: Lane): () => Promise<string[]> {
  const enter = vi.spyOn(lane, 'enter')
  onTestFinished(() => enter.mockRestore())
  return () => Promise.all(enter.mock.results.map(({ value }) => value.then(() => 'done').catch(({ code }: Problem) => code)))
}
/** Connections of the server that are within a transaction or at a statement. */
const held = async () =>
  Number(
    (
      await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and usename <> current_user and state <> 'idle'`.execute(house.owner)
    ).rows[0]?.n,
  )
// A file within all limits that takes seconds to read.
const long = () =>
  zipOf(
    workbookMembers({ sheet: sheetXml('<row><c t="str"><v>姓</v></c><c><v>1</v></c><c/><c/><c/><c/></row>'.repeat(240_000)) }),
  )

const three = ['rows that never close', '200000 merged ranges', 'a line of commas']
test.each(hostileFiles.filter(({ name }) => three.includes(name)))(
  '$name, sent to the preview 18 times and hung up, holds nobody up and leaves nothing running',
  async ({ make, code }) => {
    const file = await send(attacker, make())
    const asked = Array.from({ length: 18 }, () => ask(attacker, file))
    expect(await health()).toBe(200)
    expect((await worker.call(searchPeople, { place, text: '张' })).total).toBe(0)
    for (const { hangUp } of asked) hangUp()
    await isQuiet()
    expect(await health()).toBe(200)
    const refused = worker.call(previewImport, { place, kind: 'residents', file: await send(worker, make()) })
    await expect(refused).rejects.toMatchObject({ code })
  },
)

test('while a file is judged no connection to the database is held, and it ends when its client goes', async () => {
  const became = follow(rosterLane)
  const { hangUp } = ask(attacker, await send(attacker, long()))
  await isJudging()
  await vi.waitFor(async () => expect(await held()).toBe(0), patience)
  expect(rosterLane.counts().running).toBe(1)
  hangUp()
  expect(await became()).toEqual(['heavy.gone'])
  await isQuiet()
})

test('for a client that hangs up before it is found who asks nothing is begun', async () => {
  const file = await send(attacker, long())
  const find = house.signIn.findActor
  const slow = vi.spyOn(house.signIn, 'findActor').mockImplementationOnce(async (request) => {
    const closed = once(request.raw.socket, 'close')
    hangUp()
    await closed
    return find(request)
  })
  const became = follow(rosterLane)
  onTestFinished(() => slow.mockRestore())
  const { hangUp } = ask(attacker, file)
  await vi.waitFor(() => expect(slow).toHaveBeenCalled(), patience)
  await slow.mock.results[0]?.value
  // Whoever asks now for the file of another is refused in the lane: by then the one before would have begun.
  await expect(worker.call(previewImport, { place, kind: 'residents', file })).rejects.toMatchObject({ code: 'access.not-found' })
  expect((await became()).filter((code) => code !== 'heavy.gone')).toEqual(['access.not-found'])
})

test('an import whose client goes while the file is judged saves nothing, and its repeat imports it', async () => {
  const people = await writeSheet('一', [
    ['姓名', '性别', '备注'],
    ...Array.from({ length: 20_000 }, (_, n) => [
      `张${String.fromCodePoint(0x4e00 + (n % 5000), 0x5e00 + Math.floor(n / 5000))}`,
      '男',
      `${n}`,
    ]),
  ])
  const file = await send(attacker, people)
  const said = { id: newId() }
  const input = { id: newId(), place, file }
  const url = new URL(`${house.url}/api${importResidents.at.split(' ')[1]}`)
  const headers = {
    ...attacker.headers,
    'content-type': 'application/json',
    'command-id': said.id,
    'command-at': house.clock.now().toISOString(),
  }
  const request = sendRequest(url, { method: 'POST', headers })
  request.on('error', () => {})
  request.end(JSON.stringify(input))
  await isJudging()
  request.destroy()
  await isQuiet()
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from person`.execute(house.owner)
  expect(rows[0]?.n).toBe(0)
  const again = await attacker.call(importResidents, input, said)
  expect(again).toMatchObject({ accepted: 20_000, people_added: 20_000 })
})

test('one account judges no more files at once than its share: the next is told after how many seconds to ask again', async () => {
  const file = await send(attacker, long())
  const asked = Array.from({ length: 3 }, () => ask(attacker, file))
  await vi.waitFor(() => expect(rosterLane.counts().running + rosterLane.counts().waiting).toBe(3), patience)
  const refused = await ask(attacker, file).answer
  expect(refused.status).toBe(429)
  expect(await refused.json()).toMatchObject({ code: 'heavy.busy', facts: { seconds: expect.any(Number) } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  for (const { hangUp } of asked) hangUp()
  await isQuiet()
})

test('while rejected rows are written to a sheet no connection is held and others are answered; it ends when its client goes', async () => {
  const line = `张三,410199,${Array.from({ length: 40 }, (_, n) => `第${n}格`).join()}`
  const head = `姓名,身份证号,${Array.from({ length: 40 }, (_, n) => `备注${n}`).join()}`
  const file = await send(attacker, Buffer.from(`${head}\n${`${line}\n`.repeat(5000)}`))
  const { id, rejected } = await attacker.call(importResidents, { id: newId(), place, file })
  expect(rejected).toHaveLength(5000)
  const became = follow(rejectsLane)
  const gone = new AbortController()
  const url = `${house.url}/api${importRejects.at.split(' ')[1]?.replace(':id', id)}`
  const asked = fetch(url, { headers: attacker.headers, signal: gone.signal })
  asked.catch(() => {})
  await vi.waitFor(() => expect(rejectsLane.counts().running).toBe(1), patience)
  await expect(attacker.call(importRejects, { id })).rejects.toMatchObject({ code: 'heavy.busy' })
  expect((await worker.call(searchPeople, { place, text: '张' })).total).toBeGreaterThanOrEqual(0)
  await vi.waitFor(async () => expect(await held()).toBe(0), patience)
  expect(rejectsLane.counts().running).toBe(1)
  gone.abort()
  expect(await became()).toEqual(['heavy.gone', 'heavy.busy'])
  await vi.waitFor(() => expect(rejectsLane.counts()).toEqual({ running: 0, waiting: 0 }), patience)
  expect((await worker.call(importRejects, { id })).base64.length).toBeGreaterThan(100_000)
})

test('an upload that is cut off leaves nothing, and one over the limit is told so', async () => {
  const names = () => readdirSync(join(house.directory, 'uploads'))
  const before = names().length
  const url = new URL(`${house.url}/api/people/roster-files`)
  const headers = { ...attacker.headers, 'content-type': 'application/octet-stream', 'content-length': 1_000_000 }
  const request = sendRequest(url, { method: 'POST', headers })
  request.on('error', () => {})
  request.write(Buffer.alloc(300_000))
  await vi.waitFor(() => expect(names()).toHaveLength(before + 1), patience)
  request.destroy()
  await vi.waitFor(() => expect(names()).toHaveLength(before), patience)
  await expect(send(attacker, Buffer.alloc(65 * 1024 * 1024))).rejects.toThrow(/413.*upload\.too-large/)
  expect(names()).toHaveLength(before)
})

test('the server says that it is not ready while all connections to the database are taken, and ready again when they are free', async () => {
  let letGo = () => {}
  const free = new Promise<void>((resolve) => (letGo = resolve))
  const holding = Array.from({ length: 6 }, () => house.served.connection().execute(() => free))
  try {
    expect(await health()).toBe(503)
  } finally {
    letGo()
    await Promise.all(holding)
  }
  await vi.waitFor(async () => expect(await health()).toBe(200), patience)
})
