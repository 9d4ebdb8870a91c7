import { decideDemand, fileDemand, readDemand } from '@wangdi/domain/reports/demands/demands.api.ts'
import type { Wanted } from '@wangdi/domain/reports/demands/demand.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenPerson } from '../../../test/given/people.ts'
import { givenPlaces } from '../../../test/given/places.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

const county = '410105'
const street = '410105001'
const tixiang = '410105001003'
let house: House
let affairs: Caller
let officer: Caller
let province: Caller
beforeAll(async () => {
  house = await startHouse()
  await givenPlaces(house)
  affairs = await house.as('county-civil-affairs', county, '孙静')
  officer = await house.as('street-officer', street, '陈刚')
  province = await house.as('province-officer', '41')
  for (const [community, many] of [
    [tixiang, 2],
    ['410105001001', 12],
    ['410105001005', 3],
    ['410105001007', 20],
  ] as const)
    for (let nth = 0; nth < many; nth++) await givenPerson(house, community, `周某${nth}`, { born: '1990-01-01' })
})
afterAll(() => house.close())

/** A form with items that are held and one that is not, so that a county has to decide. */
const file = async (changes: Partial<Wanted> = {}) => {
  const wanted: Wanted = {
    kind: 'form',
    title: '楼道充电桩情况表',
    asker: '省商务厅',
    document: '豫商〔2026〕12号',
    purpose: '安排充电设施',
    ground: '电动自行车安全条例 第十条',
    items: ['count.residents', 'count.dwellings'],
    new_items: [{ name: '充电桩数量', purpose: '安排充电设施', ground: '电动自行车安全条例', keep: '一年' }],
    scope: ['41'],
    from: '2026-11-02',
    until: '2026-12-31',
    rhythm: 'weekly',
    minutes: 40,
    money: null,
    money_from: '',
    ...changes,
  }
  return province.call(fileDemand, { id: newId(), place: '41', wanted })
}

test('above the county fewer people than the least count are not told of one community, nor what would give them away', async () => {
  const { id } = await file({ kind: 'figures', items: ['count.residents', 'count.dwellings'], new_items: [] })
  const seen = async (by: Caller, place: string) => {
    const { figures, least } = await by.call(readDemand, { id, place })
    return { least, ...Object.fromEntries(figures.map(({ item, figure, why }) => [item, why === 'figure' ? figure : why])) }
  }
  expect(await seen(province, '410105001005')).toMatchObject({ least: 5, 'count.residents': 'few', 'count.dwellings': 0 })
  // Of the four only two are small; 12 and 20 are told, since two hidden ones do not follow from the sum.
  expect(await seen(province, tixiang)).toMatchObject({ 'count.residents': 'few' })
  expect(await seen(province, '410105001001')).toMatchObject({ 'count.residents': 12 })
  expect(await seen(province, county)).toMatchObject({ 'count.residents': 37 })
  expect(await seen(officer, '410105001005')).toMatchObject({ 'count.residents': 3 })
  await house.owner.updateTable('installation').set({ value: '3' }).where('name', '=', 'least-count').execute()
  // Now one alone is small: its sum less the others would give it away, so the smallest beside it is withheld.
  expect(await seen(province, tixiang)).toMatchObject({ least: 3, 'count.residents': 'few' })
  expect(await seen(province, '410105001005')).toMatchObject({ 'count.residents': 'withheld' })
  expect(await seen(province, '410105001001')).toMatchObject({ 'count.residents': 12 })
  await house.owner.updateTable('installation').set({ value: '5' }).where('name', '=', 'least-count').execute()
})

test('a demand that waits, was refused or is over is answered no figure at any level; one that was accepted is', async () => {
  const places = ['41', county, street, tixiang]
  const figuresOf = (id: string) =>
    Promise.all(places.map(async (place) => (await province.call(readDemand, { id, place })).figures))
  const asked = { items: ['count.residents', 'count.dwellings'], scope: [county] }
  const refused = await file(asked)
  expect(refused.outcome).toBe('waiting')
  expect(await figuresOf(refused.id)).toEqual([[], [], [], []])
  await affairs.call(decideDemand, { id: refused.id, place: county, decision: 'refused', reason: '用途说不清' })
  expect(await figuresOf(refused.id)).toEqual([[], [], [], []])
  expect((await affairs.call(readDemand, { id: refused.id, place: county })).figures).toEqual([])
  const accepted = await file({ ...asked, title: '另一张表' })
  await affairs.call(decideDemand, { id: accepted.id, place: county, decision: 'accepted', reason: '' })
  expect((await figuresOf(accepted.id)).map((figures) => figures.length)).toEqual([2, 2, 2, 2])
  const baseless = await file({ ...asked, document: '' })
  expect(baseless.outcome).toBe('refused')
  expect(await figuresOf(baseless.id)).toEqual([[], [], [], []])
})

test('what one county of several refused is not told in the sum of them either', async () => {
  const both = { items: ['count.residents'], scope: ['41'] }
  const other = await house.as('county-civil-affairs', '410122')
  const { id } = await file(both)
  await affairs.call(decideDemand, { id, place: county, decision: 'accepted', reason: '' })
  await other.call(decideDemand, { id, place: '410122', decision: 'refused', reason: '用途说不清' })
  expect((await province.call(readDemand, { id, place: '41' })).figures).toEqual([])
  expect((await province.call(readDemand, { id, place: '410122' })).figures).toEqual([])
  expect((await province.call(readDemand, { id, place: county })).figures).toHaveLength(1)
})
