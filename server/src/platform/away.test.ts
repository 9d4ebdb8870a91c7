// The real server over a PostgreSQL of its own, which is stopped and started, and whose connections are cut.
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProblemReply } from '@wangdi/domain/endpoint.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseUrl, withClient } from '../../test/database-url.ts'
import { givenDwelling } from '../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { isAway } from './away.ts'
import { migrate } from './migrate.ts'
import { type Postgres, startPostgres } from './postgres/launch.ts'

const tixiang = '410105001003'
let directory: string
let postgres: Postgres
let house: House
let director: Caller
let door: string

const start = () => startPostgres({ directory: join(directory, 'pg'), log: () => {}, settings: { fsync: 'off' } })

beforeAll(async () => {
  directory = await mkdtemp('/tmp/wangdi-away-')
  postgres = await start()
  await withClient(postgres.url, (client) => client.query('CREATE DATABASE away'))
  const ownerUrl = databaseUrl(postgres.url, 'away')
  await migrate(ownerUrl)
  house = await startHouse({ on: { ownerUrl, drop: async () => {} } })
  director = await house.as('community-director', tixiang)
  door = await givenDwelling(house, tixiang)
})
afterAll(async () => {
  await house.close()
  await postgres.stop()
  await rm(directory, { recursive: true, force: true })
})

async function ask(path: string, body?: object, command = newId(), headers = director.headers) {
  const answer = await fetch(`${house.url}/api${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...headers,
      ...(body ? { 'content-type': 'application/json' } : {}),
      'command-id': command,
      'command-at': house.clock.now().toISOString(),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: answer.status, after: answer.headers.get('retry-after'), body: (await answer.json()) as ProblemReply }
}

const visits = async () => (await house.owner.selectFrom('visit').select('id').execute()).length
const auditLines = async () =>
  (await house.owner.selectFrom('audit_line').select('id').where('verb', '=', 'rounds.record-visit').execute()).length

// Cuts the connections of the server that wait for a lock, once there is one.
async function cutWaiting(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ cut: boolean }>`select pg_terminate_backend(pid) as cut from pg_stat_activity
      where usename = 'wangdi_server' and wait_event_type = 'Lock'`.execute(house.owner)
    if (rows.length > 0) return
  }
}

test('a connection that breaks in the middle answers 503 and leaves nothing; the same command again is done once', async () => {
  const command = newId()
  const body = { id: newId(), dwelling: door, result: 'met', use: 'rented' }
  const before = [await visits(), await auditLines()] as const
  await house.owner.transaction().execute(async (holding) => {
    await holding.selectFrom('dwelling').select('id').where('id', '=', door).forUpdate().execute()
    const answer = ask('/visits', body, command)
    await cutWaiting()
    expect(await answer).toMatchObject({ status: 503, after: '5', body: { code: 'server.busy', facts: { seconds: 5 } } })
  })
  expect(await visits()).toBe(before[0])
  const first = await ask('/visits', body, command)
  expect(first).toMatchObject({ status: 200, body: { id: body.id } })
  expect(await ask('/visits', body, command)).toEqual(first)
  expect([await visits(), await auditLines()]).toEqual([before[0] + 1, before[1] + 1])
})

test('while the database is stopped every road says to try again, and goes on by itself when it is back', async () => {
  const command = { id: newId(), verb: 'rounds.record-visit', at: house.clock.now().toISOString() }
  const input = { id: newId(), dwelling: door, result: 'met' }
  await postgres.stop()
  const busy = { status: 503, after: '5', body: { code: 'server.busy' } }
  expect(await ask(`/rounds?community=${tixiang}`)).toMatchObject(busy)
  expect(await ask('/visits', { ...input, id: newId() })).toMatchObject(busy)
  expect(await ask('/commands', { commands: [{ ...command, input }] })).toMatchObject(busy)
  expect(await ask('/auth/sign-in', { login: 'wuxiaotong', password: 'xxxxxxxxxxxx' })).toMatchObject(busy)
  house.signIn.turn(60_000) // the session is looked up again
  const words = (await ask(`/rounds?community=${tixiang}`)).body
  expect(words).toMatchObject({ code: 'server.busy', words: { zh: expect.stringContaining('没有存上') } })
  postgres = await start()
  expect(await ask(`/rounds?community=${tixiang}`)).toMatchObject({ status: 200 })
  const sent = await ask('/commands', { commands: [{ ...command, input }] })
  expect(sent.body).toMatchObject({ answers: [{ id: command.id, state: 'done' }] })
  const [first] = (sent.body as unknown as { answers: { reply: unknown }[] }).answers
  const again = await ask('/commands', { commands: [{ ...command, input }] })
  expect(again.body).toMatchObject({ answers: [{ id: command.id, state: 'done', reply: first?.reply }] })
})

test('a connection that breaks while the database saves says that nobody knows, and the repeat finds out', async () => {
  await sql
    .raw(`create function wait_at_commit() returns trigger language plpgsql as
      'begin perform pg_advisory_xact_lock_shared(7); return null; end';
    create constraint trigger wait_at_commit after insert on visit deferrable initially deferred
      for each row execute function wait_at_commit()`)
    .execute(house.owner)
  const command = newId()
  const body = { id: newId(), dwelling: door, result: 'met' }
  const before = await visits()
  await house.owner.transaction().execute(async (holding) => {
    await sql`select pg_advisory_xact_lock(7)`.execute(holding)
    const answer = ask('/visits', body, command)
    await cutWaiting()
    expect(await answer).toMatchObject({ status: 503, after: '5', body: { code: 'server.unsure' } })
  })
  expect(await ask('/visits', body, command)).toMatchObject({ status: 200, body: { id: body.id } })
  expect(await visits()).toBe(before + 1)
})

test('what a broken road looks like is told from a fault of ours', () => {
  expect(isAway(new Error('x', { cause: Object.assign(new Error(), { code: '57P03' }) }))).toBe(true)
  expect(isAway(Object.assign(new Error(), { code: 'ENOENT', syscall: 'connect' }))).toBe(true)
  expect(isAway(Object.assign(new Error(), { code: 'ENOENT', syscall: 'open' }))).toBe(false)
  expect(isAway(Object.assign(new Error(), { code: '23505' }))).toBe(false)
  expect(isAway(undefined)).toBe(false)
})
