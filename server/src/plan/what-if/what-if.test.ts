import { publishDraft, saveDraft, submitDraft } from '@wangdi/domain/documents/packs.api.ts'
import { askWhatIf, type WhatIf } from '@wangdi/domain/plan/what-if/what-if.api.ts'
import { addWhatIf } from '@wangdi/domain/plan/what-if/what-if.rules.ts'
import { closeResponse, confirmClass, confirmLevel } from '@wangdi/domain/regimes/regimes.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dengue, dengueCases } from '../../../test/given/packs.ts'
import { withClient } from '../../../test/database-url.ts'
import { type Caller, type House, Refused, startHouse } from '../../../test/house.ts'
import { givenDwelling } from '../../../test/given/people.ts'
import { loadPlaces } from '../../places/load-places.ts'
import { openResponseFor } from '../../regimes/given.ts'
import { openPlaceList } from '../../places/place-list.ts'

const county = '410105'
const community = '410105001003'
const rules = 'precision-2020@2020-05-01'
let house: House
let nation: Caller
let province: Caller
let health: Caller

beforeAll(async () => {
  house = await startHouse()
  const list = await openPlaceList(new URL('../../../test/places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (owner) => loadPlaces(owner, list))
  nation = await house.as('policy-editor', '')
  province = await house.as('policy-editor', '41')
  health = await house.as('county-health', county)
  // One community has cases, in every test.
  await health.call(confirmClass, {
    ...{ id: newId(), place: community, from: '2026-11-17', value: 'cases', source: '通报', reason: '有病例' },
  })
})
afterAll(() => house?.close())

async function found(
  by: Caller,
  asked: Parameters<typeof by.call<typeof askWhatIf.input, typeof askWhatIf.reply>>[1],
): Promise<WhatIf> {
  const { found: one } = await by.call(askWhatIf, asked)
  if (!one) throw new Error('answered in parts')
  return one
}

test('a draft is tried before it is published: how many communities change, what starts, and nothing is kept', async () => {
  const id = newId()
  await province.call(saveDraft, { id, place: '41', pack: 'dengue-2026', body: dengue, cases: dengueCases, edition: 0 })
  const before = await found(province, { place: '41', draft: id })
  expect(before.communities).toBeGreaterThan(10)
  expect(before.changed).toBe(before.communities)
  expect(before.started.map(({ id, communities }) => [id, communities]).sort()).toEqual([
    ['dengue-spray', 1],
    ['dengue-turn-pots', before.communities],
  ])
  expect(before.stopped).toEqual([])
  // Before its first day the draft changes nothing.
  expect((await found(province, { place: '41', draft: id, on: '2026-10-31' })).changed).toBe(0)
  const other = await house.as('policy-editor', '41')
  await province.call(submitDraft, { id, edition: 1 })
  await other.call(publishDraft, { id, edition: 2, from: '2026-11-17' })
  expect((await found(province, { place: '41', draft: id })).changed).toBe(0)
})

test('a level under the rules of a response moves tiers: each change is counted', async () => {
  const low = await found(health, { place: county, rules, fact: 'county.risk', value: 'low' })
  const high = await found(health, { place: county, rules, fact: 'county.risk', value: 'high' })
  expect(low.communities).toBe(high.communities)
  // The community with cases stands between two packages: a group of its own until its county chose one.
  expect(high.tiers.reduce((sum, { communities }) => sum + communities, 0)).toBe(high.communities)
  expect(high.tiers).toContainEqual({ from: null, to: 'undecided', communities: 1 })
  expect(high.tiers.every(({ from, to }) => from === null && to !== null)).toBe(true)
  expect(high.started.length).toBeGreaterThan(low.started.length / 2)
})

test('households are counted for the own county only, staff where communities keep theirs here; else it is not known', async () => {
  await givenDwelling(house, community, '101')
  await givenDwelling(house, community, '102')
  const asked = { place: county, rules, fact: 'county.risk', value: 'high' } as const
  const own = await found(health, asked)
  expect(own.households).toBe(2)
  expect(own.workers).toBeNull()
  await house.as('grid-worker', community)
  expect((await found(health, asked)).workers).toBe(1)
  const above = await found(province, asked)
  expect([above.households, above.workers]).toEqual([null, 1])
})

test('the country is asked by province, and the parts add up', async () => {
  const { parts, found: none } = await nation.call(askWhatIf, { place: '', rules })
  expect(none).toBeNull()
  expect(parts).toContain('41')
  const answers = await Promise.all(parts.map((place) => found(nation, { place, rules })))
  const sum = answers.reduce(addWhatIf)
  const { rows } = await house.owner
    .selectFrom('place')
    .select((all) => all.fn.countAll<number>().as('count'))
    .where('level', '=', 'community')
    .where('valid_to', 'is', null)
    .execute()
    .then((counted) => ({ rows: counted }))
  expect(sum.communities).toBe(Number(rows[0]?.count))
})

test('where the two grounds come to differ nothing stops for good before a person chose', async () => {
  const { id, leader } = await openResponseFor(house, county, {
    from: '2026-11-17',
    until: '2026-12-10',
    scope: [community],
    rules,
  })
  const level = { fact: 'county.risk', place: county, from: '2026-11-17', reason: '按公告', source: '公告' } as const
  await health.call(confirmLevel, { ...level, id: newId(), value: 'medium' })
  const parted = await found(health, { place: community, fact: 'county.risk', value: 'high' })
  expect(parted.tiers).toEqual([{ from: 'medium', to: 'undecided', communities: 1 }])
  expect(parted.stopped).toEqual([])
  const agreed = await found(health, { place: community, fact: 'community.class', value: 'no-case' })
  expect(agreed.tiers).toEqual([{ from: 'medium', to: 'undecided', communities: 1 }])
  await leader.call(closeResponse, { id, number: '金政〔2026〕9号', reason: '试完了' })
})

test('nothing tried, a value of another level and a foreign place are refused', async () => {
  const code = async (asked: Promise<unknown>) => {
    try {
      await asked
      return 'none'
    } catch (error) {
      if (error instanceof Refused) return error.code
      throw error
    }
  }
  expect(await code(found(health, { place: county }))).toBe('plan.nothing-tried')
  expect(await code(found(health, { place: county, fact: 'county.risk', value: 'cases' }))).toBe('plan.not-that-value')
  expect(await code(found(health, { place: '410102', rules }))).toBe('access.not-found')
  expect(await code(found(health, { place: county, draft: newId() }))).toBe('access.not-found')
})
