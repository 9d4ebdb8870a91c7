import { declared } from '@wangdi/domain/declared.ts'
import { faultsOf } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import type { AnyLine } from '@wangdi/domain/reports/daily-report.ts'
import {
  confirmReport,
  explainLine,
  listBehind,
  readDailyReport,
  readRollUp,
  sayLine,
} from '@wangdi/domain/reports/reports.api.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callKind } from '../../test/given/kinds.ts'
import { givenDwelling } from '../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'
import { openResponseFor } from '../regimes/given.ts'

const county = '410105'
const community = '410105001003'
const day = '2026-11-18'
const verbs = requestVerbs(errand)
let house: House
let director: Caller
let door: string
const ids: Record<'old' | 'ended' | 'late' | 'new', string> = { old: '', ended: '', late: '', new: '' }

const ask = async (urgency: 'today' | 'soon') => {
  const id = newId()
  const fields = { what: 'parcel', put: 'door' }
  await callKind(director, verbs.begin, { id, v: errand.version, dwelling: door, way: 'phone', urgency, fields })
  return id
}

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  await openResponseFor(house, county, { from: '2026-11-17', until: '2026-12-31' })
  director = await house.as('community-director', community, '周敏')
  door = await givenDwelling(house, community, '3号楼', '2', '402')
  const helper = await house.as('volunteer', community)
  ids.old = await ask('soon')
  ids.ended = await ask('soon')
  ids.late = await ask('today')
  house.clock.set(`${day}T10:00:00+08:00`)
  ids.new = await ask('soon')
  await callKind(director, verbs.acts['give'], { id: ids.ended, doer: helper.account })
  await callKind(helper, verbs.acts['done'], { id: ids.ended, fields: {} })
  await callKind(director, verbs.acts['confirm'], { id: ids.ended })
})
afterAll(() => house?.close())

const read = () => director.call(readDailyReport, { community, day })
const lineOf = async (name: string) => (await read()).lines.find((line) => line.name === `kinds/${name}`)
const behind = async (name: string, figure: number) =>
  director.call(listBehind, { community, day, line: `kinds/${name}`, figure })

describe('the lines that kinds of record bring into the daily report', () => {
  test('are those of the kinds that say so, under their own words, after the clause they stand by', async () => {
    const brought = (await read()).lines.filter(({ name }) => name.startsWith('kinds/'))
    const daily = declared.filter(({ daily: asked }) => asked)
    expect(daily.length).toBeGreaterThan(3)
    expect(brought.map(({ name, own }) => [name, own?.words, own?.source])).toEqual(
      daily.map(({ name, words, daily: source }) => [`kinds/${name}`, words, source]),
    )
    expect(brought.map(({ name, own }) => [name, own?.of])).toContainEqual(['kinds/rounds.elder-check', 'work'])
    expect(faultsOf({ ...facility, daily: { document: '通知', section: '一' } })).toEqual([
      `${facility.name}: daily: it has nothing of one day`,
    ])
  })

  test('count the requests of the day, and each figure opens exactly those that it counts', async () => {
    expect(await lineOf(errand.name)).toMatchObject({ figures: [1, 1, 3, 1], state: 'counted' })
    const rows = async (figure: number) => (await behind(errand.name, figure)).rows.map(({ id }) => id).toSorted()
    expect(await rows(0)).toEqual([ids.new])
    expect(await rows(1)).toEqual([ids.ended])
    expect(await rows(2)).toEqual([ids.old, ids.late, ids.new].toSorted())
    expect(await rows(3)).toEqual([ids.late])
    expect((await behind(errand.name, 0)).rows).toMatchObject([{ kind: 'record', of: errand.name }])
  })

  test('that have nothing new are open until a named person says zero, which stands frozen and is summed upward', async () => {
    expect(await lineOf('rounds.waste')).toMatchObject({ figures: [0, 0, 0, 0], state: 'open' })
    for (const { line, why } of (await read()).points)
      await (why === 'say-zero'
        ? director.call(sayLine, { id: newId(), community, day, line, zero: 'zero' })
        : director.call(explainLine, { id: newId(), community, day, line, explanation: '明天补' }))
    expect(await lineOf('rounds.waste')).toMatchObject({ state: 'zero', said_by: '周敏' })
    await director.call(confirmReport, { community, day })
    await ask('soon')
    const { frozen, differences } = await read()
    const kept = frozen[0]?.lines.find(({ name }) => name === `kinds/${errand.name}`)
    expect(kept).toMatchObject({ figures: [1, 1, 3, 1], own: { of: 'asked', words: errand.words, pack: '' } })
    expect(differences).toMatchObject([{ line: `kinds/${errand.name}`, frozen: [1, 1, 3, 1], live: [2, 1, 4, 1] }])
    const sumsAt = async (by: Caller, place: string) =>
      (await by.call(readRollUp, { place, day })).own_sums.find(({ line }) => line === (`kinds/${errand.name}` as AnyLine))
    expect(await sumsAt(await house.as('county-health', county), county)).toMatchObject({ figures: [1, 1, 3, 1], left_out: 0 })
    // Above the county few are told of no community.
    const city = await house.as('city-officer', '4101')
    expect(await sumsAt(city, '4101')).toMatchObject({ figures: [1, 1, 3, 1] })
    expect((await sumsAt(city, community))?.hidden).toEqual(['few', 'few', 'few', 'few'])
  })
})
