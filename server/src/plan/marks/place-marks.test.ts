import { markPlaces, readPlaceMarks } from '@wangdi/domain/plan/marks/place-marks.ts'
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../../test/database-url.ts'
import { givenResponse } from '../../../test/given/regimes.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { loadPlaces } from '../../places/index.ts'
import { openPlaceList } from '../../platform/national/place-list.ts'

const county = '410105'
const street = '410105001'
const first = '410105001003'
let second = ''
let other = ''
const day = '2026-11-17'
let house: House
let officer: Caller

beforeAll(async () => {
  house = await startHouse({ day })
  const list = await openPlaceList(new URL('../../../test/places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (client) => loadPlaces(client, list))
  officer = await house.as('street-officer', street, '沈洁')
  const codes = async (place: string) => {
    const caller = await house.as('street-officer', place)
    return (await caller.call(readPlaceMarks, { place })).rows.map(({ community }) => community)
  }
  second = (await codes(street)).find((code) => code !== first) ?? ''
  other = (await codes('410105002'))[0] ?? ''
})
afterAll(() => house.close())

const marksOf = async (community: string, caller = officer) =>
  (await caller.call(readPlaceMarks, { place: caller === officer ? street : county, size: 200 })).rows.find(
    (row) => row.community === community,
  )?.marks

test('several communities are marked at once, with where it is known from and by whom, and their plans gain the items of the marks [R-2021-13]', async () => {
  for (const place of [first, second]) await givenResponse(house, place, { from: day, rules: 'precision-2020@2021-06-01' })
  const director = await house.as('community-director', first)
  const ids = async () => (await director.call(readPlan, { place: first })).items.map(({ id }) => id)
  const before = await ids()
  const marks = (['place.rural', 'place.airport-area', 'place.fringe', 'place.migrant-workers'] as const).map((mark) => ({
    mark,
    value: 'yes' as const,
  }))
  const marked = await officer.call(markPlaces, { place: street, communities: [first, second], marks, source: '街道核实' })
  expect(marked).toEqual({ marked: 2 })
  expect(await marksOf(second)).toContainEqual(
    expect.objectContaining({ mark: 'place.rural', value: 'yes', source: '街道核实', by: '沈洁', day }),
  )
  const added = ['rural-first', 'airport-area-closer', 'fringe-closer', 'migrants-expected']
  for (const id of added) expect(before).not.toContain(id)
  expect(await ids()).toEqual(expect.arrayContaining(added))
  const only = await officer.call(readPlaceMarks, { place: street, mark: 'place.rural' })
  expect(only.rows.map(({ community }) => community)).toEqual([first, second].sort())
})

test('a border village is asked to patrol and to tell the border body of strangers, and a mark taken back takes them away [R-2021-14]', async () => {
  const health = await house.as('county-health', county)
  const director = await house.as('community-director', first)
  const texts = async () => (await director.call(readPlan, { place: first })).items.filter(({ id }) => id.startsWith('border'))
  const say = (value: 'yes' | 'no') =>
    health.call(markPlaces, { place: county, communities: [first], marks: [{ mark: 'place.border', value }], source: '县里核定' })
  await say('yes')
  const asked = (await texts()).map(({ text }) => text.zh).join('\n')
  expect(asked).toMatch(/巡/)
  expect(asked).toMatch(/报/)
  await say('no')
  expect(await texts()).toEqual([])
  expect(await marksOf(first, health)).toContainEqual(expect.objectContaining({ mark: 'place.border', value: 'no' }))
})

test('what a mark would add is shown before anybody marks, and on an ordinary day it is said that nothing follows now', async () => {
  const quiet = await (await house.as('street-officer', '410105002')).call(readPlaceMarks, { place: '410105002' })
  expect(quiet.rows.every(({ marks }) => marks.length === 0)).toBe(true)
  expect(quiet.adds.map(({ mark, now, measures }) => [mark, now, measures.length > 0])).toContainEqual([
    'place.border',
    false,
    true,
  ])
})

test('a community outside, or one that does not stand, is marked by nobody', async () => {
  const say = (communities: string[]) =>
    officer.call(markPlaces, { place: street, communities, marks: [{ mark: 'place.rural', value: 'yes' }], source: '街道核实' })
  await expect(say([first, other])).rejects.toMatchObject({ code: 'access.not-found' })
  await expect(say(['410105001999'])).rejects.toMatchObject({ code: 'access.not-found' })
  const director = await house.as('community-director', first)
  await expect(director.call(readPlaceMarks, { place: first })).rejects.toMatchObject({ code: 'access.refused' })
})
