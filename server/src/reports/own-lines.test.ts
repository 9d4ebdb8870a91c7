import { decideObservation } from '@wangdi/domain/observation/observation.api.ts'
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { roundVerbs } from '@wangdi/domain/kinds/round/round.api.ts'
import { confirmLevel } from '@wangdi/domain/regimes/regimes.api.ts'
import type { AnyLine } from '@wangdi/domain/reports/daily-report.ts'
import {
  confirmReport,
  correctReport,
  explainLine,
  listBehind,
  readDailyReport,
  readRollUp,
  sayLine,
} from '@wangdi/domain/reports/reports.api.ts'
import { disinfection } from '@wangdi/domain/rounds/kinds/disinfection.kind.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishDengue } from '../../test/given/dengue.ts'
import { callKind } from '../../test/given/kinds.ts'
import { givenDwelling, givenPerson } from '../../test/given/people.ts'
import { type Caller, type House, type Refused, startHouse } from '../../test/house.ts'
import { openResponseFor } from '../regimes/given.ts'

const county = '410105'
const community = '410105001003'
const day = '2026-11-18'
let house: House
let director: Caller
let health: Caller
let response: Awaited<ReturnType<typeof openResponseFor>>

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  house.clock.set('2026-11-17T10:00:00+08:00')
  await publishDengue(house, day)
  house.clock.set(`${day}T10:00:00+08:00`)
  response = await openResponseFor(house, county, { from: day, until: '2026-12-31', rules: `dengue-2026@${day}` })
  director = await house.as('community-director', community, '周敏')
  health = await house.as('county-health', county, '韩志远')
})
afterAll(() => house?.close())

// What kinds of record bring is told apart.
const ofNotices = <S extends { readonly own: { readonly pack: string } }>(sums: readonly S[]) =>
  sums.filter(({ own: { pack } }) => pack !== '')
const read = () => director.call(readDailyReport, { community, day })
const own = async () => (await read()).lines.filter(({ name }) => name.startsWith('dengue-2026/'))
const lineOf = async (name: string) => (await read()).lines.find((line) => line.name === name)
const tell = (line: string, zero: 'zero' | 'not-reported' | 'counted' | 'take-back', count?: number) =>
  director.call(sayLine, {
    ...{ id: newId(), community, day, line: line as AnyLine, zero },
    ...(count !== undefined && { count }),
  })
const observe = (person: string, number: string) =>
  health.call(decideObservation, {
    ...{ id: newId(), person, kind: 'dengue-2026/returned', day_zero: '2026-11-17', known: {}, number },
    ...{ issuer: '区疾控', basis: '从流行区回来' },
    notice: { finding: '流行区返回', measure: '健康监测 14 天', rights: '不服可以复议', contact: '李文静 19900000001' },
  })
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'none',
    (error: Refused) => error.code,
  )

describe('the lines that a published notice brings into the daily report', () => {
  test('stand after those of the house with their own words, one of them only in a tier', async () => {
    expect((await own()).map(({ name, own: line, state }) => [name, line?.of, state])).toEqual([
      ['dengue-2026/pots', 'told', 'open'],
      ['dengue-2026/monitored', 'people', 'open'],
    ])
    expect((await lineOf('dengue-2026/pots'))?.own).toEqual({
      ...{ of: 'told', words: { zh: '清理积水（处）', en: 'Standing water cleared (places)' }, unit: { zh: '处', en: 'places' } },
      ...{ pack: 'dengue-2026', source: { document: '登革热社区防控工作方案（虚构）', section: '第十条' } },
    })
    const level = { fact: 'dengue-2026/level', place: county, value: 'local', from: day, reason: '会商', source: '会商' }
    await health.call(confirmLevel, { id: newId(), ...level })
    expect((await own()).map(({ name, own: line }) => [name, line?.of])).toContainEqual(['dengue-2026/sprayed', 'work'])
  })

  test('that a person counts keep what was said: a count, a zero that was said, and no figure where nothing was', async () => {
    expect((await lineOf('dengue-2026/pots'))?.figures).toEqual([null, null, null, null])
    expect((await read()).points).toContainEqual({ line: 'dengue-2026/pots', why: 'say-zero' })
    expect(await refusal(tell('dengue-2026/pots', 'counted'))).toBe('reports.not-counted')
    expect(await refusal(tell('dengue-2026/monitored', 'counted', 3))).toBe('reports.not-counted')
    expect(await refusal(tell('from-elsewhere', 'counted', 3))).toBe('reports.not-counted')
    expect(await refusal(tell('dengue-2026/nothing', 'zero'))).toBe('reports.line-has-records')
    await tell('dengue-2026/pots', 'zero')
    expect(await lineOf('dengue-2026/pots')).toMatchObject({ state: 'zero', figures: [0, null, null, null], said_by: '周敏' })
    await tell('dengue-2026/pots', 'take-back')
    expect(await lineOf('dengue-2026/pots')).toMatchObject({ state: 'open', figures: [null, null, null, null] })
    const water = async () => (await director.call(readPlan, { place: community })).items.find(({ id }) => id === 'dengue-water')
    expect((await water())?.state).not.toBe('done')
    await tell('dengue-2026/pots', 'counted', 12)
    expect(await lineOf('dengue-2026/pots')).toMatchObject({ state: 'counted', figures: [12, null, null, null] })
    // What the notice names as proof of a measure is that line.
    expect((await water())?.state).toBe('done')
  })

  test('of people count those under an order of that kind, and open who they are', async () => {
    const dwelling = await givenDwelling(house, community, '3号楼', '2', '501')
    const person = await givenPerson(house, community, '周桂兰', { dwelling })
    await observe(person, '观 1')
    expect(await lineOf('dengue-2026/monitored')).toMatchObject({ state: 'counted', figures: [1, 1, 1, 0] })
    const { rows } = await director.call(listBehind, { community, day, line: 'dengue-2026/monitored', figure: 0 })
    expect(rows.map(({ name }) => name)).toEqual(['周桂兰'])
  })

  test('of records count what a measure rests on, and open exactly those: due, done and left', async () => {
    const desk = await house.as('community-worker', community)
    const verbs = registerVerbs(facility)
    const shop = (name: string) => ({
      name,
      kind: 'library',
      capacity: 40,
      hours: [{ days: [1], from: '08:30', until: '17:30' }],
    })
    const add = (name: string) => callKind(desk, verbs.add, { id: newId(), place: community, v: 1, fields: shop(name) })
    const { id: library } = await add('图书室')
    await add('文体室')
    const shut = (await add('棋牌室')).id
    const closed = { id: shut, state: 'suspended', basis: '区防指〔2026〕3号', day }
    await callKind(director, verbs.acts['set-state'], closed)
    const fields = { done: 'done', agent: 'alcohol', minutes: 30, items: { air: 'yes', handles: 'yes' } }
    await callKind(desk, roundVerbs(disinfection).record, { id: newId(), thing: library, v: 2, fields })
    const line = 'dengue-2026/sprayed'
    expect(await lineOf(line)).toMatchObject({ figures: [2, 1, 1, null] })
    const behind = async (by: Caller, figure: number) => {
      const { rows, total, unseen } = await by.call(listBehind, { community, day, line, figure })
      return [rows.map(({ kind, of, name }) => [kind, of, name].join(' ')), total, unseen]
    }
    expect(await behind(director, 0)).toEqual([['record rounds.facility 图书室', 'record rounds.facility 文体室'], 2, 0])
    expect(await behind(director, 1)).toEqual([['record rounds.facility 图书室'], 1, 0])
    expect(await behind(director, 2)).toEqual([['record rounds.facility 文体室'], 1, 0])
  })

  test('are frozen when the report is confirmed, and summed upward at once', async () => {
    for (const { line, why } of (await read()).points) {
      if (why === 'say-zero') await tell(line, 'zero')
      else await director.call(explainLine, { id: newId(), community, day, line, explanation: '晚上补' })
    }
    await director.call(confirmReport, { community, day })
    const { own_sums } = await health.call(readRollUp, { place: county, day })
    expect(ofNotices(own_sums).map(({ own: line, figures }) => [line.words.zh, figures[0]])).toEqual([
      ['清理积水（处）', 12],
      ['登革热健康监测（人）', 1],
      ['灭蚊（户次）', 2],
    ])
  })

  test('are summed up to city, province and nation; of few people within a county they are not told above it', async () => {
    for (const [role, own] of [
      ['city-officer', '4101'],
      ['province-officer', '41'],
      ['nation-officer', ''],
    ] as const) {
      const officer = await house.as(role, own)
      const sumsAt = async (place: string) => ofNotices((await officer.call(readRollUp, { place, day })).own_sums)
      for (const place of [own, county])
        expect((await sumsAt(place)).map(({ own: line, figures }) => [line.words.zh, figures[0]])).toEqual([
          ['清理积水（处）', 12],
          ['登革热健康监测（人）', 1],
          ['灭蚊（户次）', 2],
        ])
      for (const place of [community.slice(0, 9), community])
        expect((await sumsAt(place)).map(({ figures, hidden }) => [figures[0], hidden?.[0] ?? null])).toEqual([
          [12, null],
          [null, 'few'],
          [null, 'few'],
        ])
    }
    const other = await house.as('city-officer', '4102')
    expect((await other.call(readRollUp, { place: '4102', day })).own_sums).toEqual([])
  })

  test('stand beside each place below, at every level, and add up to the sum of the place', async () => {
    const at = async (by: Caller, place: string) => {
      const { own_sums, below } = await by.call(readRollUp, { place, day })
      const of = (sums: typeof own_sums) => ofNotices(sums).map(({ line, figures, hidden }) => [line, figures[0], hidden?.[0]])
      return {
        here: of(own_sums),
        below: below.flatMap((row) => (row.own_sums.length > 0 ? [[row.place, of(row.own_sums)]] : [])),
      }
    }
    const told = [
      ['dengue-2026/pots', 12, undefined],
      ['dengue-2026/monitored', 1, undefined],
      ['dengue-2026/sprayed', 2, undefined],
    ]
    const [nation, province] = [await house.as('nation-officer', ''), await house.as('province-officer', '41')]
    for (const [by, place, part] of [
      [nation, '', '41'],
      [province, '41', '4101'],
      [await house.as('city-officer', '4101'), '4101', county],
      [health, county, community.slice(0, 9)],
      [health, community.slice(0, 9), community],
    ] as const)
      expect(await at(by, place)).toEqual({ here: told, below: [[part, told]] })
    // Above the county few are told of no place within it.
    const within = [['dengue-2026/pots', 12, null], ...told.slice(1).map(([line]) => [line, null, 'few'])]
    expect((await at(province, county)).below).toEqual([
      [community.slice(0, 9), [['dengue-2026/pots', 12, undefined], ...within.slice(1)]],
    ])
  })

  test('are summed anew where a report is corrected', async () => {
    const person = await givenPerson(house, community, '周桂香', {})
    await observe(person, '观 2')
    await director.call(correctReport, { community, day, reason: '晚到一人' })
    const { own_sums } = await health.call(readRollUp, { place: county, day })
    expect(ofNotices(own_sums).map(({ figures }) => figures[0])).toEqual([12, 2, 2])
  })

  test('stand in a frozen report with words and values, also when the notice is used no more', async () => {
    await response.close()
    const { open, frozen } = await read()
    expect(open).toBe(false)
    expect(frozen[0]?.lines.find(({ name }) => name === 'dengue-2026/pots')).toMatchObject({
      ...{ state: 'counted', figures: [12, null, null, null] },
      own: { words: { zh: '清理积水（处）' }, unit: { zh: '处' } },
    })
  })
})
