// Rounds over things on phones: what there is to go to and what was recorded, for those who go round; looks recorded without network.
import { createHash } from 'node:crypto'
import type { Command, CommandAnswer } from '@wangdi/domain/endpoint.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { roundVerbs } from '@wangdi/domain/kinds/round/round.api.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { selfCheck } from '@wangdi/domain/rounds/kinds/self-check.kind.ts'
import { heldAmong } from '@wangdi/domain/sync/gone.rules.ts'
import { applyRows, emptyHeld } from '@wangdi/domain/sync/held.rules.ts'
import { roundOnPhone } from '@wangdi/domain/sync/round.rules.ts'
import { readChanges, readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callKind } from '../../test/given/kinds.ts'
import { givenDwelling, givenGrid } from '../../test/given/people.ts'
import { untilOver } from '../../test/given/told.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'

const here = '410105001003'
const [things, turn] = [registerVerbs(facility), roundVerbs(selfCheck)]
let house: House
let desk: Caller
let director: Caller
let worker: Caller
beforeAll(async () => {
  house = await startHouse()
  house.clock.set('2026-11-17T10:00:00+08:00')
  desk = await house.as('community-worker', here)
  director = await house.as('community-director', here)
  worker = await house.as('grid-worker', here)
  const door = await givenDwelling(house, here, '3号楼', '2', '402')
  await givenGrid(house, here, [door], worker.account, '第3网格')
})
afterAll(() => house.close())

const digest = async (text: string) => createHash('sha256').update(text).digest()
const add = async (title: string) => {
  const id = newId()
  await callKind(director, things.add, { id, v: 1, place: here, fields: { name: title, kind: 'library' } })
  return id
}

test('the phone of who goes round holds the things and the looks of the turn; a look without network is kept once, a closed thing goes', async () => {
  const [first, second] = [await add('图书室'), await add('棋牌室')]
  const page = await desk.call(readSnapshot, {})
  let held = applyRows(emptyHeld(), page.rows)
  expect(roundOnPhone(held, selfCheck, '2026-11-17').coverage).toMatchObject({ due: 2, done: 0 })
  expect((await worker.call(readSnapshot, {})).rows.thing).toBeUndefined()
  const input = { id: newId(), thing: first, v: 1, fields: { done: 'checked', items: { water: 'yes' } } }
  const said: Command = { id: newId(), verb: 'rounds.self-check.record', at: '2026-11-17T01:20:00.000Z', input }
  const answer = await fetch(`${house.url}/api/commands`, {
    method: 'POST',
    headers: { ...desk.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ commands: [said, said] }),
  })
  const { answers } = (await answer.json()) as { answers: CommandAnswer[] }
  expect(answers.map(({ state }) => state)).toEqual(['done', 'done'])
  expect((await callKind(desk, turn.get, { id: first })).checks).toHaveLength(1)
  await callKind(director, things.acts['set-state'], {
    ...{ id: second, state: 'suspended', basis: '区防指〔2026〕3号', day: '2026-11-17' },
  })
  await untilOver(house, '410105')
  const news = await desk.call(readChanges, { since: page.cursor, scope: page.scope, epoch: page.epoch })
  held = applyRows(held, news.rows, await heldAmong(held, news.gone, digest))
  expect([...held.check.values()]).toMatchObject([{ id: input.id, thing: first, at: '2026-11-17T01:20:00.000Z' }])
  expect(roundOnPhone(held, selfCheck, '2026-11-17').coverage).toMatchObject({ due: 1, done: 1, outside: 1 })
})
