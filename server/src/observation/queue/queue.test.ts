import { assessHome } from '@wangdi/domain/observation/observation.api.ts'
import { readQueue, sendBack } from '@wangdi/domain/observation/queue/queue.api.ts'
import type { QueueGroup } from '@wangdi/domain/observation/queue/queue.ts'
import { checkArrivals, noteUnanswered } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codesOf, givenQueue, refusal } from '../../../test/given/arrivals.ts'
import { type House, startHouse } from '../../../test/house.ts'

const county = '410105'
const tixiang = '410105001003'
const beside = '410105001001'
const today = '2026-11-17'
let house: House
let given: Awaited<ReturnType<typeof givenQueue>>

beforeAll(async () => {
  house = await startHouse({ day: today })
  given = await givenQueue(house)
})
afterAll(() => house.close())
beforeEach(() => given.begin())

const queue = (place = county, who = given.health) => who.call(readQueue, { place })
const keyOf = ({ stage, origin_kind, origin, day, day_is }: QueueGroup) => ({ stage, origin_kind, origin, day, day_is })

describe('where arrivals stand', () => {
  test('each stands somewhere, they add up, and each figure opens its rows [R-2020A-13]', async () => {
    const { came, check, rowsOf, decide } = given
    const fit = await came()
    const over = await came({ left: '2026-11-05' })
    const low = await came({ kind: 'low' })
    const undated = await came({ left: null })
    await came({ kind: 'unknown' })
    await check([fit.id, over.id, undated.id])
    await check([low.id], { origin_kind: 'low' })
    const { stages } = await queue()
    expect(stages).toEqual({ all: 5, expected: 0, checking: 2, decide: 1, over: 1, out: 1, decided: 0 })
    for (const stage of ['checking', 'decide', 'over', 'out', 'decided'] as const)
      expect(await rowsOf({ stage })).toHaveLength(stages[stage])
    const { answers } = await decide(await rowsOf({ stage: 'decide' }))
    expect(codesOf(answers)).toEqual(['done'])
    expect((await queue()).stages).toEqual({ all: 5, expected: 0, checking: 2, decide: 0, over: 1, out: 1, decided: 1 })
    expect((await queue()).undelivered).toBe(1)
    // Whose term is over is observed by nobody any more; that a named person wrote it down ends the waiting.
    const late = await rowsOf({ stage: 'over' })
    expect(codesOf((await decide(late)).answers)).toEqual(['observation.term-over'])
    expect(codesOf((await decide(late, { outcome: 'register' })).answers)).toEqual(['done'])
    expect((await queue()).stages).toEqual({ all: 5, expected: 0, checking: 2, decide: 0, over: 0, out: 1, decided: 2 })
  })

  test('groups by origin and day carry the proposal of most; exceptions stand first with their reasons', async () => {
    const { came, check, rowsOf } = given
    const fit = [await came(), await came({ name: '孙玉兰' })]
    const child = await came({ name: '邹明', born: '2017-01-01' })
    const unfit = await came({ name: '何俊' })
    const doctor = await house.as('community-doctor', tixiang)
    const items = { own_room: false, own_toilet: true, handover_table: true, supplies: true, no_shared_air: true, waste: true }
    await doctor.call(assessHome, { id: newId(), person: unfit.person, items, with: '宋磊' })
    const other = await came({ left: '2026-11-14' })
    await check([...fit, child, unfit, other].map(({ id }) => id))
    const { groups } = await queue()
    const [first] = groups
    expect(groups.map(({ name, day, people, exceptions }) => [name, day, people, exceptions])).toEqual([
      ['青河市东湖区', '2026-11-15', 4, 2],
      ['青河市东湖区', '2026-11-14', 1, 0],
    ])
    expect(first?.proposal).toMatchObject({ kind: 'returned-medium-risk', day_zero: '2026-11-15', last_day: '2026-11-22' })
    const rows = await rowsOf({ group: keyOf(first as QueueGroup) })
    expect(rows.map(({ name, exceptions }) => [name, exceptions.join()])).toEqual([
      ['邹明', 'child'],
      ['何俊', 'home-unfit'],
      ['周建国', ''],
      ['孙玉兰', ''],
    ])
    expect(rows[1]?.proposal?.phases).toMatchObject([{ where: 'central' }])
  })

  test('somebody is found by name, initials, door and the end of a number', async () => {
    const { came, rowsOf } = given
    await came({ name: '陈小川' })
    const found = await came({ name: '阿依古丽·买买提江' })
    await sql`update person set phone_tail_hash = ${house.fields.hash('phone', 'tail', '4402')} where id = ${found.person}`.execute(
      house.owner,
    )
    const room = (await rowsOf()).find(({ arrival }) => arrival === found.id)?.door.replace('3号楼1单元', '')
    for (const text of ['古丽', 'aygl', '4402', `3号楼 ${room}`, `${room} 3`])
      expect([text, (await rowsOf({ text })).map(({ arrival }) => arrival)]).toEqual([text, [found.id]])
    expect(await rowsOf({ text: '没有这个人' })).toEqual([])
  })

  test('a community sees its own; the street, a grid worker and a volunteer see none [R-LAW-11]', async () => {
    const { came, clerk } = given
    await came()
    await came({ community: beside })
    expect((await queue(tixiang, clerk)).stages.all).toBe(1)
    expect((await queue()).stages.all).toBe(2)
    expect(await refusal(queue(beside, clerk))).toBe('access.not-found')
    for (const [role, place] of [
      ['street-officer', '410105001'],
      ['grid-worker', tixiang],
      ['volunteer', tixiang],
    ] as const)
      expect(await refusal(queue(place, await house.as(role, place)))).toBe('access.refused')
  })
})

describe('checking many at once', () => {
  test('whoever answered is confirmed with level and day; each keeps who asked and when; others are refused alone', async () => {
    const { came, check, rowsOf, clerk } = given
    const [one, two, late] = [
      await came({ kind: 'unknown', left: null }),
      await came({ kind: 'unknown' }),
      await came({ kind: 'unknown' }),
    ]
    const far = await came({ community: beside })
    const { answers } = await clerk.call(checkArrivals, {
      place: tixiang,
      items: [
        { id: one.id, version: 1 },
        { id: two.id, version: 1 },
        { id: late.id, version: 7 },
        { id: far.id, version: 1 },
      ],
      origin_kind: 'medium',
      left_origin_on: '2026-11-15',
    })
    expect(codesOf(answers)).toEqual(['done', 'done', 'record.moved', 'access.not-found'])
    const rows = await rowsOf({ stage: 'decide' })
    expect(rows.map(({ arrival, checked, left_origin_on }) => [arrival, checked?.by, left_origin_on])).toEqual([
      [one.id, '马晓燕', '2026-11-15'],
      [two.id, '马晓燕', '2026-11-15'],
    ])
    expect(codesOf((await check([late.id], { left_origin_on: '2026-11-17' })).answers)).toEqual(['people.left-after-arrival'])
  })

  test('calls that nobody answered are counted, and an answer ends the count', async () => {
    const { came, check, rowsOf, health, clerk } = given
    const { id } = await came({ kind: 'unknown' })
    const call = (version: number) => clerk.call(noteUnanswered, { place: tixiang, items: [{ id, version }] })
    await call(1)
    await call(2)
    expect((await rowsOf())[0]).toMatchObject({ unanswered: 2, version: 3 })
    await check([id], {}, health, 3)
    expect((await rowsOf())[0]).toMatchObject({ unanswered: 0, stage: 'decide' })
  })

  test('county health sends somebody back with the reason; checked again, the reason is gone', async () => {
    const { came, check, rowsOf, health, clerk } = given
    const { id } = await came()
    await check([id])
    await health.call(sendBack, { place: county, items: [{ id, version: 2 }], why: '和马俊证号一样' })
    const [back] = await rowsOf({}, clerk, tixiang)
    expect(back).toMatchObject({ stage: 'checking', sent_back: { why: '和马俊证号一样', by: '王海涛' }, checked: null })
    await check([id], {}, clerk, 3)
    expect((await rowsOf())[0]).toMatchObject({ stage: 'decide', sent_back: null })
  })
})
