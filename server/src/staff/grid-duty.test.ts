import { saveGrid } from '@wangdi/domain/places/places.api.ts'
import { assignGrid, readGridDuties } from '@wangdi/domain/staff/grid-duty.api.ts'
import { responsibleOn } from '@wangdi/domain/staff/grid-duty.rules.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../../test/house.ts'

const community = '410105001003'
const today = '2026-11-17'
let house: House
let director: Caller
beforeAll(async () => {
  house = await startHouse({ day: today })
  director = await house.as('community-director', community)
})
afterAll(() => house.close())

const worker = async (name: string) => (await house.as('grid-worker', community, name)).account
let made = 0
const givenGrid = () =>
  director.call(saveGrid, { id: newId(), community, name: `${++made}网格`, ordinal: made, from: today, until: null })
const plain = { community, kind: 'worker' as const, from: today, until: null }

test('a grid passes from one worker to the next on a day, and the one before stays as history [R-2020A-3][R-2021-5]', async () => {
  const grid = await givenGrid()
  await director.call(assignGrid, { ...plain, grid: grid.id, account: await worker('马晓燕') })
  const { duties } = await director.call(assignGrid, {
    ...plain,
    grid: grid.id,
    account: await worker('邢卫东'),
    from: '2026-12-01',
  })
  expect(duties.map(({ name, from, until }) => ({ name, from, until }))).toEqual([
    { name: '邢卫东', from: '2026-12-01', until: null },
    { name: '马晓燕', from: today, until: '2026-12-01' },
  ])
  expect(responsibleOn(duties, '2026-11-30')?.name).toBe('马晓燕')
})

test('a stand-in answers for the grid on its days, then the worker again; two stand-ins do not overlap [R-2021-5]', async () => {
  const grid = await givenGrid()
  await director.call(assignGrid, { ...plain, grid: grid.id, account: await worker('马晓燕') })
  const standIn = { ...plain, kind: 'stand-in' as const, grid: grid.id, from: '2026-11-20', until: '2026-11-23' }
  const { duties } = await director.call(assignGrid, { ...standIn, account: await worker('刘洋') })
  expect(['2026-11-19', '2026-11-20', '2026-11-22', '2026-11-23'].map((day) => responsibleOn(duties, day)?.name)).toEqual([
    '马晓燕',
    '刘洋',
    '刘洋',
    '马晓燕',
  ])
  const other = await worker('陈静')
  await expect(
    director.call(assignGrid, { ...standIn, account: other, from: '2026-11-22', until: '2026-11-25' }),
  ).rejects.toMatchObject({ code: 'staff.duty-covered' })
  await expect(director.call(assignGrid, { ...standIn, account: other, from: '2026-12-01', until: null })).rejects.toMatchObject({
    code: 'staff.duty-no-end',
  })
})

test('a grid may be left vacant from a day on, and the vacancy shows [R-2020A-3]', async () => {
  const grid = await givenGrid()
  await director.call(assignGrid, { ...plain, grid: grid.id, account: await worker('马晓燕') })
  const { duties } = await director.call(assignGrid, { ...plain, grid: grid.id, account: null, from: '2026-11-20' })
  expect(responsibleOn(duties, '2026-11-19')?.name).toBe('马晓燕')
  expect(responsibleOn(duties, '2026-11-20')).toBeUndefined()
  expect((await director.call(readGridDuties, { community })).duties.map((duty) => duty.id)).toContain(duties[0]?.id)
})

test('somebody of another community does not get the grid, nor does the past change', async () => {
  const grid = await givenGrid()
  const stranger = (await house.as('grid-worker', '410105001006', '外人')).account
  await expect(director.call(assignGrid, { ...plain, grid: grid.id, account: stranger })).rejects.toMatchObject({
    code: 'staff.duty-not-here',
  })
  await expect(
    director.call(assignGrid, { ...plain, grid: grid.id, account: await worker('马'), from: '2026-11-16' }),
  ).rejects.toMatchObject({ code: 'staff.duty-in-past' })
})
