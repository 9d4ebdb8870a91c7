import { publishDraft, saveDraft, submitDraft } from '@wangdi/domain/documents/packs.api.ts'
import { askWhatIf, type WhatIf } from '@wangdi/domain/plan/what-if/what-if.api.ts'
import { addWhatIf } from '@wangdi/domain/plan/what-if/what-if.rules.ts'
import { closeResponse, confirmClass, confirmLevel } from '@wangdi/domain/regimes/regimes.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dengue, dengueCases, dengueWhole } from '../../../test/given/packs.ts'
import { withClient } from '../../../test/database-url.ts'
import { type Caller, type House, Refused, startHouse } from '../../../test/house.ts'
import { givenDwelling } from '../../../test/given/people.ts'
import { loadPlaces } from '../../places/load-places.ts'
import { openResponseFor } from '../../regimes/given.ts'
import { openPlaceList } from '../../platform/national/place-list.ts'

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

const moved = (from: string | null, to: string, communities: number) =>
  expect.objectContaining({
    ...{ subject: 'covid', from: expect.objectContaining({ id: from }), to: expect.objectContaining({ id: to }), communities },
  })

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

test('a whole notice is tried with facts of its own on a day to come: tiers, limits and lines of the report too', async () => {
  // Under another name beside the short one above, and in words of its own: what two ask in the same words stands once.
  const body = dengueWhole.replaceAll('dengue-', 'deng-').replaceAll('翻盆倒罐', '清理坛罐')
  const id = newId()
  await nation.call(saveDraft, { id, place: '', pack: 'deng-2026', body, cases: '[]', edition: 0 })
  const ask = (facts: string, on = '2027-06-30') => found(nation, { place: '41', draft: id, facts, on })
  const local = await ask('deng-2026/level=local,deng-2026/cases=5')
  expect(local.day).toBe('2027-06-30')
  expect(local.tiers).toEqual([
    {
      ...{ subject: 'dengue', from: { id: null, words: null }, communities: local.communities },
      to: { id: 'emergency', words: { zh: '应急防制', en: 'emergency control' } },
    },
  ])
  expect(local.started.map(({ id: rule }) => rule).sort()).toEqual(['deng-market-shut', 'deng-spray', 'deng-water'])
  expect(local.limits.started.map(({ id: rule }) => rule)).toContain('deng-shut-seven-days')
  expect(local.lines.started).toContainEqual({
    ...{ id: 'deng-2026/sprayed', text: { zh: '灭蚊（户次）', en: 'Spraying (visits)' }, communities: local.communities },
  })
  const watch = await ask('deng-2026/level=watch')
  expect(watch.lines.started.map(({ id: line }) => line)).not.toContain('deng-2026/sprayed')
  // Egg traps are asked of one province, which is not this one.
  expect(watch.started.map(({ id: rule }) => rule)).toEqual(['deng-water'])
  const [first] = (await nation.call(askWhatIf, { place: '', draft: id, facts: 'deng-2026/level=watch' })).parts
  expect(first).toBeDefined()
})

test('a level under the rules of a response moves tiers: each change is counted', async () => {
  const low = await found(health, { place: county, rules, facts: 'county.risk=low' })
  const high = await found(health, { place: county, rules, facts: 'county.risk=high' })
  expect(low.communities).toBe(high.communities)
  // The community with cases stands between two packages: a group of its own until its county chose one.
  expect(high.tiers.reduce((sum, { communities }) => sum + communities, 0)).toBe(high.communities)
  expect(high.tiers).toContainEqual(moved(null, 'undecided', 1))
  expect(high.tiers.every(({ from, to }) => from.id === null && to.id !== null)).toBe(true)
  expect(high.started.length).toBeGreaterThan(low.started.length / 2)
})

test('households are counted for the own county only, staff where communities keep theirs here; else it is not known', async () => {
  await givenDwelling(house, community, '101')
  await givenDwelling(house, community, '102')
  const asked = { place: county, rules, facts: 'county.risk=high' }
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
  const parted = await found(health, { place: community, facts: 'county.risk=high' })
  expect(parted.tiers).toEqual([moved('medium', 'undecided', 1)])
  expect(parted.stopped).toEqual([])
  const agreed = await found(health, { place: community, facts: 'community.class=no-case' })
  expect(agreed.tiers).toEqual([moved('medium', 'undecided', 1)])
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
  expect(await code(found(health, { place: county, facts: 'county.risk=cases' }))).toBe('plan.not-that-value')
  expect(await code(found(health, { place: county, facts: 'no.fact=1' }))).toBe('plan.not-that-value')
  expect(await code(found(health, { place: county, facts: 'person.age=70' }))).toBe('plan.not-that-value')
  expect(await code(found(health, { place: county, facts: 'dengue-2099/level=local' }))).toBe('plan.not-that-value')
  expect(await code(found(health, { place: '410102', rules }))).toBe('access.not-found')
  expect(await code(found(health, { place: county, draft: newId() }))).toBe('access.not-found')
})
