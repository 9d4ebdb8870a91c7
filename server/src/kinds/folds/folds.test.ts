// What is stored of each record beside its acts is what the acts give by themselves; what was changed by another hand is found.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { declared } from '@wangdi/domain/declared.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { contingency } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callKind as call } from '../../../test/given/kinds.ts'
import { givenDwelling } from '../../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { saidWhole } from '../../../test/kinds/said-whole.ts'
import { inTransaction } from '../../platform/db.ts'
import { checkFolds, type FoldsChecked } from './check.ts'

const here = '410105001003'
const county = '410105'
const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url))
const [errands, facilities, plans] = [requestVerbs(errand), registerVerbs(facility), documentVerbs(contingency)]
let house: House
let desk: Caller
let director: Caller
let request: string
let thing: string
let paper: string

beforeAll(async () => {
  house = await startHouse()
  desk = await house.as('community-worker', here)
  director = await house.as('community-director', here)
  const helper = await house.as('volunteer', here, '宋晓')
  const dwelling = await givenDwelling(house, here, '3号楼', '2', '402')
  request = newId()
  const fields = { what: 'rubbish', put: 'door' }
  await call(desk, errands.begin, { id: request, v: 1, dwelling, way: 'phone', urgency: 'today', fields })
  await call(desk, errands.acts['give'], { id: request, doer: helper.account })
  thing = newId()
  await call(desk, facilities.add, {
    id: thing,
    place: here,
    v: 1,
    fields: { name: '社区图书室', kind: 'library', capacity: 40 },
  })
  const shut = { id: thing, state: 'suspended', basis: '区防指〔2026〕3号', day: '2026-11-18' }
  await call(director, facilities.acts['set-state'], shut)
  paper = newId()
  const words = saidWhole(contingency.fields, 1)
  await call(director, plans.save, { id: paper, place: here, version: 1, v: contingency.version, fields: words })
})
afterAll(() => house.close())

const check = () =>
  inTransaction(house.owner, { county, area: county, place: county, health: true }, (db) => checkFolds(db, declared))
const asked = (...args: string[]) =>
  new Promise<{ code: number; out: string }>((done) => {
    const { ownerUrl: url, directory } = house
    const env = { ...process.env, DATABASE_URL: url, DATABASE_APP_URL: url, DATABASE_AUTH_URL: url, WANGDI_DATA: directory }
    execFile(process.execPath, [main, 'check', ...args], { env, maxBuffer: 32_000_000 }, (error, out) =>
      done({ code: error ? Number(error.code) : 0, out }),
    )
  })

test('an act that starts a term keeps when that is over; the term of a request follows from its acts alone', async () => {
  const { rows } = await sql<{
    act: string
    due_at: Date | null
    term: string
  }>`select a.act, a.due_at, r.standing ->> 'term' as term
    from kind_request_act a join kind_request r on r.county = a.county and r.id = a.request where r.id = ${request} order by a.at`.execute(
    house.owner,
  )
  const [took, gave] = rows
  expect([took?.act, took?.term.slice(0, 16), took?.due_at?.toISOString()]).toEqual(['take', '2026-11-17T12:00', took?.term])
  expect([gave?.act, gave?.due_at, gave?.term]).toEqual(['give', null, took?.term])
})

test('every stored head of the county is what its acts give', async () => {
  expect(await check()).toEqual({ compared: { requests: 1, things: 1, documents: 1 }, undeclared: 0, differ: [] })
})

test('what was changed by another hand is found, by kind, id and column, on every kind of head', async () => {
  await sql`update kind_request set due_at = due_at + interval '1 day' where id = ${request}`.execute(house.owner)
  await sql`update kind_request set standing = jsonb_set(standing, '{term}', '"2026-12-01T00:00:00.000Z"') where id = ${request}`.execute(
    house.owner,
  )
  await sql`update kind_thing set own = 'open' where id = ${thing}`.execute(house.owner)
  await sql`update kind_document set unready = not unready where id = ${paper}`.execute(house.owner)
  const { differ } = await check()
  expect(differ).toEqual([
    { kind: errand.name, id: request, columns: ['due_at', 'standing.term'] },
    { kind: facility.name, id: thing, columns: ['own'] },
    { kind: contingency.name, id: paper, columns: ['unready'] },
  ])
})

test('the command says how many were compared and which differ, nothing of what they say, and ends with 1', async () => {
  const { code, out } = await asked('folds', '--county', county, '--json')
  const told = JSON.parse(out) as FoldsChecked & { county: string }
  expect([code, told.county, told.compared.requests, told.differ.length]).toEqual([1, county, 1, 3])
  expect(out).not.toContain('社区图书室')
  expect(out).not.toContain('410105001003')
  const other = await asked('folds', '--county', '410106', '--json')
  expect([other.code, JSON.parse(other.out)]).toEqual([
    0,
    { county: '410106', compared: { requests: 0, things: 0, documents: 0 }, undeclared: 0, differ: [] },
  ])
  expect((await asked('folds')).code).toBe(2)
})
