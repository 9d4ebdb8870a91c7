import { readPlan, stateMeasure } from '@wangdi/domain/plan/plan.api.ts'
import { chooseTier, confirmClass, confirmLevel, readProposal, recordFacts } from '@wangdi/domain/regimes/regimes.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenResponse } from '../../test/given/regimes.ts'
import { type House, startHouse } from '../../test/house.ts'

const tixiang = '410105001003'
const quiet = '410122100201'
const day = '2026-11-17'
let house: House

beforeAll(async () => {
  house = await startHouse({ day })
})
afterAll(() => house.close())

test('cases recorded in a community propose its class; confirmed by a person it brings the package of that class, with how far each item is [R-2020A-4]', async () => {
  const director = await house.as('community-director', quiet, '王村主任')
  const health = await house.as('county-health', quiet.slice(0, 6), '韩志远')
  await givenResponse(house, quiet, { from: day, rules: 'joint-notice-2020@2020-02-10' })
  await health.call(recordFacts, {
    place: quiet,
    day,
    source: '县疾控通报',
    facts: [
      { name: 'community.cases', value: 1 },
      { name: 'community.unknown-source-14-days', value: 0 },
      { name: 'community.outbreaks-continuing', value: 'no' },
    ],
  })
  const proposed = (await health.call(readProposal, { place: quiet })).class
  expect(proposed?.proposal.value).toBe('cases')
  // Until a person has confirmed it, the class is asked for and its package is not in the plan.
  const before = await director.call(readPlan, { place: quiet })
  expect(before).toMatchObject({ tier: null, class: null })
  expect(before.missing.map(({ fact }) => fact)).toContain('community.class')
  const ids = (plan: typeof before) => plan.items.map(({ id }) => id)
  expect(ids(before)).not.toContain('class-contacts')

  const said = { id: newId(), place: quiet, value: 'cases', from: day, source: '县疾控通报', reason: '' } as const
  await expect(director.call(confirmClass, said)).rejects.toMatchObject({ code: 'access.refused' })
  await health.call(confirmClass, said)
  const after = await director.call(readPlan, { place: quiet })
  expect(after).toMatchObject({ tier: 'medium', class: 'cases', strategy: { zh: '内防扩散、外防输出' } })
  const own = after.items.filter(({ id }) => id.startsWith('class-'))
  expect(own).toHaveLength(8)
  for (const { who, rhythm, source, proof } of own)
    expect([who.length > 0, rhythm.zh !== '', source.document !== '', proof.length > 0]).toEqual([true, true, true, true])
  const open = own.find(({ state }) => state === 'unknown' || state === 'no-register')
  if (!open) throw new Error('every item of the class is proved by records')
  await director.call(stateMeasure, { id: newId(), place: quiet, measure: open.id, state: 'done', note: '' })
  const done = (await director.call(readPlan, { place: quiet })).items.find(({ id }) => id === open.id)
  expect(done).toMatchObject({ state: 'done', statement: { by: '王村主任' } })
})

test('level and class that differ show both packages; the stricter one, chosen with a reason, raises a check for over-control', async () => {
  const director = await house.as('community-director', tixiang)
  const health = await house.as('county-health', tixiang.slice(0, 6))
  const leader = await house.as('county-leader', tixiang.slice(0, 6), '县长 赵明')
  await givenResponse(house, tixiang, { from: day })
  const said = { from: day, source: '公告', reason: '按公告' }
  await health.call(confirmLevel, { ...said, id: newId(), fact: 'county.risk', place: tixiang.slice(0, 6), value: 'low' })
  await health.call(confirmClass, { ...said, id: newId(), place: tixiang, value: 'cases' })
  const both = await director.call(readPlan, { place: tixiang })
  expect(both).toMatchObject({ tier: null, choice_needed: true })
  expect(both.packages.map(({ tier }) => tier)).toEqual(['low', 'medium'])
  const kinds = ({ warnings }: typeof both) => warnings.map(({ kind }) => kind)
  expect(kinds(both)).toContain('choice-needed')
  const choice = { place: tixiang, from: day } as const
  await expect(leader.call(chooseTier, { ...choice, id: newId(), value: 'medium', reason: '' })).rejects.toMatchObject({
    code: 'request.invalid',
  })

  await leader.call(chooseTier, { ...choice, id: newId(), value: 'medium', reason: '院内有聚餐史' })
  const strict = await director.call(readPlan, { place: tixiang })
  expect(strict).toMatchObject({ tier: 'medium', choice_needed: false, risk: 'low', class: 'cases' })
  expect(kinds(strict)).toContain('stricter-chosen')
  expect(kinds(strict)).not.toContain('choice-needed')

  await leader.call(chooseTier, { ...choice, id: newId(), value: 'low', reason: '病例已转走，楼内已查完' })
  const mild = await director.call(readPlan, { place: tixiang })
  expect(mild.tier).toBe('low')
  expect(kinds(mild)).not.toContain('stricter-chosen')
})

test('at the lowest tier a community has a list of six measures, each with who does it, its records and how far it is [R-2020P-6]', async () => {
  const place = '410105001007'
  const director = await house.as('community-director', place, '周敏')
  const health = await house.as('county-health', place.slice(0, 6))
  await givenResponse(house, place, { from: day })
  const said = { from: day, source: '公告', reason: '按公告' }
  await health.call(confirmLevel, { ...said, id: newId(), fact: 'county.risk', place: place.slice(0, 6), value: 'low' })
  await health.call(confirmClass, { ...said, id: newId(), place, value: 'no-case' })
  const six = ['mobilise', 'health-education', 'inform-residents', 'returned-high-risk', 'clean-environment', 'supplies-ready']
  const list = async () => {
    const { tier, items } = await director.call(readPlan, { place })
    return { tier, items: items.filter(({ id }) => six.includes(id.split('.').at(-1) ?? '')) }
  }
  const { tier, items } = await list()
  expect(tier).toBe('low')
  expect(items).toHaveLength(6)
  for (const { who, proof, source } of items) {
    expect([who.length > 0, proof.length > 0]).toEqual([true, true])
    expect(source.section).toBe('低风险1')
  }
  const told = items.find(({ state }) => state === 'unknown' || state === 'no-register')
  if (!told) throw new Error('every one of the six is proved by records')
  await director.call(stateMeasure, { id: newId(), place, measure: told.id, state: 'done', note: '' })
  expect((await list()).items.find(({ id }) => id === told.id)).toMatchObject({ state: 'done', statement: { by: '周敏' } })
})

test('each of the three tiers has measures of control, service, participation and digital tools, each said done or not done [R-2020P-4]', async () => {
  const place = '410105001009'
  const director = await house.as('community-director', place, '周敏')
  const health = await house.as('county-health', place.slice(0, 6))
  await givenResponse(house, place, { from: day })
  const said = { from: day, source: '公告', reason: '按公告' }
  const tiers = [
    ['low', 'no-case'],
    ['medium', 'cases'],
    ['high', 'transmission'],
  ] as const
  for (const [level, cls] of tiers) {
    await health.call(confirmLevel, { ...said, id: newId(), fact: 'county.risk', place: place.slice(0, 6), value: level })
    await health.call(confirmClass, { ...said, id: newId(), place, value: cls })
    for (const aspect of ['control', 'service', 'participation', 'digital'] as const) {
      const cell = async () => {
        const { tier, items } = await director.call(readPlan, { place })
        expect(tier).toBe(level)
        return items.filter((item) => item.pack === 'precision-2020' && item.aspect === aspect)
      }
      const before = await cell()
      const told = before.find(({ state, statement }) => statement || state === 'unknown' || state === 'no-register')
      if (!told) throw new Error(`every measure of ${aspect} in the tier ${level} is proved by records`)
      for (const state of ['not', 'done'] as const) {
        await director.call(stateMeasure, { id: newId(), place, measure: told.id, state, note: '' })
        const after = await cell()
        expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
        expect(after.find(({ id }) => id === told.id)).toMatchObject({ state, statement: { by: '周敏' } })
      }
    }
  }
})

test('on ordinary days of 2021 a community has the list of that notice, without any outbreak or response [R-2021-3]', async () => {
  const place = '410105001008'
  const director = await house.as('community-director', place)
  const { rules, items } = await director.call(readPlan, { place, on: '2021-02-10' })
  expect(rules.map(({ pack }) => pack)).toContain('normal-2021')
  const own = items.filter(({ source }) => source.document === '民发〔2021〕11号')
  expect(own.length).toBeGreaterThan(40)
  expect(own.map(({ id }) => id.split('.').at(-1))).toContain('normal-checklist')
})
