import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { confirmLevel, readHistory, readProposal, recordFacts } from '@wangdi/domain/regimes/regimes.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishDengue, publishNotice } from '../../test/given/dengue.ts'
import { vectorBody, vectorCases } from '../../test/given/vector.ts'
import { type Caller, type House, Refused, startHouse } from '../../test/house.ts'
import { openResponseFor } from './given.ts'

const county = '410105'
const community = '410105001003'
let house: House
let health: Caller
let leader: Caller
let director: Caller
let street: Caller
let neighbour: Caller

const refusal = async (asked: Promise<unknown>): Promise<string> => {
  try {
    await asked
    return 'none'
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}

beforeAll(async () => {
  house = await startHouse()
  house.clock.set('2026-11-17T10:00:00+08:00')
  await publishDengue(house, '2026-11-18')
  await publishNotice(house, '2026-11-18', { pack: 'vector-2026', body: vectorBody, cases: vectorCases })
  health = await house.as('county-health', county, '疾控 王宁')
  leader = await house.as('county-leader', county, '县长 赵明')
  director = await house.as('community-director', community, '周敏')
  neighbour = await house.as('county-health', '410106')
  street = await house.as('street-officer', '410105001', '街道 陈立')
  house.clock.set('2026-11-18T10:00:00+08:00')
})
afterAll(() => house?.close())

const own = async (place = community) => (await health.call(readProposal, { place })).own
const factOf = async (name: string) => (await own()).find((fact) => fact.name === name)
const record = (by: Caller, name: string, value: string | number, place = county) =>
  by.call(recordFacts, { place, day: '2026-11-18', source: '疾控日报', facts: [{ name, value }] })
const confirm = (by: Caller, value: string, more: { reason?: string; place?: string; fact?: string } = {}) => {
  const { fact = 'dengue-2026/level', place = county, reason = '' } = more
  return by.call(confirmLevel, { id: newId(), fact, place, value, from: '2026-11-18', reason, source: '会商' })
}
const vector = async (place = community) =>
  (await (place === community ? director : neighbour).call(readPlan, { place })).items
    .map(({ id }) => id)
    .filter((id) => id.startsWith('vector-'))
    .sort()
const dengueIn = async () => {
  const plan = await director.call(readPlan, { place: community })
  return { plan, dengue: plan.subjects.find(({ subject }) => subject === 'dengue') }
}

describe('the facts and levels of a published notice', () => {
  test('are asked for by a form that is made from the notice: words, unit, bounds, values, place and who', async () => {
    expect(await factOf('dengue-2026/breteau')).toMatchObject({
      ...{ words: { zh: '布雷图指数' }, use: 'record', type: 'number', most: 1000, place: community },
      ...{ who: ['community-director', 'county-health'], stated: null },
    })
    expect(await factOf('dengue-2026/level')).toMatchObject({
      ...{
        use: 'level',
        type: 'choice',
        place: county,
        confirmed: null,
        proposal: { value: null, missing: ['dengue-2026/cases'] },
      },
      values: [{ id: 'watch', words: { zh: '关注' } }, { id: 'alarm' }, { id: 'local', words: { zh: '本地传播' } }],
    })
    // What is asked of a person is asked where a term is proposed.
    expect(await factOf('dengue-2026/net')).toBeUndefined()
    expect((await own(county)).map(({ name }) => name)).not.toContain('dengue-2026/breteau')
  })

  test('are recorded by whom the notice names, for its level of place and within its bounds, and by nobody else', async () => {
    expect(await refusal(record(leader, 'dengue-2026/cases', 3))).toBe('regimes.not-named')
    expect(await refusal(record(director, 'dengue-2026/cases', 3))).toBe('access.not-found')
    expect(await refusal(record(street, 'dengue-2026/breteau', 3, community))).toBe('regimes.not-named')
    expect(await refusal(record(director, 'dengue-2026/breteau', 3, '410105001001'))).toBe('access.not-found')
    expect(await refusal(record(director, 'community.cases', 0, community))).toBe('regimes.not-ours')
    expect(await refusal(confirm(street, 'high', { fact: 'area.risk', place: '410105001' }))).toBe('regimes.not-ours')
    expect(await refusal(record(health, 'dengue-2026/cases', 3, community))).toBe('regimes.wrong-place')
    expect(await refusal(record(health, 'dengue-2026/breteau', 1001, community))).toBe('regimes.wrong-value')
    expect(await refusal(record(health, 'dengue-2026/other', 1))).toBe('regimes.wrong-value')
    expect(await refusal(record(health, 'dengue-2026/level', 'local'))).toBe('regimes.needs-confirming')
    expect(await refusal(confirm(health, '3', { fact: 'dengue-2026/cases' }))).toBe('regimes.wrong-value')
    expect((await dengueIn()).dengue).toMatchObject({ tier_name: null })
    await record(health, 'dengue-2026/cases', 3)
    expect(await factOf('dengue-2026/cases')).toMatchObject({ stated: { value: 3, source: '疾控日报' } })
  })

  test('are recorded by a community, a street, a city and a province where the notice says so, and hold for all that lies in it', async () => {
    expect(await refusal(record(director, 'dengue-2026/breteau', 12, community))).toBe('none')
    expect(await factOf('dengue-2026/breteau')).toMatchObject({ stated: { value: 12, by: '周敏' } })
    const [city, province] = [await house.as('city-officer', '4101'), await house.as('province-officer', '41')]
    const ways: [Caller, string, string][] = [
      [street, 'vector-2026/traps', '410105001'],
      [city, 'vector-2026/airport', '4101'],
    ]
    for (const [who, name, place] of ways) {
      for (const [other, where] of [
        [province, place],
        ...ways.filter(([one]) => one !== who).map(([one]) => [one, place]),
      ] as const)
        expect(await refusal(record(other as Caller, name, 1, where as string))).not.toBe('none')
      expect(await refusal(record(who, name, 1, community))).toBe('regimes.wrong-place')
      await record(who, name, 1, place)
      expect(await factOf(name)).toMatchObject({ place, stated: { value: 1 } })
    }
    expect(await vector()).toEqual(['vector-airport', 'vector-traps'])
    const season = { fact: 'vector-2026/season', place: '41' }
    expect(await refusal(confirm(city, 'on', { ...season, reason: '会商' }))).toBe('access.not-found')
    expect(await refusal(confirm(province, 'on', { ...season, place: '42', reason: '会商' }))).toBe('access.not-found')
    await confirm(province, 'on', { ...season, reason: '会商' })
    expect(await vector()).toEqual(['vector-airport', 'vector-season', 'vector-traps'])
    expect(await vector('410106001001')).toEqual(['vector-airport', 'vector-season'])
  })

  test('give a tier of their own at the head of the plan as soon as a named person confirmed the level', async () => {
    expect((await factOf('dengue-2026/level'))?.proposal).toMatchObject({ value: 'local', rule: 'dengue-level-local' })
    expect((await dengueIn()).plan.items.map(({ id }) => id)).not.toContain('dengue-spray')
    expect(await refusal(confirm(leader, 'local'))).toBe('regimes.not-named')
    expect(await refusal(confirm(health, 'watch'))).toBe('regimes.needs-reason')
    expect(await refusal(confirm(health, 'purple', { reason: '会商' }))).toBe('regimes.wrong-value')
    await confirm(health, 'local')
    const { plan, dengue } = await dengueIn()
    expect(dengue).toMatchObject({
      ...{ tier_name: { zh: '应急防制' }, tier_nth: { nth: 3, of: 3 }, strategy: { zh: '快速降低成蚊密度' } },
      axes: [{ fact: 'dengue-2026/level', words: { zh: '登革热县域等级' }, value: { zh: '本地传播' } }],
    })
    expect(plan.subjects.find(({ subject }) => subject === 'covid')).toMatchObject({ tier_name: null })
    expect(plan.items.map(({ id }) => id)).toEqual(expect.arrayContaining(['dengue-water', 'dengue-spray']))
    expect(plan.items.map(({ id }) => id)).not.toContain('dengue-traps-guangdong')
    expect(plan.items.find(({ id }) => id === 'dengue-water')?.proof_words).toEqual([
      { zh: '清理积水（处）', en: 'Standing water cleared (places)' },
    ])
    const { levels } = await health.call(readHistory, { place: county })
    expect(levels[0]).toMatchObject({ fact: 'dengue-2026/level', value: 'local', proposed: 'local', by: '疾控 王宁' })
  })

  test('are proposed as before where a response about something else is open by rules of another day', async () => {
    const { closeAtOnce } = await openResponseFor(house, county, { from: '2026-11-18', until: '2026-12-10' })
    expect((await factOf('dengue-2026/level'))?.proposal).toMatchObject({ value: 'local', rule: 'dengue-level-local' })
    expect(await refusal(confirm(health, 'watch'))).toBe('regimes.needs-reason')
    const { plan, dengue } = await dengueIn()
    expect(dengue).toMatchObject({ open: false, tier_name: { zh: '应急防制' } })
    expect(plan.subjects.find(({ subject }) => subject === 'covid')).toMatchObject({ open: true })
    await closeAtOnce()
  })

  test('say nothing any more after the days that the notice gives', async () => {
    house.clock.set('2026-12-16T10:00:00+08:00')
    expect((await factOf('dengue-2026/cases'))?.stated).toMatchObject({ stale: true })
    expect((await factOf('dengue-2026/level'))?.proposal).toMatchObject({ value: null, missing: ['dengue-2026/cases'] })
  })
})
