import { endOldMeasures, readSwitch } from '@wangdi/domain/plan/switch/switch.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenResponse } from '../../../test/given/regimes.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

const community = '410105001003'
const day = '2026-11-17'
let house: House
let director: Caller

beforeAll(async () => {
  house = await startHouse({ day })
  director = await house.as('community-director', community, '周敏')
})
afterAll(() => house.close())

test('the duties since 2023 are a list of what is done, and each old measure ends with the day a named person recorded [R-2023-46]', async () => {
  const turn = await director.call(readSwitch, { place: community })
  expect(turn).toMatchObject({ turned: true, since: '2023-01-08' })
  expect(turn.duties.length).toBeGreaterThan(10)
  expect(turn.duties.every(({ state, source }) => state !== null && source.section !== '')).toBe(true)
  expect(turn.ended.length).toBeGreaterThan(5)
  const [old] = turn.ended
  if (!old) throw new Error('nothing ended')
  expect(old).toMatchObject({ ends_on: '2023-01-08', recorded: null })
  const [, ...others] = turn.ended.map(({ measure }) => measure)
  const end = { place: community, measures: [old.measure], ended_on: '2023-01-10', note: '卡点已撤' }
  await director.call(endOldMeasures, end)
  const recorded = (await director.call(readSwitch, { place: community })).ended.find(({ measure }) => measure === old.measure)
  expect(recorded?.recorded).toMatchObject({ ended_on: '2023-01-10', note: '卡点已撤', by: '周敏' })
  const rest = { place: community, measures: others, ended_on: '2023-01-08', note: '' }
  expect(await director.call(endOldMeasures, rest)).toEqual({ recorded: others.length })
  expect((await director.call(readSwitch, { place: community })).ended.every((one) => one.recorded !== null)).toBe(true)
})

test('what ended, what stays and what leads is said with its source, and emergency functions are closed [R-2023-1]', async () => {
  const { turns } = await director.call(readSwitch, { place: community })
  for (const to of ['ends', 'stays', 'leads']) expect(turns.filter((turn) => turn.to === to).length).toBeGreaterThan(0)
  const ended = turns.filter(({ to }) => to === 'ends').map(({ text }) => text.zh)
  expect(ended.join()).toMatch(/隔离/)
  const leading = turns.filter(({ to }) => to === 'leads').map(({ text }) => text.zh)
  expect(leading.join()).toMatch(/服务/)
})

test('only a measure that ended has an end, and no end lies ahead', async () => {
  const say = (measure: string, ended_on: string) =>
    director.call(endOldMeasures, { place: community, measures: [measure], ended_on, note: '' })
  await expect(say('nothing.such', day)).rejects.toMatchObject({ code: 'plan.not-ended' })
  await expect(say('nothing.such', '2026-11-18')).rejects.toMatchObject({ code: 'plan.ends-ahead' })
})

test('above the community nothing is said of how far duties are', async () => {
  const city = await house.as('city-officer', '4101')
  const { duties, ended } = await city.call(readSwitch, { place: '410105' })
  expect(duties.every(({ state }) => state === null)).toBe(true)
  expect(ended.every(({ recorded }) => recorded === null)).toBe(true)
})

test('while an order brings emergency rules back nothing has ended; when it ends, its measures join the list', async () => {
  await givenResponse(house, community, { from: day, until: '2026-11-20' })
  expect(await director.call(readSwitch, { place: community })).toMatchObject({ turned: false, ended: [] })
  house.clock.set('2026-11-21T10:00:00+08:00')
  const after = await director.call(readSwitch, { place: community })
  expect(after.turned).toBe(true)
  expect(after.ended.some(({ ends_on }) => ends_on === '2026-11-21')).toBe(true)
})
