// Documents on phones: what holds for the own community, for those who read it; a receipt recorded without network.
import { createHash } from 'node:crypto'
import type { Command, CommandAnswer } from '@wangdi/domain/endpoint.ts'
import { contingency } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import { departmentLetter } from '@wangdi/domain/rounds/kinds/papers/department-letter.kind.ts'
import { heldAmong } from '@wangdi/domain/sync/gone.rules.ts'
import { applyRows, emptyHeld } from '@wangdi/domain/sync/held.rules.ts'
import { papersOnPhone } from '@wangdi/domain/sync/papers/paper.rules.ts'
import { readChanges, readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callKind } from '../../test/given/kinds.ts'
import { givenPlaces } from '../../test/given/places.ts'
import { untilOver } from '../../test/given/told.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { dropEnded } from '../kinds/index.ts'

const here = '410105001003'
const { save, get, acts } = documentVerbs(departmentLetter)
let house: House
let desk: Caller
let director: Caller
beforeAll(async () => {
  house = await startHouse()
  await givenPlaces(house)
  house.clock.set('2026-11-17T10:00:00+08:00')
  desk = await house.as('community-worker', here)
  director = await house.as('community-director', here)
})
afterAll(() => house.close())

const digest = async (text: string) => createHash('sha256').update(text).digest()
const matter = { to: 'market', where: '花园路', found: '劝过两次', asks: '请查处', until: '2026-11-30' }
const write = async (title: string, id = newId(), version = 1) => {
  await callKind(desk, save, { id, place: here, version, v: 1, fields: { ...matter, matter: title } })
  return id
}
const giveOut = async (id: string, version = 1) => {
  for (const act of ['approve', 'publish'] as const) await callKind(director, acts[act], { id, version })
}
const send = async (commands: Command[]): Promise<CommandAnswer[]> => {
  const answer = await fetch(`${house.url}/api/commands`, {
    method: 'POST',
    headers: { ...desk.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ commands }),
  })
  return ((await answer.json()) as { answers: CommandAnswer[] }).answers
}
const receive = (id: string, version: number, at: string): Command => ({
  ...{ id: newId(), verb: 'rounds.department-letter.receive', at: new Date(at).toISOString() },
  input: { id, version, v: 1, fields: { who: '值班室', answer: 'takes' } },
})

test('the phone of who reads them holds what is in force; a receipt without network is kept once under its moment; what holds no more goes', async () => {
  const [letter, draft, over] = [await write('早市占道'), await write('草稿'), await write('油烟')]
  await giveOut(letter)
  await giveOut(over)
  const page = await desk.call(readSnapshot, {})
  let held = applyRows(emptyHeld(), page.rows)
  expect(papersOnPhone(held, departmentLetter)).toMatchObject([
    { id: over, title: '油烟' },
    {
      id: letter,
      version: 1,
      title: '早市占道',
      number: expect.stringMatching(/〔2026〕1号$/),
      until: '2026-11-30',
      received: 0,
    },
  ])
  expect(held.paper.get(letter)?.fields).toEqual({ ...matter, matter: '早市占道' })
  expect(held.paper.has(draft)).toBe(false)
  house.clock.set('2026-11-17T15:00:00+08:00')
  const said = receive(letter, 1, '2026-11-17T11:20:00+08:00')
  expect((await send([said, said])).map(({ state }) => state)).toEqual(['done', 'done'])
  const { acts: done } = await callKind(desk, get, { id: letter })
  expect(done.filter(({ act }) => act === 'receive')).toMatchObject([{ at: '2026-11-17T03:20:00.000Z' }])
  await callKind(director, acts.withdraw, { id: over, version: 1, ground: '查明有许可' })
  await giveOut(draft)
  const pull = async () => {
    await untilOver(house, '410105')
    const news = await desk.call(readChanges, { since: page.cursor, scope: page.scope, epoch: page.epoch })
    held = applyRows(held, news.rows, await heldAmong(held, news.gone, digest))
  }
  await pull()
  expect(papersOnPhone(held, departmentLetter).map(({ id, received, received_on }) => [id, received, received_on])).toEqual([
    [draft, 0, null],
    [letter, 1, '2026-11-17'],
  ])
  // A newer version takes its place; what was recorded about the older one is refused by itself.
  await write('早市占道', letter, 2)
  await giveOut(letter, 2)
  await pull()
  expect(held.paper.get(letter)?.version).toBe(2)
  expect(await send([receive(letter, 1, '2026-11-17T12:00:00+08:00')])).toMatchObject([
    { state: 'refused', problem: { code: 'kinds.not-now' } },
  ])
  await callKind(director, acts.withdraw, { id: draft, version: 1, ground: '不用了' })
  await dropEnded(house.db, new Date('2028-12-31T12:00:00+08:00'))
  await pull()
  expect(held.paper.has(draft)).toBe(false)
})

test('who goes by grids, and who looks after helpers, holds none of them; neither does the phone of the community beside', async () => {
  await giveOut(await write('井盖'))
  const beside = await house.as('community-worker', '410105001004')
  expect((await beside.call(readSnapshot, {})).rows.paper ?? []).toEqual([])
  const worker = await house.as('grid-worker', here)
  expect((await worker.call(readSnapshot, {})).rows.paper ?? []).toEqual([])
})

test('what the street gave out is on the phones of its communities; that it was received is told without network, once', async () => {
  const [officer, leader] = [await house.as('street-officer', '410105001'), await house.as('county-leader', '410105')]
  const plans = documentVerbs(contingency)
  const id = newId()
  const fields = {
    kind: 'response',
    title: '街道预案',
    content: '两小时内到位。',
    responsible: '李建国',
    review_on: '2027-05-01',
  }
  const page = await desk.call(readSnapshot, {})
  let held = applyRows(emptyHeld(), page.rows)
  const pull = async () => {
    await untilOver(house, '410105')
    const news = await desk.call(readChanges, { since: page.cursor, scope: page.scope, epoch: page.epoch })
    held = applyRows(held, news.rows, await heldAmong(held, news.gone, digest))
  }
  await callKind(officer, plans.save, { id, place: '410105001', version: 1, v: 1, fields })
  await pull()
  expect(held.paper.has(id)).toBe(false)
  await callKind(leader, plans.acts.approve, { id, version: 1 })
  await pull()
  expect(held.paper.get(id)).toMatchObject({ community: '410105001', title: '街道预案', received: 0, fields })
  const said: Command = {
    ...{ id: newId(), verb: 'documents.contingency.acknowledge', at: new Date('2026-11-17T09:30:00+08:00').toISOString() },
    input: { id, place: here, version: 1 },
  }
  house.clock.set('2026-11-18T10:00:00+08:00')
  expect((await send([said, said])).map(({ state }) => state)).toEqual(['done', 'done'])
  await pull()
  expect(held.paper.get(id)).toMatchObject({ received: 1, received_on: '2026-11-17' })
  await callKind(leader, plans.acts.withdraw, { id, version: 1, ground: '不用了' })
  await pull()
  expect(held.paper.has(id)).toBe(false)
})
