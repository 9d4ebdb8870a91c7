import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../day.ts'
import type { ResponseAct } from './regimes.ts'
import {
  communityKind,
  inForceAt,
  isStale,
  isStricter,
  lastDayOf,
  openedBy,
  stateOn,
  suggestResponse,
  whyNotLevel,
  whyNotOpen,
  whyNotSilent,
  whyNotTerm,
} from './regimes.rules.ts'

const act = (kind: ResponseAct['kind'], at: string, until: string | null = null): ResponseAct => ({
  kind,
  at,
  by: '赵明',
  number: '1',
  reason: '',
  until,
  review_on: null,
})
const response = (more: object = {}) => ({
  from: '2026-11-14',
  until: '2026-11-28' as string | null,
  review_on: null as string | null,
  scope: ['410105'],
  functions: ['observation' as const],
  acts: [] as ResponseAct[],
  ...more,
})

describe('when a response is in force', () => {
  test('from its first day to its last, both included', () => {
    const on = (day: string) => stateOn(response(), day)
    expect(['2026-11-13', '2026-11-14', '2026-11-28', '2026-11-29'].map(on)).toEqual(['coming', 'open', 'open', 'ended'])
  })

  test('the day of closing is closed; of a reading on that day the moment decides', () => {
    const closed = response({ acts: [act('closed', '2026-11-17T02:00:00.000Z')] })
    expect(stateOn(closed, '2026-11-16')).toBe('open')
    expect(stateOn(closed, '2026-11-17')).toBe('closed')
    expect(stateOn(closed, '2026-11-17', '2026-11-17T01:59:59.000Z')).toBe('open')
    expect(stateOn(closed, '2026-11-17', '2026-11-17T02:00:00.000Z')).toBe('closed')
    // 01:00 of the 18th in Shanghai is still the 17th in UTC: the day is Shanghai's.
    expect(stateOn(response({ acts: [act('closed', '2026-11-17T17:00:00.000Z')] }), '2026-11-17')).toBe('open')
  })

  test('the last review sets the term, and the earlier of end and review day ends it [R-LAW-1]', () => {
    expect(lastDayOf(response({ acts: [act('reviewed', '2026-11-20T02:00:00.000Z', '2026-12-05')] }))).toBe('2026-12-05')
    expect(lastDayOf(response({ review_on: '2026-11-20' }))).toBe('2026-11-20')
    expect(lastDayOf(response({ until: null, review_on: '2026-11-20' }))).toBe('2026-11-20')
    expect(lastDayOf(response({ until: '2026-11-19', review_on: '2026-11-20' }))).toBe('2026-11-19')
  })

  test('a term lasts a day at least', () => {
    const code = (until: string | null, review_on: string | null = null) =>
      whyNotTerm({ from: '2026-11-14', until, review_on })?.code
    expect([code('2026-11-13'), code('2026-11-14'), code('2026-11-20', '2026-11-13'), code(null)]).toEqual([
      'regimes.ends-first',
      undefined,
      'regimes.ends-first',
      'regimes.open-ended',
    ])
  })

  test('the narrowest names the rules, of two the newest; a function stays open by the one that lasts longest', () => {
    const wide = response({ scope: ['41'], from: '2026-11-16' })
    const old = response({ until: '2026-12-20' })
    const newer = response({ from: '2026-11-15' })
    for (const all of [
      [wide, old, newer],
      [newer, old, wide],
    ]) {
      const inForce = inForceAt(all, '410105001003', '2026-11-17')
      expect(inForce).toEqual([newer, old, wide])
      expect([openedBy(inForce).get('observation'), openedBy(inForce.toReversed()).get('observation')]).toEqual([old, old])
    }
  })

  test('it never opens anything outside its days, after its closing or beyond its scope [R-LAW-1]', () => {
    const day = fc.integer({ min: -30, max: 60 }).map((n) => addDays('2026-11-14', n))
    const place = fc.constantFrom('410105001003', '410105', '410106001001', '4101', '41', '')
    fc.assert(
      fc.property(day, place, fc.option(day), fc.constantFrom('410105', '410105001'), (asked, where, closed, scope) => {
        const one = response({ scope: [scope], acts: closed === null ? [] : [act('closed', `${closed}T04:00:00.000Z`)] })
        const isOpen = openedBy(inForceAt([one], where, asked)).has('observation')
        const may =
          asked >= '2026-11-14' && asked <= '2026-11-28' && (closed === null || asked < closed) && where.startsWith(scope)
        return isOpen === may
      }),
    )
  })
})

describe('what may be entered', () => {
  const order = { place: '410105', scope: ['410105001'], from: '2026-11-14', until: '2026-11-28', review_on: null }
  test('a scope within the authority, with an end or a review day [R-LAW-1]', () => {
    expect(whyNotOpen(order)).toBeUndefined()
    expect(whyNotOpen({ ...order, until: null })?.code).toBe('regimes.open-ended')
    expect(whyNotOpen({ ...order, until: null, review_on: '2026-11-20' })).toBeUndefined()
    expect(whyNotOpen({ ...order, scope: ['4101'] })?.code).toBe('regimes.outside-issuer')
    expect(whyNotOpen({ ...order, review_on: '2026-11-13' })?.code).toBe('regimes.ends-first')
  })

  test('levels hang on the places they are kept for, with the words of the vocabulary', () => {
    expect(whyNotLevel('county.risk', '410105', 'high')).toBeUndefined()
    expect(whyNotLevel('county.risk', '410105001', 'high')?.code).toBe('regimes.wrong-place')
    expect(whyNotLevel('area.zone', '410105001', 'sealed')).toBeUndefined()
    expect(whyNotLevel('area.zone', '410105001', 'high')?.code).toBe('regimes.wrong-value')
    expect(whyNotLevel('community.class', '410105001003', 'cases')).toBeUndefined()
  })

  test('following the proposal needs no words, leaving it does [R-LAW-9]', () => {
    expect(whyNotSilent('medium', 'medium', '')).toBeUndefined()
    expect(whyNotSilent('medium', 'high', ' ')?.code).toBe('regimes.needs-reason')
    expect(whyNotSilent(null, 'low', '')?.code).toBe('regimes.needs-reason')
    expect(whyNotSilent('medium', 'high', '省里通知')).toBeUndefined()
  })
})

test('a count of fourteen days says nothing from the fifteenth on; a total stays', () => {
  expect(isStale('cases.new-14-days', '2026-11-03', '2026-11-16')).toBe(false)
  expect(isStale('cases.new-14-days', '2026-11-03', '2026-11-17')).toBe(true)
  expect(isStale('cases.total', '2020-01-01', '2026-11-17')).toBe(false)
})

test('the stricter of two differing axes is known as such, the milder and an equal one are not', () => {
  const axes = (level: 'low' | 'medium', cls: 'low' | 'medium') =>
    ({
      level: { id: 'level', fact: 'county.risk', value: level, tier: level },
      class: { id: 'class', fact: 'community.class', value: '', tier: cls },
    }) as const
  expect(isStricter('medium', axes('low', 'medium'))).toBe(true)
  expect(isStricter('low', axes('low', 'medium'))).toBe(false)
  expect(isStricter('medium', axes('medium', 'medium'))).toBe(false)
})

test('a change of level suggests opening, raising, lowering or ending the response [R-2021-7]', () => {
  expect(suggestResponse(false, 'low', 'medium')).toBe('open')
  expect(suggestResponse(false, null, 'low')).toBe('none')
  expect(suggestResponse(true, 'medium', 'high')).toBe('raise')
  expect(suggestResponse(true, 'high', 'medium')).toBe('lower')
  expect(suggestResponse(true, 'medium', 'low')).toBe('end')
  expect(suggestResponse(true, 'medium', null)).toBe('keep')
  expect(suggestResponse(true, 'medium', 'medium')).toBe('keep')
  // Where no level was ever confirmed none fell.
  expect(suggestResponse(true, null, 'low')).toBe('keep')
  expect(suggestResponse(true, null, 'none')).toBe('keep')
})

test('town or village is told by the last three digits of the code', () => {
  expect(communityKind('410105001003')).toBe('urban')
  expect(communityKind('410122101210')).toBe('village')
  expect(communityKind('410105')).toBeUndefined()
  const kinds = (...last: string[]) => last.map((three) => communityKind(`410122101${three}`))
  expect(kinds('200', '399', '500', '599')).toEqual(['village', 'village', 'village', 'village'])
  expect(kinds('199', '400', '499', '600')).toEqual(['urban', 'urban', 'urban', 'urban'])
})
