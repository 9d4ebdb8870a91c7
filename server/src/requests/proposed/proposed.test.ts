// Errands that an observation order proposes from its first hour, and what a named person decides about each.
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { decideErrand, listProposedErrands } from '@wangdi/domain/requests/proposed/proposed.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { callKind } from '../../../test/given/kinds.ts'
import { givenDwelling, givenPerson } from '../../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

const county = '410105'
const here = '410105001003'
const verbs = requestVerbs(errand)
let house: House
let desk: Caller
let helper: Caller
let health: Caller
beforeAll(async () => {
  house = await startHouse()
  desk = await house.as('community-worker', here, '孙丽')
  helper = await house.as('volunteer', here, '宋晓')
  health = await house.as('county-health', county, '韩志远')
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

let rooms = 0
/** Somebody who stays at home by an order that was made at ten o'clock. */
async function givenHome(name: string, where = 'home'): Promise<{ observation: string; door: string; person: string }> {
  const dwelling = await givenDwelling(house, here, '6号楼', '1', String(101 + rooms++))
  const person = await givenPerson(house, here, name, { dwelling })
  const id = newId()
  const phases = JSON.stringify([{ where, from: '2026-11-17', until: '2026-11-23', tests: [] }])
  await sql`insert into observation (county, id, community, person, dwelling, kind, number, issuer, basis, day_zero, last_day, phases, rule,
      fever, proposal, as_proposed, notice, decided_by, decided_at)
    values (${county}, ${id}, ${here}, ${person}, ${dwelling}, 'close-contact', ${id}, '区疾控', '流调', '2026-11-16', '2026-11-23',
      ${phases}, '{}', 37.3, '{}', true, '{}', ${health.account}, '2026-11-17T10:00:00+08:00')`.execute(house.owner)
  return { observation: id, door: dwelling, person }
}
const list = (by = desk, show: 'open' | 'all' = 'open') => by.call(listProposedErrands, { place: here, show, size: 100 })
const rowOf = async (observation: string, show: 'open' | 'all' = 'open') =>
  (await list(desk, show)).rows.find((row) => row.observation === observation)
const decide = (observation: string, what: 'food' | 'medicine' | 'parcel' | 'rubbish', more: object = {}, by = desk) =>
  by.call(decideErrand, { id: newId(), observation, what, outcome: 'not-needed', ...more })
const food = { outcome: 'taken', fields: { items: [{ item: '白菜' }], put: 'door', call: '19900004321' } } as const

test('from the first minute of an order four errands are proposed, and late an hour later; nobody wrote them there [R-2020A-17] [R-2020P-10]', async () => {
  const { observation } = await givenHome('周来返')
  const row = await rowOf(observation)
  expect(row?.goods.map(({ what, decision }) => [what, decision])).toEqual([
    ['food', null],
    ['medicine', null],
    ['parcel', null],
    ['rubbish', null],
  ])
  expect([row?.due_at.slice(0, 16), row?.late]).toEqual(['2026-11-17T03:00', false])
  house.clock.set('2026-11-17T11:00:01+08:00')
  expect((await rowOf(observation))?.late).toBe(true)
  expect((await sql`select id from kind_request`.execute(house.owner)).rows).toEqual([])
})

test('a named person decides each: what is wanted becomes an errand whose helper never learns why, what is not says who said so', async () => {
  const { observation, door } = await givenHome('钱小满')
  const { number } = await decide(observation, 'food', food)
  expect(number).toMatch(/^SX20261117/)
  await decide(observation, 'medicine', { note: '家里有' })
  const row = await rowOf(observation)
  expect(row?.goods.map(({ decision }) => [decision?.outcome, decision?.by, decision?.note])).toEqual([
    ['taken', '孙丽', ''],
    ['not-needed', '孙丽', '家里有'],
    [undefined, undefined, undefined],
    [undefined, undefined, undefined],
  ])
  const id = row?.goods[0]?.decision?.errand ?? ''
  const taken = await callKind(desk, verbs.get, { id })
  expect([taken.row.state, taken.fields['what'], 'cause' in taken.fields]).toEqual(['taken', 'food', false])
  await callKind(desk, verbs.acts['give'], { id, doer: helper.account })
  const mine = (await callKind(helper, verbs.mine, {})).rows.find((one) => one.id === id)
  expect(mine?.door).toContain('6号楼')
  expect(JSON.stringify(mine)).not.toContain(observation)
  const { rows } = await sql<{ audience: string; said: object }>`select audience, said from kind_request_said
    where request = ${id}`.execute(house.owner)
  expect(rows.filter(({ said }) => JSON.stringify(said).includes(observation)).map(({ audience }) => audience)).toEqual([
    'health',
  ])
  expect(door).not.toBe('')
})

test('each is decided once; what is needed for an errand is asked as of any', async () => {
  const { observation } = await givenHome('吴谷')
  await expect(decide(observation, 'food', { outcome: 'taken', fields: { put: 'door' } })).rejects.toThrow('kinds.missing')
  expect((await rowOf(observation))?.goods[0]?.decision).toBeNull()
  await decide(observation, 'food', food)
  await expect(decide(observation, 'food')).rejects.toThrow('requests.errand-decided')
  await expect(decide(observation, 'food', food)).rejects.toThrow('requests.errand-decided')
  const made =
    await sql`select id from kind_request_said where audience = 'health' and said ->> 'cause' = ${observation}`.execute(
      house.owner,
    )
  expect(made.rows).toHaveLength(1)
})

test('nothing is proposed for whoever is at a central site, and nothing any more when the order ended; what was decided is still read', async () => {
  const away = await givenHome('郑远', 'central')
  expect(await rowOf(away.observation)).toBeUndefined()
  await expect(decide(away.observation, 'food', food)).rejects.toThrow('requests.not-proposed')
  const ended = await givenHome('冯禾')
  for (const what of ['food', 'medicine', 'parcel', 'rubbish'] as const) await decide(ended.observation, what)
  expect([await rowOf(ended.observation), (await rowOf(ended.observation, 'all'))?.goods.length]).toEqual([undefined, 4])
  await sql`insert into observation_end (county, id, community, observation, reason, note, by_account, at)
    values (${county}, ${newId()}, ${here}, ${ended.observation}, 'ordered-in-error', '', ${health.account}, '2026-11-17T09:59:00+08:00')`.execute(
    house.owner,
  )
  expect(await rowOf(ended.observation, 'all')).toBeUndefined()
})

test('who stays at home by an order is no business of helpers, grid workers, the street or another community', async () => {
  const { observation } = await givenHome('韩梅')
  for (const [role, place] of [
    ['volunteer', here],
    ['grid-worker', here],
    ['street-officer', '410105001'],
  ] as const)
    await expect(list(await house.as(role, place))).rejects.toThrow('access.refused')
  const beside = await house.as('community-worker', '410105001004')
  await expect(list(beside)).rejects.toThrow('not-found')
  await expect(decide(observation, 'food', food, beside)).rejects.toThrow('not-found')
})
