import { listAlerts, listObservations } from '@wangdi/domain/observation/observation.api.ts'
import { readGoal } from '@wangdi/domain/plan/goal/goal.ts'
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { type AnyLine, type LineName, type ReportLine, reportLines } from '@wangdi/domain/reports/daily-report.ts'
import { readFourTimes } from '@wangdi/domain/reports/four-times.ts'
import {
  confirmReport,
  correctReport,
  explainLine,
  listBehind,
  readDailyReport,
  readRollUp,
  sayLine,
} from '@wangdi/domain/reports/reports.api.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenReading, givenStay } from '../../test/given/observation.ts'
import { givenTold } from '../../test/given/told.ts'
import { givenDwelling, givenPerson } from '../../test/given/people.ts'
import { givenResponse } from '../../test/given/regimes.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { addToSums } from './sums.queries.ts'

const tixiang = '410105001003'
const neighbour = '410105001001'
const day = '2026-11-17'
let house: House
let director: Caller
let chen: string

const said = (line: AnyLine, zero: 'zero' | 'not-reported' | 'take-back', community = tixiang) => ({
  id: newId(),
  community,
  day,
  line,
  zero,
})

// A house for each test: what one confirms is frozen for all of a day.
beforeEach(async () => {
  house = await startHouse({ day })
  await house.owner
    .insertInto('place')
    .values([
      { code: '41', name: '河南省', level: 'province', valid_from: '2023-06-30' },
      { code: '4101', name: '郑州市', level: 'city', valid_from: '2023-06-30' },
      { code: '410105', name: '金水区', level: 'county', valid_from: '2023-06-30' },
      { code: '410105001', name: '经八路街道', level: 'street', valid_from: '2023-06-30' },
      { code: neighbour, name: '邻居社区', level: 'community', valid_from: '2023-06-30' },
      { code: tixiang, name: '体育社区', level: 'community', valid_from: '2023-06-30' },
    ])
    .execute()
  director = await house.as('community-director', tixiang, '周敏')
  await givenResponse(house, '410105')
  const door = await givenDwelling(house, tixiang)
  chen = await givenPerson(house, tixiang, '陈志强', { dwelling: door })
  const he = await givenPerson(house, tixiang, '何丽', { dwelling: door })
  const stay = await givenStay(house, tixiang, chen, day)
  await givenStay(house, tixiang, he, '2026-11-15', { where: 'monitoring', kind: 'returned-medium-risk', days: 2 })
  await givenReading(house, tixiang, stay, day, 'morning', '36.6', director.account)
})
afterEach(() => house.close())

const read = (on = day, community = tixiang) => director.call(readDailyReport, { community, day: on })
const line = async (name: LineName, on = day) => (await read(on)).lines.find((each) => each.name === name)

/** Settles every open point of the day and confirms it at 18:25, 25 minutes late. */
async function confirmAll(id = newId()) {
  await director.call(sayLine, said('from-elsewhere', 'not-reported'))
  for (const { line: name, why } of (await read()).points) {
    if (why === 'say-zero') await director.call(sayLine, said(name, 'zero'))
    else await director.call(explainLine, { id: newId(), community: tixiang, day, line: name, explanation: '晚上补' })
  }
  house.clock.set(`${day}T18:25:00+08:00`)
  for (const { line: name } of (await read()).points)
    await director.call(explainLine, { id: newId(), community: tixiang, day, line: name, explanation: '还没到家' })
  return director.call(confirmReport, { community: tixiang, day }, { id })
}

test('the report is there before anyone asks: every line is computed from records, none is typed [R-2020A-22]', async () => {
  expect(await line('home-isolation')).toMatchObject({ figures: [1, 1, 1, 0], state: 'counted', change: 1 })
  expect(await line('close-contacts')).toMatchObject({ figures: [1, 1, 1, 0] })
  expect(await line('home-monitoring')).toMatchObject({ figures: [0, 1, 0, 1], state: 'open', change: -1 })
  expect(await line('morning-readings')).toMatchObject({ figures: [1, 1, 0, null] })
  expect(await line('gates')).toMatchObject({ state: 'not-applicable', figures: [null, null, null, null] })
})

test('a line without a record today is open: a zero is said by a named person, an absence stays an absence [R-2020A-22][R-2021-9]', async () => {
  expect(await line('from-abroad')).toMatchObject({ state: 'open' })
  await expect(director.call(confirmReport, { community: tixiang, day })).rejects.toMatchObject({ code: 'reports.open-points' })
  await director.call(sayLine, said('from-abroad', 'zero'))
  expect(await line('from-abroad')).toMatchObject({ state: 'zero', figures: [0, 0, 0, 0], said_by: '周敏' })
  await director.call(sayLine, said('from-elsewhere', 'not-reported'))
  expect(await line('from-elsewhere')).toMatchObject({ state: 'not-reported', figures: [null, null, null, null] })
  await director.call(sayLine, said('from-elsewhere', 'take-back'))
  expect(await line('from-elsewhere')).toMatchObject({ state: 'open' })
  // Counted already, a line of work, and one that has no register: of none of them somebody's word is the figure.
  for (const name of ['home-isolation', 'survey', 'gates'] as const)
    await expect(director.call(sayLine, said(name, 'zero')), name).rejects.toMatchObject({ code: 'reports.line-has-records' })
})

test('the names behind a figure are shown inside the county only', async () => {
  expect(await director.call(listBehind, { community: tixiang, day, line: 'home-isolation', figure: 2 })).toMatchObject({
    total: 1,
    rows: [{ name: '陈志强', door: '3号楼2单元402' }],
  })
  const city = await house.as('city-officer', '4101')
  await expect(city.call(listBehind, { community: tixiang, day, line: 'home-isolation', figure: 2 })).rejects.toMatchObject({
    code: 'access.refused',
  })
  const otherCounty = await house.as('county-health', '410122')
  await expect(
    otherCounty.call(listBehind, { community: tixiang, day, line: 'home-isolation', figure: 2 }),
  ).rejects.toMatchObject({ code: 'access.not-found' })
})

test('a confirmed report freezes under a name, counts its delay, and is seen at every level above at once [R-2020A-22][R-2021-9]', async () => {
  const id = newId()
  expect(await confirmAll(id)).toEqual({ version: 1, late_minutes: 25 })
  expect(await director.call(confirmReport, { community: tixiang, day }, { id })).toEqual({ version: 1, late_minutes: 25 })
  await expect(director.call(confirmReport, { community: tixiang, day })).rejects.toMatchObject({ code: 'reports.frozen' })
  // What was said holds with the version: a zero, or a reason, said after it would change what stands frozen.
  for (const zero of ['zero', 'not-reported', 'take-back'] as const)
    await expect(director.call(sayLine, said('from-abroad', zero)), zero).rejects.toMatchObject({ code: 'reports.frozen' })
  await expect(
    director.call(explainLine, { id: newId(), community: tixiang, day, line: 'morning-readings', explanation: '再补' }),
  ).rejects.toMatchObject({ code: 'reports.frozen' })
  expect(await line('from-abroad')).toMatchObject({ state: 'zero', said_by: '周敏' })
  for (const [role, place] of [
    ['street-officer', '410105001'],
    ['county-leader', '410105'],
    ['city-officer', '4101'],
    ['province-officer', '41'],
    ['nation-officer', ''],
  ] as const) {
    const seen = await (await house.as(role, place)).call(readRollUp, { place, day })
    expect(seen, role).toMatchObject({ expected: 2, received: 1, late: 1 })
    expect(
      seen.sums.find((sum) => sum.line === 'home-isolation'),
      role,
    ).toMatchObject({ figures: [1, 1, 1, 0], left_out: 0 })
    expect(
      seen.sums.find((sum) => sum.line === 'from-elsewhere'),
      role,
    ).toMatchObject({ figures: [null, null, null, null], left_out: 1 })
    expect(JSON.stringify(seen), role).not.toMatch(/陈志强|何丽|周敏/)
  }
  expect((await director.call(readRollUp, { place: '410105001', day })).received).toBe(1)
})

test('what nobody told stays unknown at every level: how many confirmed cases are held is no zero above', async () => {
  await confirmAll()
  house.clock.set(`${day}T18:30:00+08:00`)
  expect((await line('confirmed-cases'))?.figures).toEqual([0, 0, null, null])
  for (const [role, place] of [
    ['street-officer', '410105001'],
    ['county-leader', '410105'],
    ['nation-officer', ''],
  ] as const) {
    const { sums, below } = await (await house.as(role, place)).call(readRollUp, { place, day })
    const cases = (all: typeof sums | undefined) => all?.find((sum) => sum.line === 'confirmed-cases')?.figures
    expect(cases(sums), role).toEqual([0, 0, null, null])
    expect(cases(below.find(({ received }) => received > 0)?.sums), role).toEqual([0, 0, null, null])
  }
})

test('what is entered after the freeze shows as a late difference and changes nothing until a corrected version says why [R-2020A-25]', async () => {
  await confirmAll()
  house.clock.set('2026-11-18T09:00:00+08:00')
  const late = await givenPerson(house, tixiang, '沈洋诗')
  await givenStay(house, tixiang, late, day, { where: 'central' })
  const { differences, frozen } = await read()
  expect(differences.map((each) => each.line)).toEqual(['central-isolation', 'close-contacts'])
  expect(frozen[0]?.lines.find((each) => each.name === 'central-isolation')?.figures).toEqual([0, 0, 0, 0])
  expect(await director.call(correctReport, { community: tixiang, day, reason: '集中隔离人员当天漏登记' })).toMatchObject({
    version: 2,
  })
  const after = await read()
  expect(after.frozen.map((version) => [version.version, version.reason])).toEqual([
    [2, '集中隔离人员当天漏登记'],
    [1, ''],
  ])
  const nation = await (await house.as('nation-officer', '')).call(readRollUp, { place: '', day })
  expect(nation).toMatchObject({ received: 1 })
  expect(nation.sums.find((sum) => sum.line === 'central-isolation')?.figures).toEqual([1, 1, 1, 0])
  await expect(director.call(correctReport, { community: tixiang, day, reason: '再来' })).rejects.toMatchObject({
    code: 'reports.nothing-new',
  })
})

test('events are seen upward as they are entered: street and county read the live figures of their communities [R-2020A-25]', async () => {
  house.clock.set('2026-11-18T09:00:00+08:00')
  const street = await house.as('street-officer', '410105001')
  const before = (await street.call(readDailyReport, { community: neighbour, day: '2026-11-18' })).lines.find(
    (each) => each.name === 'home-isolation',
  )
  await givenStay(house, neighbour, await givenPerson(house, neighbour, '吴娟敏'), '2026-11-18')
  const after = (await street.call(readDailyReport, { community: neighbour, day: '2026-11-18' })).lines.find(
    (each) => each.name === 'home-isolation',
  )
  expect([before?.figures[0], after?.figures[0]]).toEqual([0, 1])
})

test('somebody is new on the day of the order, wherever the days are counted from, and stands under where they came from too', async () => {
  house.clock.set('2026-11-18T18:00:00+08:00')
  const person = await givenPerson(house, neighbour, '罗成志')
  const { account } = await house.as('grid-worker', neighbour, '钱丽')
  await house.owner
    .insertInto('arrival')
    .values({
      county: '410105',
      id: newId(),
      community: neighbour,
      person,
      origin: '外省',
      origin_kind: 'medium',
      arrived_on: '2026-11-15',
      source: 'entered',
      recorded_by: account,
    })
    .execute()
  const street = await house.as('street-officer', '410105001')
  const lineOn = async (name: LineName, on: string) =>
    (await street.call(readDailyReport, { community: neighbour, day: on })).lines.find((each) => each.name === name)
  const stay = { where: 'monitoring', kind: 'returned-medium-risk', decided: '2026-11-18' } as const
  await givenStay(house, neighbour, person, '2026-11-16', stay)
  expect(await lineOn('home-monitoring', '2026-11-17')).toMatchObject({ figures: [0, 0, 0, 0] })
  expect(await lineOn('home-monitoring', '2026-11-18')).toMatchObject({ figures: [1, 1, 1, 0], state: 'counted', change: 1 })
  expect(await lineOn('from-medium-risk', '2026-11-15')).toMatchObject({ figures: [1, 1, 0, 0] })
  expect(await lineOn('from-medium-risk', '2026-11-17')).toMatchObject({ figures: [0, 1, 0, 0] })
  expect(await lineOn('from-medium-risk', '2026-11-18')).toMatchObject({ figures: [0, 1, 1, 0], change: 1 })
})

test('a line follows the kind of the order: who came back from a medium-risk area by the order stands there, whatever the arrival says or when there is none', async () => {
  const on = '2026-11-18'
  house.clock.set(`${on}T09:30:00+08:00`)
  const community = '410105001005'
  const worker = await house.as('grid-worker', community, '钱丽')
  const own = await house.as('community-director', community, '周敏')
  const came = (person: string, origin_kind: 'low' | 'unknown', arrived_on: string) =>
    givenTold(house, 'arrival', [
      {
        ...{ county: '410105', id: newId(), community, person, origin: '外省', origin_kind, arrived_on },
        ...{ source: 'entered', recorded_by: worker.account },
      },
    ])
  const [low, unknown, without, unordered, again] = [
    await givenPerson(house, community, '罗成志'),
    await givenPerson(house, community, '吴娟敏'),
    await givenPerson(house, community, '何丽'),
    await givenPerson(house, community, '沈洋诗'),
    await givenPerson(house, community, '林燕静'),
  ]
  await came(low, 'low', '2026-11-16')
  await came(unknown, 'unknown', on)
  await came(unordered, 'unknown', on)
  // A stay that was over before somebody came again says nothing of this time.
  await givenStay(house, community, again, '2026-11-09', { kind: 'returned-medium-risk', days: 2 })
  await came(again, 'low', on)
  const kind = 'returned-medium-risk'
  await givenStay(house, community, low, '2026-11-17', { kind })
  await givenStay(house, community, unknown, on, { kind, decided: on })
  await givenStay(house, community, without, on, { kind, decided: on })

  const report = await own.call(readDailyReport, { community, day: on })
  const of = (name: LineName) => report.lines.find((each) => each.name === name)
  expect(of('from-medium-risk')).toMatchObject({ figures: [2, 4, 3, 0], state: 'counted' })
  expect(of('from-elsewhere')).toMatchObject({ figures: [2, 2, 0, 0] })
  expect(report.contradictions).toEqual([
    { line: 'from-medium-risk', why: 'origin-differs', other: 'from-elsewhere', n: 2 },
    { line: 'from-elsewhere', why: 'origin-unchecked', other: null, n: 2 },
  ])
  const behind = await own.call(listBehind, {
    community,
    day: on,
    line: 'from-medium-risk',
    figure: 0,
    contradiction: 'origin-differs',
  })
  expect(behind.rows.map(({ name }) => name).sort()).toEqual(['吴娟敏', '罗成志'])
})

test('an order of the day beside a line that has nobody new is shown before anyone says zero, and so are its people', async () => {
  const on = '2026-11-18'
  house.clock.set(`${on}T09:30:00+08:00`)
  const community = '410105001006'
  const own = await house.as('community-director', community, '周敏')
  const person = await givenPerson(house, community, '罗成志')
  const first = {
    ...{ county: '410105', id: newId(), community, person },
    origin: '上海',
    origin_kind: 'medium',
    arrived_on: '2026-11-15',
  }
  await givenTold(house, 'arrival', [{ ...first, source: 'entered', recorded_by: own.account }])
  await givenStay(house, community, person, on, { kind: 'returned-medium-risk', decided: on })
  const { contradictions, lines } = await own.call(readDailyReport, { community, day: on })
  expect(lines.find(({ name }) => name === 'from-medium-risk')).toMatchObject({ figures: [0, 1, 1, 0], state: 'open' })
  expect(contradictions).toEqual([{ line: 'from-medium-risk', why: 'ordered-today', other: null, n: 1 }])
  const behind = { community, day: on, line: 'from-medium-risk', figure: 0 } as const
  expect(await own.call(listBehind, { ...behind, contradiction: 'ordered-today' })).toMatchObject({
    total: 1,
    rows: [{ name: '罗成志' }],
  })
  expect(await own.call(listBehind, behind)).toMatchObject({ total: 0 })
})

test('fever is what the order of each says: no list and no count takes another threshold', async () => {
  const on = '2026-11-18'
  house.clock.set(`${on}T09:30:00+08:00`)
  const community = '410105001007'
  await house.owner
    .insertInto('place')
    .values({ code: community, name: '远处社区', level: 'community', valid_from: '2023-06-30' })
    .execute()
  const doctor = await house.as('community-doctor', community, '李文静')
  const own = await house.as('community-director', community, '周敏')
  const person = await givenPerson(house, community, '何丽', { born: '1950-01-01' })
  const stay = await givenStay(house, community, person, '2026-11-17')
  await givenReading(house, community, stay, on, 'morning', '37.3', doctor.account)
  const counted = async () => {
    const { first } = await own.call(readPlan, { place: community })
    const { lines } = await own.call(readDailyReport, { community, day: on })
    const { figures } = await own.call(readFourTimes, { place: community, from: on, to: on })
    const { rows } = await own.call(readGoal, { place: community })
    return {
      list: (await doctor.call(listAlerts, { place: community })).total,
      stays: (await doctor.call(listObservations, { place: community })).counts.alerts,
      plan: first.find(({ list }) => list === 'alerts')?.left ?? 0,
      report: lines.find(({ name }) => name === 'fever-or-symptoms')?.figures[0],
      early: figures.find(({ step }) => step === 'reported')?.of,
      goal: rows[0]?.goal.reduce((sum, row) => sum + row.transfers, 0),
    }
  }
  const all = (n: number) => ({ list: n, stays: n, plan: n, report: n, early: n, goal: n })
  expect(await counted()).toEqual(all(1))
  // The order of another day may begin fever elsewhere: what was given with it decides, in every text that asks.
  await house.owner.updateTable('observation').set({ fever: '37.5' }).where('id', '=', stay).execute()
  expect(await counted()).toEqual(all(0))
})

test('without a response the report is closed and says why', async () => {
  const zhongmu = await house.as('community-director', '410122100201')
  const closed = await zhongmu.call(readDailyReport, { community: '410122100201', day })
  expect(closed).toMatchObject({ open: false, lines: [] })
  expect(closed.why_closed.zh).not.toBe('')
  await expect(zhongmu.call(confirmReport, { community: '410122100201', day })).rejects.toMatchObject({ code: 'regimes.closed' })
})

test('an entry after the deadline is marked late', async () => {
  const stay = await givenStay(house, tixiang, await givenPerson(house, tixiang, '林燕静'), day)
  await givenReading(house, tixiang, stay, day, 'morning', '36.4', director.account)
  await house.owner
    .updateTable('reading')
    .set({ recorded_at: new Date(`${day}T19:30:00+08:00`) })
    .where('observation', '=', stay)
    .execute()
  expect((await read()).late_entries).toBeGreaterThanOrEqual(1)
})

test('above the county few people of one community are not told in what was received; within the county they are', async () => {
  const other = '2026-10-20'
  const linesOf = (held: number): ReportLine[] =>
    (Object.keys(reportLines) as LineName[]).map((name) => ({
      ...{ name, state: 'counted', change: null, explanation: '', said_by: '', said_at: null },
      figures: name === 'home-isolation' ? [0, held, held, 0] : [0, 0, 0, 0],
    }))
  for (const [place, held] of [
    [tixiang, 3],
    [neighbour, 9],
    ['410105001005', 14],
  ] as const) {
    const lines = linesOf(held)
    await house.owner
      .insertInto('daily_report')
      .values({
        ...{ place, day: other, version: 1, form: 1, lines: JSON.stringify(lines), late_minutes: 0 },
        ...{ by_account: director.account, confirmed_at: `${other}T10:00:00Z` },
      })
      .execute()
    await addToSums(house.owner, place, other, lines, false, undefined)
  }
  const street = '410105001'
  const seen = async (role: Role, at: string, place: string, row?: string) => {
    const { sums, below } = await (await house.as(role, at)).call(readRollUp, { place, day: other })
    const all = row === undefined ? sums : below.find((one) => one.place === row)?.sums
    return all?.find((sum) => sum.line === 'home-isolation')
  }
  const few = await seen('city-officer', '4101', street, tixiang)
  expect(few).toMatchObject({ figures: [0, null, null, 0], hidden: [null, 'few', 'few', null] })
  // Its sum less the others would give it away: the smallest beside it is withheld as well, and nothing else.
  expect(await seen('nation-officer', '', street, neighbour)).toMatchObject({ figures: [0, null, null, 0] })
  expect((await seen('nation-officer', '', street, '410105001005'))?.figures).toEqual([0, 14, 14, 0])
  expect((await seen('city-officer', '4101', '410105'))?.figures).toEqual([0, 26, 26, 0])
  expect((await seen('nation-officer', '', ''))?.figures).toEqual([0, 26, 26, 0])
  expect(await seen('street-officer', street, street, tixiang)).not.toHaveProperty('hidden')
  expect((await seen('county-leader', '410105', street, tixiang))?.figures).toEqual([0, 3, 3, 0])
})
