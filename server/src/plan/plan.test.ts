import { shanghaiInstant } from '@wangdi/domain/day.ts'
import { readPlan, stateMeasure } from '@wangdi/domain/plan/plan.api.ts'
import { setMark } from '@wangdi/domain/people/people.api.ts'
import { recordFacts } from '@wangdi/domain/regimes/regimes.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenReading, givenStay } from '../../test/given/observation.ts'
import { givenDwelling, givenGrid, givenPerson } from '../../test/given/people.ts'
import { givenResponse } from '../../test/given/regimes.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'

const tixiang = '410105001003'
const quiet = '410122100201'
const day = '2026-11-17'
let house: House
let director: Caller
let worker: Caller

beforeAll(async () => {
  house = await startHouse({ day })
  director = await house.as('community-director', tixiang, '周敏')
  worker = await house.as('grid-worker', tixiang, '马晓燕')
})
afterAll(() => house.close())

test('what both grounds of a tier say in the same words stands once among the reasons', async () => {
  const { why } = await director.call(readPlan, { place: tixiang, on: '2020-03-01' })
  const said = why.map(({ zh }) => zh)
  expect(said).toContain('还不知道社区疫情划分')
  expect(said).toEqual([...new Set(said)])
})

test('on an ordinary day the plan is the 2023 service regime, and emergency functions are closed and say why [R-2023-1][R-2023-46]', async () => {
  const ordinary = '410122100205'
  const village = await house.as('community-director', ordinary)
  const plan = await village.call(readPlan, { place: ordinary })
  expect(plan.rules.map((rule) => rule.pack)).toContain('class-b-2023')
  expect(plan.items.length).toBeGreaterThan(10)
  expect(plan.items.every((item) => item.source.document !== '' && item.source.section !== '')).toBe(true)
  expect(plan.functions.map((each) => [each.function, each.open])).toEqual([
    ['arrivals', false],
    ['observation', false],
    ['daily-report', false],
    ['orders', false],
    ['gates', false],
  ])
  expect(plan.functions.every((each) => each.why.zh !== '' && each.why.en !== '')).toBe(true)
})

test('a measure with no record of ours and no word is unknown, never done; a named person may say how far it is [R-2020A-5]', async () => {
  const village = await house.as('community-director', quiet, '王村主任')
  const item = (await village.call(readPlan, { place: quiet })).items.find((each) => each.state === 'unknown')
  if (!item) throw new Error('every measure of the regime is proved by records')
  await village.call(stateMeasure, { id: newId(), place: quiet, measure: item.id, state: 'part', note: '喇叭早晚各播一次' })
  const said = (await village.call(readPlan, { place: quiet })).items.find((each) => each.id === item.id)
  expect(said).toMatchObject({ state: 'part', statement: { by: '王村主任', note: '喇叭早晚各播一次' } })
  await expect(
    village.call(stateMeasure, { id: newId(), place: quiet, measure: 'nothing.such', state: 'done', note: '' }),
  ).rejects.toMatchObject({ code: 'plan.not-in-plan' })
})

test('when a response opens, the plan of each community says what starts and what stops, whom it takes and what goods [R-2020P-65]', async () => {
  await givenResponse(house, tixiang, { from: day })
  await house.owner
    .insertInto('confirmed_level')
    .values([
      {
        id: newId(),
        place: '410105',
        fact: 'county.risk',
        value: 'medium',
        valid_from: day,
        by_account: director.account,
        at: new Date(),
      },
      {
        id: newId(),
        place: tixiang,
        fact: 'community.class',
        value: 'cases',
        valid_from: day,
        by_account: director.account,
        at: new Date(),
      },
    ])
    .execute()
  const plan = await director.call(readPlan, { place: tixiang })
  expect(plan).toMatchObject({ tier: 'medium', risk: 'medium', class: 'cases', changes: { against: '2026-11-16' } })
  expect(plan.strategy?.zh).toContain('内防扩散')
  expect(plan.changes.started.length).toBeGreaterThan(3)
  expect(plan.changes.stopped.length).toBeGreaterThan(3)
  // Whom it takes and how many of them there are; what lives on goods stands apart.
  const post = (role: string) => plan.changes.people.find((each) => each.role === role)
  expect(post('community-director')?.on_hand).toBe(1)
  expect(post('community-worker')?.started).toBeGreaterThan(0)
  expect(post('community-doctor')?.on_hand).toBe(0)
  const started = plan.changes.started.map(({ id }) => id)
  expect(plan.changes.goods.started.length).toBeGreaterThan(0)
  expect(started).toEqual(expect.arrayContaining(plan.changes.goods.started.map(({ id }) => id)))
  expect(plan.functions.filter((each) => each.open).map((each) => each.function)).toEqual(
    expect.arrayContaining(['arrivals', 'observation', 'daily-report']),
  )
  expect(plan.limits.length).toBeGreaterThan(0)
})

test('evidence is computed from records: readings due and done, doors of key persons, open work by person [R-2020A-4]', async () => {
  const door = await givenDwelling(house, tixiang)
  await givenGrid(house, tixiang, [door], worker.account, '第1网格')
  const chen = await givenPerson(house, tixiang, '陈志强', { dwelling: door })
  const elder = await givenPerson(house, tixiang, '陈福', { dwelling: door, born: '1950-01-01' })
  await director.call(setMark, { id: newId(), person: elder, kind: 'elder-alone' })
  const stay = await givenStay(house, tixiang, chen, day)
  const before = await director.call(readPlan, { place: tixiang })
  const readings = (plan: typeof before) =>
    plan.items.flatMap((item) => item.evidence).find((each) => each.name === 'observation.readings')
  expect(readings(before)).toMatchObject({ done: 0, due: 1, list: 'due-readings' })
  expect(before.people).toMatchObject([{ name: '马晓燕', grid: '第1网格', left: 1 }])
  // The hour that the plan says is the hour of the order, as the list of readings says it: noon for the morning.
  expect(before.first.find((each) => each.list === 'due-readings')?.until).toBe(shanghaiInstant(day, '12:00'))
  await givenReading(house, tixiang, stay, day, 'morning', '38.1', worker.account)
  const after = await director.call(readPlan, { place: tixiang })
  expect(readings(after)).toMatchObject({ done: 1, due: 1 })
  expect(after.first[0]).toMatchObject({ list: 'alerts', left: 1 })
})

test('level and class that differ wait for a person, and both packages are shown [R-2020P-1]', async () => {
  const place = '410184001001'
  const own = await house.as('community-director', place)
  await givenResponse(house, place, { from: day })
  const said = { valid_from: day, by_account: own.account, at: new Date() }
  await house.owner
    .insertInto('confirmed_level')
    .values([
      { ...said, id: newId(), place: place.slice(0, 6), fact: 'county.risk', value: 'low' },
      { ...said, id: newId(), place, fact: 'community.class', value: 'cases' },
    ])
    .execute()
  const plan = await own.call(readPlan, { place })
  expect(plan).toMatchObject({ tier: null, choice_needed: true })
  expect(plan.packages.map((each) => each.tier)).toEqual(['low', 'medium'])
  expect(plan.warnings.map((each) => each.kind)).toContain('choice-needed')
})

test('an order that ends within three days is pointed at; above the county nothing is said of how far measures are', async () => {
  house.clock.set('2026-11-26T09:00:00+08:00')
  expect((await director.call(readPlan, { place: tixiang })).warnings).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'order-ending', until: '2026-11-28' })]),
  )
  house.clock.set(`${day}T10:00:00+08:00`)
  const city = await (await house.as('city-officer', '4101')).call(readPlan, { place: '410105' })
  expect(city).toMatchObject({ with_evidence: false, people: [] })
  expect(city.items.every((item) => item.evidence.length === 0 && item.state === 'unknown')).toBe(true)
})

test('marks of a place that the county states add their items to the package in force, and one taken back takes its item away [R-2021-13][R-2021-14]', async () => {
  const village = await house.as('community-director', quiet)
  const health = await house.as('county-health', quiet.slice(0, 6))
  await givenResponse(house, quiet, { from: day, rules: 'precision-2020@2021-06-01' })
  const ids = async () => (await village.call(readPlan, { place: quiet })).items.map(({ id }) => id)
  const added = {
    'place.rural': 'rural-first',
    'place.airport-area': 'airport-area-closer',
    'place.fringe': 'fringe-closer',
    'place.migrant-workers': 'migrants-expected',
    'place.border': 'border-watch',
  } as const
  const names = Object.keys(added) as (keyof typeof added)[]
  const before = await village.call(readPlan, { place: quiet })
  expect(before.missing.map(({ fact }) => fact)).toEqual(expect.arrayContaining(names))
  for (const id of Object.values(added)) expect(before.items.map((item) => item.id)).not.toContain(id)
  const state = (place: string, value: 'yes' | 'no') =>
    health.call(recordFacts, { place, day, source: '县里核定', facts: names.map((name) => ({ name, value })) })
  await state(quiet, 'yes')
  expect(await ids()).toEqual(expect.arrayContaining(Object.values(added)))
  await state(quiet, 'no')
  for (const id of Object.values(added)) expect(await ids()).not.toContain(id)
  await expect(state(quiet.slice(0, 6), 'yes')).rejects.toMatchObject({ code: 'regimes.wrong-place' })
})
