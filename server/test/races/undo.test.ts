// An import is taken back while somebody writes upon what it made: either that stands in the way and is said, or it finds nobody there.
import { recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { importResidents, type RosterFile } from '@wangdi/domain/people/import.api.ts'
import { correctPerson, setMark } from '@wangdi/domain/people/people.api.ts'
import { undoImport, weighUndoing } from '@wangdi/domain/people/undo/undo.api.ts'
import { saveBuilding } from '@wangdi/domain/places/places.api.ts'
import { saveOrderDraft } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { issueResidenceProof } from '@wangdi/domain/rights/certificates/certificates.api.ts'
import { openRound, readCoverage, recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { closureOf } from '../given/orders.ts'
import { givenDwelling } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { numberOf } from '../roster-kinds/make-files.ts'
import { oneWithinOther } from './at-once.ts'

const community = '410105001003'
const today = '2026-11-20'
let house: House
let clerk: Caller
let other: Caller
/** What the import found and made: a door that was there, a building, a door and two people. */
let made: { run: string; old: string; door: string; building: string; atOld: string; atNew: string }

beforeAll(async () => {
  house = await startHouse({ day: today })
  clerk = await house.as('community-worker', community, '宋磊')
  other = await house.as('community-director', community, '周敏')
  await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' })
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set(`${today}T10:00:00+08:00`)
  await sql`truncate person, person_gram, arrival, dwelling, building, estate, import_run, round cascade`.execute(house.owner)
  const old = await givenDwelling(house, community, '3号楼', '2', '402')
  const rows = [`赵一平,${numberOf('1940-01-01', 23)},3号楼2单元402`, `钱二妹,${numberOf('1980-01-01', 24)},5号楼1单元101`]
  const headers = { ...clerk.headers, 'content-type': 'application/octet-stream' }
  const body = new Uint8Array(Buffer.from(`姓名,身份证号,地址\n${rows.join('\n')}\n`))
  const sent = await fetch(`${house.url}/api/people/roster-files`, { method: 'POST', headers, body })
  const { file } = (await sent.json()) as RosterFile
  const { id: run } = await clerk.call(importResidents, { id: newId(), place: community, file })
  const { rows: people } = await sql<{ id: string; name: string; dwelling: string; building: string }>`
    select p.id, p.name, p.dwelling, d.building from person p join dwelling d on d.county = p.county and d.id = p.dwelling`.execute(
    house.owner,
  )
  const [atOld, atNew] = ['赵一平', '钱二妹'].map((name) => people.find((one) => one.name === name))
  if (!atOld || !atNew) throw new Error('nobody was brought in')
  expect(atOld.dwelling).toBe(old)
  made = { run, old, door: atNew.dwelling, building: atNew.building, atOld: atOld.id, atNew: atNew.id }
})

const undo = () => clerk.call(undoImport, { id: made.run, reason: '传错了' })
const acts: Record<string, { table: string; act: () => Promise<unknown>; on: object; gone: string }> = {
  'a visit at a door that it made': {
    table: 'visit',
    act: () => other.call(recordVisit, { id: newId(), dwelling: made.door, result: 'met', met: [made.atNew] }),
    on: { visits: 1 },
    gone: 'rounds.met-elsewhere',
  },
  'a visit at a door held before that met somebody whom it brought in': {
    table: 'visit',
    act: () => other.call(recordVisit, { id: newId(), dwelling: made.old, result: 'met', met: [made.atOld] }),
    on: { visits: 1 },
    gone: 'rounds.met-elsewhere',
  },
  'an arrival of somebody whom it brought in': {
    table: 'change',
    act: () =>
      other.call(recordArrival, {
        ...{ id: newId(), community, person: made.atOld, origin: '湖北武汉', origin_kind: 'low', arrived_on: today },
      }),
    on: { records: 1 },
    gone: 'access.not-found',
  },
  'a mark': {
    table: 'change',
    act: () => other.call(setMark, { id: newId(), person: made.atOld, kind: 'disabled' }),
    on: { records: 1 },
    gone: 'access.not-found',
  },
  'a correction': {
    table: 'change',
    act: () => other.call(correctPerson, { id: made.atOld, version: 1, name: '赵一萍' }),
    on: { corrections: 1 },
    gone: 'people.not-found',
  },
  'doors added to a building that it made': {
    table: 'dwelling',
    act: () =>
      other.call(saveBuilding, {
        ...{ id: made.building, community, estate: null, name: '5号楼', ordinal: 5 },
        units: [{ unit: '1单元', floors: 1, rooms: 2 }],
      }),
    on: { doors: 1 },
    gone: 'done',
  },
  'a draft of an order for a building that it made': {
    table: 'order_draft',
    act: () =>
      other.call(saveOrderDraft, {
        id: newId(),
        place: community,
        version: 0,
        content: closureOf(made.building, {
          at: { scope: 'unit', building: made.building, unit: '1单元', estate: null, group: null },
        }),
      }),
    on: { orders: 1 },
    gone: 'regimes.no-such-part',
  },
  'a proof of residence': {
    table: 'residence_proof',
    act: () => other.call(issueResidenceProof, { id: newId(), person: made.atOld, asked_by: '用人单位' }),
    on: { proofs: 1 },
    gone: 'access.not-found',
  },
}

test.for(Object.entries(acts))(
  '%s, not finished when an import is taken back, stands in the way',
  async ([, { table, act, on }]) => {
    expect(await oneWithinOther(house, table, act, undo)).toEqual(['done', 'people.import-stood-on'])
    expect((await clerk.call(weighUndoing, { id: made.run })).stands).toMatchObject(on)
  },
)

test.for(Object.entries(acts))('%s, while an import is being taken back, finds nobody there', async ([, { act, gone }]) => {
  expect(await oneWithinOther(house, 'import_trace', undo, act)).toEqual(['done', gone])
  const { rows } = await sql`select from person`.execute(house.owner)
  expect(rows).toEqual([])
})

test('a round that ended over its doors stands in the way, also before anybody has looked at what became of it', async () => {
  const id = newId()
  await other.call(openRound, {
    ...{ id, community, kind: 'survey', name: '摸排', of: 'dwellings', groups: [], from: today, until: today, everyDays: null },
  })
  await sql`update import_run set at = ${`${today}T08:00:00+08:00`}`.execute(house.owner) // the database has a clock of its own
  const stands = async () => (await clerk.call(weighUndoing, { id: made.run })).stands.rounds
  expect(await stands()).toBe(0)
  house.clock.set('2026-11-21T10:00:00+08:00')
  expect(await stands()).toBe(1)
  await other.call(readCoverage, { id })
  expect(await stands()).toBe(1)
  await expect(undo()).rejects.toMatchObject({ code: 'people.import-stood-on' })
})
