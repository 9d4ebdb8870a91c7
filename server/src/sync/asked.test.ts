// Requests on phones: what was given to whoever carries one, and what is open behind the doors of their grids.
import { createHash } from 'node:crypto'
import type { Command, CommandAnswer } from '@wangdi/domain/endpoint.ts'
import { readGiven } from '@wangdi/domain/kinds/given.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { heldAmong } from '@wangdi/domain/sync/gone.rules.ts'
import { applyRows, emptyHeld } from '@wangdi/domain/sync/held.rules.ts'
import { readChanges, readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { callKind } from '../../test/given/kinds.ts'
import { givenDwelling, givenGrid } from '../../test/given/people.ts'
import { untilOver } from '../../test/given/told.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { inTransaction } from '../platform/db.ts'

const here = '410105001003'
const beside = '410105001004'
const verbs = requestVerbs(errand)
let house: House
let desk: Caller
let helper: Caller
let worker: Caller
let own: string
let other: string
beforeAll(async () => {
  house = await startHouse()
  desk = await house.as('community-worker', here)
  worker = await house.as('grid-worker', here)
  own = await givenDwelling(house, here, '3号楼', '2', '402')
  other = await givenDwelling(house, here, '5号楼', '1', '101')
  await givenGrid(house, here, [own], worker.account, '第3网格')
})
beforeEach(async () => {
  house.clock.set('2026-11-17T10:00:00+08:00')
  helper = await house.as('volunteer', here, '宋晓')
})
afterAll(() => house.close())

const food = { what: 'food', items: [{ item: '白菜', much: { n: 2, unit: 'kg' } }], put: 'door', call: '19900004321' }
const take = async (dwelling = own) =>
  (await callKind(desk, verbs.begin, { id: newId(), v: 1, dwelling, way: 'phone', urgency: 'today', fields: food })).id
const act = (by: Caller, name: string, id: string, more: object = {}) => callKind(by, verbs.acts[name], { id, ...more })
const giveTo = async (to: Caller, dwelling = own) => {
  const id = await take(dwelling)
  await act(desk, 'give', id, { doer: to.account })
  return id
}
const givenTo = async (to: Caller, input = {}) => (await to.call(readGiven, input)).rows ?? []
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
const digest = async (text: string) => createHash('sha256').update(text).digest()
const send = async (by: Caller, commands: Command[]): Promise<CommandAnswer[]> => {
  const answer = await fetch(`${house.url}/api/commands`, {
    method: 'POST',
    headers: { ...by.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ commands }),
  })
  return ((await answer.json()) as { answers: CommandAnswer[] }).answers
}
const said = (verb: string, input: Record<string, unknown>, at = '2026-11-17T10:00:00+08:00'): Command => ({
  ...{ id: newId(), verb: `requests.errand.${verb}`, at: new Date(at).toISOString(), input },
})

test('a helper fetches what was given to them: door, hour, goods and phone; nothing of why, of whom, of any other row [R-LAW-21]', async () => {
  const elsewhere = await take(other)
  const id = await giveTo(helper)
  await sql`insert into kind_request_said (county, id, request, community, kind, audience, said)
    values ('410105', ${newId()}, ${id}, ${here}, 'requests.errand', 'health', '{"cause":"居家隔离"}')`.execute(house.owner)
  const rows = await givenTo(helper)
  expect(rows).toMatchObject([
    {
      id,
      kind: 'requests.errand',
      door: '3号楼2单元402',
      dwelling: null,
      fields: food,
      standing: { state: 'given', office: null },
    },
  ])
  const told = JSON.stringify(rows)
  for (const hidden of ['居家隔离', own, desk.account, elsewhere])
    expect([hidden, told.includes(hidden)]).toEqual([hidden, false])
  await expect(helper.call(readSnapshot, {})).rejects.toMatchObject({ code: 'access.refused' })
  await expect(desk.call(readGiven, {})).rejects.toMatchObject({ code: 'access.refused' })
})

test('what was taken back, went to another, was confirmed or is destroyed is no longer fetched; what did not change is not sent again', async () => {
  const [back, passed, over, destroyed] = [await giveTo(helper), await giveTo(helper), await giveTo(helper), await giveTo(helper)]
  const before = await helper.call(readGiven, {})
  expect(idsOf(before.rows ?? []).sort()).toEqual([back, passed, over, destroyed].sort())
  expect((await helper.call(readGiven, { mark: before.mark })).rows).toBeNull()
  await act(desk, 'take-back', back)
  await act(helper, 'not-done', passed, { ground: '敲门没人应' })
  await act(desk, 'give', passed, { doer: (await house.as('volunteer', here)).account })
  await act(helper, 'done', over)
  expect(idsOf(await givenTo(helper)).sort()).toEqual([over, destroyed].sort())
  await act(desk, 'confirm', over)
  await sql`delete from kind_request where id = ${destroyed}`.execute(house.owner)
  const after = await helper.call(readGiven, { mark: before.mark })
  expect(after.rows).toEqual([])
})

test('an act recorded without network is kept under its own moment, a repeat as once; one that is not theirs any more is refused', async () => {
  const id = await giveTo(helper)
  house.clock.set('2026-11-17T13:00:00+08:00')
  const done = said('done', { id, fields: { cost: { n: 12.5, unit: 'yuan' } } }, '2026-11-17T11:20:00+08:00')
  expect((await send(helper, [done, done])).map(({ state }) => state)).toEqual(['done', 'done'])
  const { acts, row } = await callKind(desk, verbs.get, { id })
  expect([row.state, acts.map((one) => one.act)]).toEqual(['done', ['take', 'give', 'done']])
  expect(acts[2]).toMatchObject({ at: '2026-11-17T03:20:00.000Z', fields: { cost: { n: 12.5, unit: 'yuan' } } })
  const late = await giveTo(helper)
  await act(desk, 'take-back', late)
  expect(await send(helper, [said('done', { id: late })])).toMatchObject([
    { state: 'refused', problem: { code: 'access.not-found' } },
  ])
})

test('an errand taken down at a door without network has its term from then; a second act goes with it', async () => {
  const id = newId()
  house.clock.set('2026-11-17T12:00:00+08:00')
  const begun = said('take', { id, v: 1, dwelling: own, way: 'desk', urgency: 'today', fields: { ...food, what: 'rubbish' } })
  const strange = said('take', { id: newId(), v: 1, dwelling: other, way: 'desk', urgency: 'today', fields: food })
  expect((await send(worker, [begun, strange])).map(({ state }) => state)).toEqual(['done', 'refused'])
  const { fields, row } = await callKind(desk, verbs.get, { id })
  expect([row.due_at, fields]).toEqual(['2026-11-17T12:00:00.000Z', { what: 'rubbish', put: 'door', call: '19900004321' }])
})

test('the phone of a grid holds what is open behind its own doors, that of a desk all of the community; what ends or is passed on goes', async () => {
  const [mine, far] = [await take(own), await take(other)]
  const first = await worker.call(readSnapshot, {})
  let held = applyRows(emptyHeld(), first.rows)
  expect([held.asked.get(mine)?.fields, held.asked.has(far)]).toEqual([food, false])
  expect((await desk.call(readSnapshot, {})).rows.asked?.map(({ id }) => id)).toEqual(expect.arrayContaining([mine, far]))
  let at = { since: first.cursor, scope: first.scope, epoch: first.epoch }
  const pull = async () => {
    await untilOver(house, '410105')
    const news = await worker.call(readChanges, at)
    held = applyRows(held, news.rows, await heldAmong(held, news.gone, digest))
    at = { ...at, since: news.cursor }
    return news
  }
  const later = await take(own)
  await act(desk, 'give', mine, { doer: helper.account })
  await pull()
  expect([held.asked.get(mine)?.standing.state, held.asked.has(later)]).toEqual(['given', true])
  await act(helper, 'done', mine)
  await pull()
  expect(held.asked.get(mine)?.standing.state).toBe('done')
  await act(desk, 'confirm', mine)
  await act(desk, 'hand-on', later, { office: beside })
  await act(await house.as('community-worker', beside), 'hand-on', later, { office: here })
  await pull()
  expect([held.asked.has(mine), held.asked.get(later)?.standing.office]).toEqual([false, here])
})

test('phones are told that a request changed by whoever takes part, and a helper reads none of what others are told', async () => {
  const id = await giveTo(helper)
  const scope = { county: '410105', area: '', place: '', health: true, given: helper.account }
  const seen = await inTransaction(house.db, scope, (db) =>
    db.selectFrom('change').select('id').where('county', '=', '410105').execute(),
  )
  expect(seen).toEqual([])
  await expect(
    inTransaction(house.db, scope, (db) =>
      sql`insert into change (county, community, xid, subject, id) values ('410105', ${here}, 1, 'person', ${id})`.execute(db),
    ),
  ).rejects.toThrow('row-level security')
})
