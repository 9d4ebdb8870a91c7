import { describe, expect, test } from 'vitest'
import { addDays } from '../../day.ts'
import type { Demand, DemandAct, Wanted } from './demand.ts'
import { monthOf, weekOf } from './burden.rules.ts'
import {
  formerTermOf,
  groundsAgainst,
  isInForce,
  judge,
  longestDays,
  ownShare,
  runsBetween,
  soundsAlike,
  stateOf,
  timesBetween,
} from './demands.rules.ts'

const wanted: Wanted = {
  kind: 'form',
  title: '养犬情况',
  asker: '畜牧站',
  document: '1号',
  purpose: '防疫',
  ground: '动物防疫法',
  items: [],
  new_items: [{ name: '养犬数量', purpose: '防疫', ground: '动物防疫法', keep: '一年' }],
  scope: ['410105'],
  from: '2026-01-31',
  until: '2026-12-31',
  rhythm: 'monthly',
  minutes: 30,
  money: null,
  money_from: '',
}
const kept = (changes: Partial<Demand> = {}, acts: Partial<DemandAct>[] = []): Omit<Demand, 'state'> => ({
  ...wanted,
  id: '0',
  place: '4101',
  origin: 'asker',
  filed_by: '',
  filed_at: '2026-01-30T00:00:00Z',
  acts: acts.map((act) => ({
    kind: 'accepted',
    place: '410105',
    grounds: [],
    reason: '',
    other: null,
    until: null,
    by: '',
    at: '',
    ...act,
  })),
  ...changes,
})

describe('how often a demand falls due', () => {
  test('monthly on the last day of short months, weekly by its first weekday, once on its last day', () => {
    expect(timesBetween(kept(), '2026-02-01', '2026-02-28')).toBe(1)
    expect(timesBetween(kept(), '2026-01-01', '2026-12-31')).toBe(12)
    expect(timesBetween(kept({ rhythm: 'weekly', from: '2026-11-04' }), '2026-11-01', '2026-11-30')).toBe(4)
    expect(timesBetween(kept({ rhythm: 'daily', from: '2026-11-10', until: '2026-11-12' }), '2026-11-01', '2026-11-30')).toBe(3)
    expect(timesBetween(kept({ rhythm: 'once', until: '2026-11-20' }), '2026-11-16', '2026-11-22')).toBe(1)
    expect(timesBetween(kept({ rhythm: 'once', until: '2026-11-20' }), '2026-11-09', '2026-11-15')).toBe(0)
  })

  test('told without a term, once is due on the day it was told of; without a rhythm nobody knows how often', () => {
    const told = kept({ origin: 'community', rhythm: 'once', from: '2026-11-10', until: null })
    expect(timesBetween(told, '2026-11-01', '2026-11-30')).toBe(1)
    expect(timesBetween(told, '2026-12-01', '2026-12-31')).toBe(0)
    const unsaid = kept({ origin: 'community', rhythm: null, from: '2026-11-10', until: null })
    expect(timesBetween(unsaid, '2026-12-01', '2026-12-31')).toBeNull()
    expect(timesBetween(unsaid, '2026-10-01', '2026-10-31')).toBe(0)
  })

  test('weeks begin on Monday, months end where the calendar says', () => {
    expect(weekOf('2026-11-22')).toEqual({ from: '2026-11-16', to: '2026-11-22' })
    expect(monthOf('2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(monthOf('2026-12-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
  })
})

describe('where a demand stands', () => {
  test('each county decides for its own communities, and a city sees that one of them accepted', () => {
    const demand = kept({ scope: ['4101'] }, [
      { kind: 'refused', place: '410106' },
      { kind: 'accepted', place: '410105' },
    ])
    expect(stateOf(demand, '410105001003', '2026-11-17')).toBe('accepted')
    expect(stateOf(demand, '410106001001', '2026-11-17')).toBe('refused')
    expect(stateOf(demand, '410122', '2026-11-17')).toBe('waiting')
    expect(stateOf(demand, '4101', '2026-11-17')).toBe('accepted')
  })

  test('it lapses after its last day, or after that of a renewal', () => {
    const demand = kept({}, [{}, { kind: 'renewed', until: '2027-02-01' }])
    expect(stateOf(kept({}, [{}]), '410105', '2027-01-01')).toBe('expired')
    expect(stateOf(demand, '410105', '2027-01-01')).toBe('accepted')
    expect(stateOf(demand, '410105', '2027-02-02')).toBe('expired')
    expect(stateOf(kept(), '410105', '2027-01-01')).toBe('expired')
  })
})

describe('what the desk says', () => {
  test('two names of one thing sound alike, other things do not', () => {
    expect(soundsAlike('充电桩 数量', '充电桩数量')).toBe(true)
    expect(soundsAlike('充电桩数量统计', '充电桩数量')).toBe(true)
    expect(soundsAlike('养犬数量', '充电桩数量')).toBe(false)
  })

  test('an overlap needs the same thing, the same places and the same days', () => {
    const others = [kept({ id: '1' }, [{}])]
    expect(judge(wanted, others, '410105', '2026-11-17').overlaps).toHaveLength(1)
    expect(judge({ ...wanted, scope: ['410106'] }, others, '410105', '2026-11-17').overlaps).toEqual([])
    expect(judge({ ...wanted, from: '2027-01-01', until: '2027-06-01' }, others, '410105', '2026-11-17').overlaps).toEqual([])
    expect(judge(wanted, [kept({ id: '1' }, [{ kind: 'refused' }])], '410105', '2026-11-17').overlaps).toEqual([])
  })

  test('figures that are held are answered, a form with one new item waits and costs its share only', () => {
    const figures: Wanted = { ...wanted, kind: 'figures', items: ['count.elders'], new_items: [] }
    expect(judge(figures, [], '410105', '2026-11-17').outcome).toBe('answered')
    const mixed: Wanted = { ...wanted, items: ['count.elders', 'count.residents', 'count.vacant'] }
    expect(judge(mixed, [], '410105', '2026-11-17').outcome).toBe('waiting')
    expect(ownShare(mixed)).toBe(0.25)
    expect(ownShare({ ...mixed, kind: 'task' })).toBe(1)
  })

  test('longer than a year, or an item that nobody knows, goes back', () => {
    const grounds = (changes: Partial<Wanted>) => judge({ ...wanted, ...changes }, [], '410105', '2026-11-17').grounds
    expect(grounds({ until: '2027-12-31' })).toEqual(['too-long'])
    expect(grounds({ items: ['count.dogs'] })).toEqual(['unknown-item'])
    expect(grounds({ new_items: [] })).toEqual(['nothing-asked'])
    expect(grounds({})).toEqual([])
  })
})

describe('the day on which a demand turns', () => {
  const accepted = kept({ from: '2026-11-10', until: '2026-11-20' }, [{}])

  test('it binds from its first day through its last, and lapses on the day after', () => {
    const binds = (day: string) => isInForce(accepted, '410105001003', day)
    expect(['2026-11-09', '2026-11-10', '2026-11-20', '2026-11-21'].map(binds)).toEqual([false, true, true, false])
    const state = (of: typeof accepted) => ['2026-11-20', '2026-11-21'].map((day) => stateOf(of, '410105', day))
    expect(state(accepted)).toEqual(['accepted', 'expired'])
    expect(state({ ...accepted, acts: [] })).toEqual(['waiting', 'expired'])
  })

  test('a county counts for itself; above the counties one that accepted it is enough', () => {
    const acts = [{}, { kind: 'refused' as const, place: '410106' }]
    const demand = kept({ scope: ['4101'], from: '2026-11-10', until: '2026-11-20' }, acts)
    expect(['410105', '410106', '4101'].map((at) => stateOf(demand, at, '2026-11-15'))).toEqual([
      'accepted',
      'refused',
      'accepted',
    ])
  })

  test('it is sent back when it was over yesterday, or would run longer than the longest term', () => {
    const grounds = (more: Partial<Wanted>) => groundsAgainst({ ...wanted, ...more }, '2026-11-17')
    expect([grounds({ until: '2026-11-17' }), grounds({ until: '2026-11-16' })]).toEqual([[], ['expired']])
    const from = '2026-11-17'
    expect([
      grounds({ from, until: addDays(from, longestDays) }),
      grounds({ from, until: addDays(from, longestDays + 1) }),
    ]).toEqual([[], ['too-long']])
  })

  test('what touches a term by a day overlaps it, and runs in it', () => {
    const overlaps = (from: string, until: string) =>
      judge({ ...wanted, from, until }, [accepted], '410105', '2026-11-15').overlaps
    expect([overlaps('2026-11-01', '2026-11-09'), overlaps('2026-11-21', '2026-12-01')]).toEqual([[], []])
    expect([overlaps('2026-11-01', '2026-11-10').length, overlaps('2026-11-20', '2026-12-01').length]).toEqual([1, 1])
    const runs = (from: string, to: string) => runsBetween(accepted, from, to)
    expect([runs('2026-11-01', '2026-11-09'), runs('2026-11-01', '2026-11-10')]).toEqual([false, true])
    expect([runs('2026-11-21', '2026-11-30'), runs('2026-11-20', '2026-11-30')]).toEqual([false, true])
  })

  test('a form asked for beyond its term had one until the day before', () => {
    const told = kept({ id: '1', origin: 'community', place: '410105001003', scope: ['410105001003'] })
    expect(formerTermOf(told, [accepted], '2026-11-20')).toBeUndefined()
    expect(formerTermOf(told, [accepted], '2026-11-21')).toBe('2026-11-20')
  })

  test('once falls due on its last day, whether that begins or ends the days asked about', () => {
    const once = (from: string, to: string) => timesBetween({ ...accepted, rhythm: 'once' }, from, to)
    expect([once('2026-11-11', '2026-11-20'), once('2026-11-20', '2026-11-30'), once('2026-11-11', '2026-11-19')]).toEqual([
      1, 1, 0,
    ])
    expect(timesBetween({ ...accepted, rhythm: 'daily' }, '2026-11-20', '2026-11-30')).toBe(1)
  })
})
