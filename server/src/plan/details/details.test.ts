import { addMeasure, detailMeasure, endMeasure, judgeMeasure } from '@wangdi/domain/plan/details/details.ts'
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

const community = '410105001003'
let house: House
let director: Caller
let street: Caller

beforeAll(async () => {
  house = await startHouse()
  director = await house.as('community-director', community, '周敏')
  street = await house.as('street-officer', '410105001', '沈洁')
})
afterAll(() => house.close())

const plan = (caller = director) => caller.call(readPlan, { place: community })
const asked = (text: string, more: { restriction?: 'checkpoint' | null; order_number?: string } = {}) => ({
  id: newId(),
  place: community,
  aspect: 'service' as const,
  text,
  who: '马晓燕',
  reason: '独居老人多',
  restriction: null,
  reach: null,
  days: null,
  order_number: '',
  ...more,
})

test('how a measure is done here stands under it, and adding one runs the over-control check first [R-2020P-63]', async () => {
  const [measure] = (await plan()).items
  if (!measure) throw new Error('the regime of the day asks nothing')
  const detail = {
    id: newId(),
    place: community,
    measure: measure.id,
    how: '每栋楼一张告示，楼道口贴',
    who: '马晓燕',
    hours: '周一、周四',
  }
  await director.call(detailMeasure, detail)
  const detailed = (await plan()).items.find(({ id }) => id === measure.id)
  expect(detailed?.detail).toMatchObject({ how: '每栋楼一张告示，楼道口贴', who: '马晓燕', hours: '周一、周四', by: '周敏' })
  expect((await plan()).items.length).toBe((await plan(street)).items.length)

  await expect(director.call(addMeasure, asked('南门设卡点查码'))).rejects.toMatchObject({ code: 'plan.beyond-package' })
  await expect(director.call(addMeasure, asked('门口看一看', { restriction: 'checkpoint' }))).rejects.toMatchObject({
    code: 'plan.beyond-package',
  })
  expect((await plan()).own).toEqual([])
  await director.call(addMeasure, asked('给独居老人每周送一次菜'))
  expect((await plan()).own).toMatchObject([{ text: '给独居老人每周送一次菜', state: 'waiting', by: '周敏', beyond: null }])
})

test('a named person of the street or county decides, once, and never the one who asked; the community ends it', async () => {
  const [own] = (await plan()).own
  if (!own) throw new Error('nothing was asked for')
  const decision = { id: own.id, place: community, kind: 'approved' as const, reason: '' }
  await expect(director.call(judgeMeasure, decision)).rejects.toMatchObject({ code: 'access.refused' })
  await street.call(judgeMeasure, decision)
  expect((await plan()).own).toMatchObject([{ state: 'approved', decided_by: '沈洁' }])
  await expect(street.call(judgeMeasure, { ...decision, kind: 'refused' })).rejects.toMatchObject({
    code: 'plan.decided-already',
  })
  await director.call(endMeasure, { id: own.id, place: community, reason: '志愿者接手了' })
  expect((await plan()).own).toMatchObject([{ state: 'ended', decided_reason: '志愿者接手了' }])
  await expect(director.call(endMeasure, { id: own.id, place: community, reason: '' })).rejects.toMatchObject({
    code: 'plan.decided-already',
  })
})

test('empty words take a detail back, what the plan does not ask for gets none, and a past day shows what was written then', async () => {
  const [measure] = (await plan()).items
  if (!measure) throw new Error('the regime of the day asks nothing')
  const detail = { id: newId(), place: community, measure: measure.id, how: '', who: '', hours: '' }
  house.clock.set('2026-11-19T10:00:00+08:00')
  await director.call(detailMeasure, detail)
  expect((await plan()).items.find(({ id }) => id === measure.id)?.detail).toBeNull()
  const before = await director.call(readPlan, { place: community, on: '2026-11-18' })
  expect(before.items.find(({ id }) => id === measure.id)?.detail).toMatchObject({ who: '马晓燕' })
  await expect(director.call(detailMeasure, { ...detail, id: newId(), measure: 'nothing.such' })).rejects.toMatchObject({
    code: 'plan.not-in-plan',
  })
})
