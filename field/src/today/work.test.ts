import { applyRows, emptyHeld } from '@wangdi/domain/sync/held.rules.ts'
import type { HeldDwelling, HeldRows, HeldSetting } from '@wangdi/domain/sync/sync.ts'
import { usualRhythm } from '@wangdi/domain/rounds/due.rules.ts'
import { expect, test } from 'vitest'
import { initialsOf } from '@wangdi/domain/text/initials.ts'
import { doorPlate, doorText, shortDoor } from '@wangdi/domain/places/door-plate.ts'
import { untold } from '../observation/answers.ts'
import { householdsOf } from '../places/door.ts'
import { searchDoors } from '../places/search.ts'
import { nextDoor } from '../rounds/next-door.ts'
import { personsToMeet, workOf } from './work.ts'

const now = '2026-11-20T01:12:00.000Z' // 9:12
const door = (id: string, building: string, room: string, ordinal: number, use: HeldDwelling['use'] = 'own'): HeldDwelling => ({
  id,
  block: building,
  estate: null,
  building,
  unit: '1单元',
  floor: 1,
  room,
  group: null,
  house: null,
  use,
  ordinal,
  version: 1,
})
const person = (id: string, dwelling: string, born: string) => ({
  id,
  dwelling,
  name: id,
  sex: null,
  born,
  phone: null,
  relation: '',
})
const rule = {
  fever: 37.3,
  symptoms: [],
  second_reading: 15,
  per_day: 2,
  split: '13:00',
  due_by: { morning: '11:00', evening: '20:00' },
  source: '',
}
const stay = (id: string, who: string) => ({
  id,
  person: who,
  community: '410105001003',
  dwelling: null,
  kind: 'close-contact' as const,
  number: id,
  issuer: '疾控',
  decided_at: '2026-11-16T02:00:00Z',
  day_zero: '2026-11-16',
  phases: [{ where: 'home' as const, from: '2026-11-17', until: '2026-11-23', tests: [] }],
  last_day: '2026-11-23',
  ended_at: null,
  rule,
})
const reading = (id: string, observation: string, temperature: number) => ({
  id,
  observation,
  taken_at: '2026-11-19T23:40:00Z', // 7:40 of the 20th
  day: '2026-11-20',
  half: 'morning' as const,
  temperature,
  symptoms: [],
  measured_by: 'visit' as const,
  not_measured: null,
  note: '',
  by: '吴晓彤',
  recorded_at: '2026-11-19T23:40:00Z',
})
const visit = (id: string, dwelling: string, at: string, result: 'met' | 'nobody-home' | 'not-convenient') => ({
  id,
  dwelling,
  round: null,
  at,
  by: 'w',
  result,
  needs: [],
  use: null,
  met: result === 'met' && dwelling === 'b' ? ['郑玉梅'] : [],
  note: '',
  changes: '',
  entry: 'at-door' as const,
  replaces: null,
})
const setting: HeldSetting = {
  community: '410105001003',
  communityName: '体育社区居委会',
  grids: [],
  namesEstates: false,
  demo: false,
  colleagues: [],
  closed: { arrivals: null, observation: null },
  rhythm: {
    groups: { ...usualRhythm.groups } as Record<string, number>,
    colours: { ...usualRhythm.colours } as Record<string, number>,
  },
}
const rows: HeldRows = {
  dwelling: [
    door('a', '1号楼', '302', 1),
    door('b', '2号楼', '101', 2),
    door('c', '2号楼', '102', 3),
    door('v', '2号楼', '201', 4, 'vacant'),
  ],
  person: [
    person('陈志远', 'a', '1990-01-01'),
    person('林晓雯', 'a', '1992-01-01'),
    person('郑玉梅', 'b', '1948-01-01'),
    person('李青年', 'c', '1995-01-01'),
  ],
  episode: [stay('s1', '陈志远'), stay('s2', '林晓雯')],
  round: [
    {
      id: 'r',
      community: '410105001003',
      kind: 'survey',
      name: '冬季入户',
      of: 'dwellings',
      groups: [],
      from: '2026-11-10',
      until: '2026-11-25',
      everyDays: null,
    },
  ],
}
const held = applyRows(emptyHeld(), rows)

test('the list of a morning: readings by their hour, visits whose days have passed, open rounds', () => {
  const work = workOf(held, setting, now)
  expect(work.urgent).toEqual([])
  expect(work.readings.map(({ half, all }) => [half, all.map(({ person: { name } }) => name)])).toEqual([
    ['morning', ['陈志远', '林晓雯']],
  ])
  expect(work.visits.map(({ dwelling }) => dwelling)).toEqual(['b'])
  expect(work.rounds[0]).toMatchObject({ coverage: { due: 3, done: 0, notReached: 3, outside: 1 } })
  expect([work.done, work.left]).toEqual([0, 3])
})

test('a high reading becomes urgent, a normal one is done, and the count of the day follows', () => {
  const work = workOf(applyRows(held, { reading: [reading('x', 's1', 37.8), reading('y', 's2', 36.6)] }), setting, now)
  expect(work.urgent).toMatchObject([{ why: 'retest', person: { name: '陈志远' }, high: { temperature: 37.8 } }])
  expect(work.readings).toEqual([])
  expect([work.done, work.left]).toEqual([1, 2])
})

test('without a response there are no readings to take', () => {
  const closed = { ...setting, closed: { arrivals: null, observation: { zh: '没有开放', en: 'closed' } } }
  expect(workOf(held, closed, now)).toMatchObject({ urgent: [], readings: [], left: 1 })
})

test('somebody met today is done; nobody home comes back at another hour', () => {
  const met = workOf(applyRows(held, { visit: [visit('1', 'b', now, 'met')] }), setting, now)
  expect([met.done, met.visits]).toEqual([1, []])
  const away = workOf(applyRows(held, { visit: [visit('1', 'b', now, 'nobody-home')] }), setting, now)
  expect(away.visits).toMatchObject([{ why: 'again', notBefore: '2026-11-20T06:00:00.000Z' }])
  const later = workOf(applyRows(held, { visit: [visit('1', 'b', now, 'not-convenient')] }), setting, now)
  expect([later.done, later.tried, later.visits]).toEqual([0, 1, []])
  const notDue = workOf(applyRows(held, { visit: [visit('1', 'c', now, 'met')] }), setting, now)
  expect([notDue.done, notDue.left]).toEqual([0, 3])
})

test('after a door comes the next one due, else the next not reached in walking order', () => {
  const households = householdsOf(held, setting, '2026-11-20')
  const at = (id: string) => {
    const found = households.get(id)
    if (!found) throw new Error(id)
    return found
  }
  const work = workOf(held, setting, now)
  expect(nextDoor(at('a'), work, null, now)?.door.id).toBe('b')
  expect(nextDoor(at('b'), work, 'r', now)?.door.id).toBe('c')
  expect(nextDoor(at('c'), work, 'r', now)?.door.id).toBe('a')
})

test('a door is found as people type it, and a neighbour by name', () => {
  const find = (text: string) =>
    searchDoors([...householdsOf(held, setting, '2026-11-20').values()], text, held).map(({ door: { id } }) => id)
  expect(find('2-102')).toEqual(['c'])
  expect(find('2号楼1单元102')).toEqual(['c'])
  expect(find('302')).toEqual(['a'])
  expect(find('郑玉')).toEqual(['b'])
  expect(find('9-999')).toEqual([])
})

test('a neighbour is found by a part of a long name with or without its dots, and by initials in every reading', () => {
  const [one] = rows.person ?? []
  if (!one) throw new Error('no resident')
  const named = (name: string) => applyRows(held, { person: [{ ...one, name }] })
  const finds = (name: string, text: string) => {
    const now = named(name)
    const doors = searchDoors([...householdsOf(now, setting, '2026-11-20').values()], text, now, initialsOf)
    return doors.some((household) => household.people.some((person) => person.name === name))
  }
  const long = '阿依古丽·买买提江'
  for (const text of ['阿依古丽买买提', '阿依古丽.买买提江', '阿依古丽•买', '买买提', 'aygl', 'AYGLMMTJ'])
    expect([text, finds(long, text)]).toEqual([text, true])
  expect([finds('乐嘉测', 'yjc'), finds('乐嘉测', 'ljc'), finds('𠮷田一', '𠮷田'), finds('SMITH JOHN', 'smith john')]).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect([finds(long, 'mmtj'), finds(long, '阿依江')]).toEqual([false, false])
})

test('plates are short', () => {
  const [one] = rows.dwelling ?? []
  if (!one) throw new Error('no door')
  expect([doorPlate(one), shortDoor(one)]).toEqual([{ estate: '', building: '1号楼1单元', room: '302' }, '1号楼1-302'])
})

test('the phone names the estate of a door where its community has more than one, and only there', () => {
  const both = applyRows(held, { dwelling: (rows.dwelling ?? []).map((one) => ({ ...one, estate: '翠苑小区' })) })
  const doorOf = (namesEstates: boolean) => householdsOf(both, { namesEstates }, '2026-11-20').get('a')?.door ?? null
  expect([doorText(doorOf(true)), doorText(doorOf(false))]).toEqual(['翠苑小区 1号楼1单元302', '1号楼1单元302'])
})

test('a reading is due behind the door where somebody stays, also when their home is elsewhere', () => {
  const who = { name: '马俊', sex: null, born: '1993-01-01', phone: '19900000103' }
  const held = applyRows(emptyHeld(), {
    ...rows,
    episode: [
      { ...stay('s8', '马俊'), dwelling: 'b', who },
      { ...stay('s9', '陈志远'), dwelling: 'c', who: { ...who, name: '陈志远' } },
    ],
    reading: [],
  })
  const due = workOf(held, setting, now).readings.flatMap(({ all }) => all)
  expect(due.map(({ household, person }) => [household.door.id, person.name, person.phone])).toEqual([
    ['b', '马俊', '19900000103'],
    ['c', '陈志远', '19900000103'],
  ])
  expect(
    householdsOf(held, setting, '2026-11-20')
      .get('b')
      ?.people.map(({ name }) => name),
  ).not.toContain('马俊')
})

test('whoever comes to a door is to see those whose days have passed and those whom a round has not met, before their hour too', () => {
  const at = (more: HeldRows, without: string | null = null) => {
    const now = applyRows(held, more)
    const household = householdsOf(now, setting, '2026-11-20').get('b')
    return household && personsToMeet(household, now, setting, '2026-11-20', without)
  }
  expect(at({})).toEqual(['郑玉梅'])
  expect(at({ visit: [visit('1', 'b', now, 'not-convenient')] })).toEqual(['郑玉梅'])
  expect(at({ visit: [visit('1', 'b', now, 'met')] })).toEqual([])
  expect(at({ visit: [visit('1', 'b', now, 'met')] }, '1')).toEqual(['郑玉梅'])
  const round = {
    id: 'k',
    community: '410105001003',
    kind: 'visit' as const,
    name: '走访',
    of: 'key-persons' as const,
    groups: [],
  }
  const calm = { visit: [visit('1', 'b', '2026-11-18T02:00:00Z', 'met')] }
  expect(at(calm)).toEqual([])
  expect(at({ ...calm, round: [{ ...round, from: '2026-11-19', until: null, everyDays: null }] })).toEqual(['郑玉梅'])
})

test('a doctor has not heard of what waits on this phone, whatever the network; what was decided today is shown once', () => {
  const with_ = (temperature: number) => applyRows(held, { reading: [reading('r1', 's1', temperature)] })
  const entry = (state: 'unsent' | 'refused' | 'done' | 'dropped') => ({
    id: 'e1',
    verb: 'observation.record-reading',
    at: now,
    input: { id: 'r1', observation: 's1' },
    title: { building: '', room: '', text: '' },
    state,
    since: 0,
  })
  const waits = (state: Parameters<typeof entry>[0], temperature = 38.2) =>
    untold(with_(temperature), [entry(state)]).map(({ id }) => id)
  expect([waits('unsent'), waits('refused'), waits('done'), waits('unsent', 36.6)]).toEqual([['r1'], ['r1'], [], []])
  const answer = (id: string, outcome: 'retest' | 'transfer', at: string) => ({
    id,
    reading: 'r1',
    outcome,
    note: '',
    by: '韩志远',
    at,
  })
  const decided = (answers: ReturnType<typeof answer>[]) =>
    workOf(applyRows(with_(38.2), { answer: answers }), setting, now).decided.map(({ answer: { id }, household }) => [
      id,
      household.door.id,
    ])
  const [first, then] = [answer('a', 'retest', '2026-11-20T00:40:00Z'), answer('b', 'transfer', '2026-11-20T01:00:00Z')]
  const home = workOf(with_(38.2), setting, now).urgent[0]?.household.door.id
  expect(decided([first, then])).toEqual([['b', home]])
  expect(decided([answer('c', 'transfer', '2026-11-18T01:00:00Z')])).toEqual([])
})

test('who came and did not answer twice is met at the door, counts as done once met today, and is none where arrivals are closed', () => {
  const arrival = {
    id: 'a',
    dwelling: 'd1',
    person: 'x',
    name: '周建国',
    phone: null,
    origin: '青河市东湖区',
    arrived_on: '2026-11-19',
    unanswered: 2,
  }
  const known = applyRows(emptyHeld(), {
    dwelling: [door('d1', '1号楼', '101', 1), door('d2', '1号楼', '102', 2)],
    arrival: [arrival],
  })
  const open = { ...setting, closed: { arrivals: null, observation: null } }
  const before = workOf(known, open, now)
  expect(before.calls.map(({ household, arrival: { id } }) => [household.door.id, id])).toEqual([['d1', 'a']])
  const visit = (result: 'met' | 'nobody-home') =>
    workOf(
      applyRows(known, {
        visit: [
          {
            ...{
              id: 'v',
              dwelling: 'd1',
              round: null,
              at: now,
              by: 'me',
              result,
              needs: [],
              use: null,
              met: [],
              note: '',
              changes: '',
            },
            ...{ entry: 'at-door' as const, replaces: null },
          },
        ],
      }),
      open,
      now,
    )
  expect([visit('nobody-home').left - before.left, visit('nobody-home').calls.length]).toEqual([0, 1])
  expect([visit('met').left - before.left, visit('met').done - before.done, visit('met').calls.length]).toEqual([-1, 1, 0])
  expect(workOf(known, { ...open, closed: { ...open.closed, arrivals: { zh: '没有响应', en: 'none' } } }, now).calls).toEqual([])
})
