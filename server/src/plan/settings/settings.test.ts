import { addDays } from '@wangdi/domain/day.ts'
import { readPlan, stateMeasure } from '@wangdi/domain/plan/plan.api.ts'
import { choosePlanSetting, readPlanSettings } from '@wangdi/domain/plan/settings/settings.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

const county = '410105'
const community = '410105001003'
const day = '2026-11-17'
let house: House
let leader: Caller
let director: Caller

beforeAll(async () => {
  house = await startHouse({ day })
  leader = await house.as('county-leader', county, '县长 赵明')
  director = await house.as('community-director', community, '周敏')
})
afterAll(() => house.close())

const measure = async (id: string, caller = director, place = community) =>
  (await caller.call(readPlan, { place })).items.find((item) => item.id === id)
const setting = async (name: string) =>
  (await leader.call(readPlanSettings, { place: county })).settings.find((each) => each.name === name)

test('days that no clause gives are proposed by us; the county chooses others within bounds, and plan and days due follow', async () => {
  expect(await measure('door-knock')).toMatchObject({
    rhythm: { zh: '每 30 天 1 次' },
    figure: { name: 'rounds.month', chosen: false },
  })
  // What no record of this house proves is due again when its days after the last word on it are over.
  const { items } = await director.call(readPlan, { place: community })
  const stated = items.find(
    ({ state, figure, due_on }) =>
      due_on !== null && !['done', 'part', 'not'].includes(state) && figure && figure.name !== 'rounds.month',
  )
  if (!stated?.figure) throw new Error('records prove every measure with days of ours')
  const before = await setting(stated.figure.name)
  if (!before) throw new Error('not a setting')
  await director.call(stateMeasure, { id: newId(), place: community, measure: stated.id, state: 'done', note: '签了' })
  expect(await measure(stated.id)).toMatchObject({ due_on: addDays(day, before.proposed) })
  await leader.call(choosePlanSetting, { place: county, name: 'rounds.month', value: 10, reason: '入冬，走访加密' })
  await leader.call(choosePlanSetting, { place: county, name: before.name, value: before.at_most, reason: '少看几次' })
  expect(await measure('door-knock')).toMatchObject({
    rhythm: { zh: '每 10 天 1 次', en: 'every 10 days' },
    figure: { chosen: true },
  })
  expect(await measure(stated.id)).toMatchObject({ due_on: addDays(day, before.at_most) })
  expect(await setting('rounds.month')).toMatchObject({
    ...{ value: 10, proposed: 30, at_least: 7, at_most: 60 },
    chosen: { value: 10, by: '县长 赵明', reason: '入冬，走访加密', day },
  })
})

test('another county keeps its own number, and what was chosen is taken back with a reason', async () => {
  const elsewhere = await house.as('community-director', '410122100201')
  expect(await measure('door-knock', elsewhere, '410122100201')).toMatchObject({ rhythm: { zh: '每 30 天 1 次' } })
  await leader.call(choosePlanSetting, { place: county, name: 'rounds.month', value: null, reason: '人手不够' })
  expect(await measure('door-knock')).toMatchObject({ rhythm: { zh: '每 30 天 1 次' }, figure: { chosen: false } })
  expect(await setting('rounds.month')).toMatchObject({ value: 30, chosen: { value: null, reason: '人手不够' } })
})

test('outside the bounds, what a document fixes, another place, no reason or no right: refused, and nothing is kept', async () => {
  const choose = (more: object, caller = leader) =>
    caller.call(choosePlanSetting, { place: county, name: 'rounds.week', value: 5, reason: '加密', ...more })
  await expect(choose({ value: 15 })).rejects.toMatchObject({
    code: 'plan.outside-bounds',
    problem: { facts: { at_least: 2, at_most: 14 } },
  })
  await expect(choose({ name: 'checks.per-day', value: 1 })).rejects.toMatchObject({ code: 'plan.no-such-setting' })
  await expect(choose({ reason: '  ' })).rejects.toMatchObject({ code: 'request.invalid' })
  await expect(choose({ place: community })).rejects.toMatchObject({ code: 'plan.setting-of-county' })
  await expect(choose({}, director)).rejects.toMatchObject({ code: 'access.refused' })
  expect(await setting('rounds.week')).toMatchObject({ value: 7, chosen: null })
})
