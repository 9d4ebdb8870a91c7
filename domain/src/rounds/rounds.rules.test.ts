import fc from 'fast-check'
import { expect, test } from 'vitest'
import { civilAffairsKinds } from '../people/key-group.ts'
import {
  coverageOf,
  countsFor,
  isInGroups,
  isOpen,
  isOver,
  personStanding,
  standingOf,
  turnOf,
  withoutReplaced,
} from './coverage.rules.ts'
import { againAfter, contactDays, contactsOfDay, dueVisits, rhythmOf, usualRhythm } from './due.rules.ts'
import { whyNotOpen, whyNotRecord } from './rounds.rules.ts'
import type { Visit, VisitResult } from './rounds.ts'
import { exceptionReasons, resultSaid, visitResults } from './rounds.ts'

const day = '2026-11-20'
const visit = (at: string, result: VisitResult, more: Partial<Visit> = {}): Visit => ({
  id: at,
  dwelling: 'd',
  round: null,
  at,
  by: 'w',
  result,
  needs: [],
  use: null,
  met: [],
  note: '',
  changes: '',
  entry: 'at-door',
  replaces: null,
  ...more,
})

test('a door once met stays done; else the last try says why not, and nobody asked is not reached', () => {
  expect(standingOf('own', ['nobody-home', 'met', 'refused'])).toBe('done')
  expect(standingOf('own', ['refused', 'nobody-home'])).toBe('nobody-home')
  expect(standingOf('own', [])).toBe('not-reached')
})

test('a vacant dwelling is outside the denominator until somebody was met there', () => {
  expect(coverageOf([standingOf('vacant', []), standingOf('own', ['met']), standingOf('rented', [])])).toEqual({
    due: 2,
    done: 1,
    exceptions: { 'nobody-home': 0, 'not-convenient': 0, 'moved-away': 0, refused: 0 },
    notReached: 1,
    outside: 1,
  })
  expect(standingOf('vacant', ['met'])).toBe('done')
})

test('done, exceptions and not reached always add up to the denominator, and no door is lost', () => {
  const standing = fc.constantFrom('done' as const, 'not-reached' as const, 'outside' as const, ...exceptionReasons)
  fc.assert(
    fc.property(fc.array(standing), (standings) => {
      const { due, done, exceptions, notReached, outside } = coverageOf(standings)
      const excepted = Object.values(exceptions).reduce((sum, n) => sum + n, 0)
      expect(done + excepted + notReached).toBe(due)
      expect(due + outside).toBe(standings.length)
    }),
  )
})

test('a key person is done only when named as reached, whoever lives behind the door by now [R-2020B-14]', () => {
  expect(personStanding([visit('a', 'met', { met: ['other'] })], 'p')).toBe('not-reached')
  expect(personStanding([visit('a', 'met')], 'p')).toBe('not-reached')
  expect(personStanding([visit('a', 'met', { met: ['p'] }), visit('b', 'refused')], 'p')).toBe('done')
  expect(personStanding([visit('a', 'refused')], 'p')).toBe('refused')
})

test('a round with a rhythm begins again: last turn does not count for this one', () => {
  const weekly = { id: 'r', from: '2026-11-02', until: null, everyDays: 7 }
  expect(turnOf(weekly, day)).toEqual({ from: '2026-11-16', to: day })
  expect(countsFor(visit('2026-11-15T10:00:00Z', 'met'), turnOf(weekly, day))).toBe(false)
  expect(countsFor(visit('2026-11-15T16:00:00Z', 'met'), turnOf(weekly, day))).toBe(true) // 16th in China
  expect(turnOf({ ...weekly, until: '2026-11-08' }, day)).toEqual({ from: '2026-11-02', to: '2026-11-08' })
})

test('a round is open on its first and its last day, over on the day after, and a visit of its last day counts', () => {
  const round = { id: 'r', from: '2026-11-02', until: '2026-11-08', everyDays: null }
  const on = (asked: string) => [isOpen(round, asked), isOver(round, asked)]
  expect(['2026-11-01', '2026-11-02', '2026-11-08', '2026-11-09'].map(on)).toEqual([
    [false, false],
    [true, false],
    [true, false],
    [false, true],
  ])
  expect([isOpen({ ...round, until: null }, day), isOver({ ...round, until: null }, day)]).toEqual([true, false])
  const counts = (at: string) => countsFor(visit(at, 'met'), turnOf(round, day))
  expect(['2026-11-08T02:00:00Z', '2026-11-08T16:00:00Z'].map(counts)).toEqual([true, false])
})

test('a corrected visit counts no more', () => {
  const wrong = visit('a', 'met')
  expect(withoutReplaced([wrong, visit('b', 'nobody-home', { replaces: 'a' })]).map(({ id }) => id)).toEqual(['b'])
})

test('the closest rhythm of groups and colour decides; nobody outside the groups is due', () => {
  const elder = { born: '1950-01-01', marks: [], colour: null }
  expect(contactDays(elder, usualRhythm, day)).toBe(14)
  expect(contactDays({ ...elder, marks: ['elder-alone'] }, usualRhythm, day)).toBe(7)
  expect(contactDays({ ...elder, colour: 'red' }, usualRhythm, day)).toBe(3)
  expect(contactDays({ born: '1990-01-01', marks: [] }, usualRhythm, day)).toBeUndefined()
  expect(isInGroups(['elder'], { born: '1950-01-01', marks: [] }, day)).toBe(true)
  expect(isInGroups([], { born: '1990-01-01', marks: [] }, day)).toBe(false)
})

test('every kind of client of civil affairs is due again within a month', () => {
  expect(civilAffairsKinds.map((kind) => contactDays({ born: null, marks: [kind] }, usualRhythm, day) ?? Infinity)).toEqual(
    civilAffairsKinds.map(() => expect.toSatisfy((days: number) => days <= 30)),
  )
})

test('nobody home is tried again in another part of the day', () => {
  expect(againAfter('2026-11-20T01:30:00Z')).toBe('2026-11-20T06:00:00.000Z') // 9:30 → 14:00
  expect(againAfter('2026-11-20T07:00:00Z')).toBe('2026-11-20T10:30:00.000Z') // 15:00 → 18:30
  expect(againAfter('2026-11-20T11:00:00Z')).toBe('2026-11-21T01:00:00.000Z') // 19:00 → 9:00 next day
  expect(againAfter('2026-11-20T04:00:00Z')).toBe('2026-11-20T10:30:00.000Z') // 12:00 → 18:30
  expect(againAfter('2026-11-20T09:30:00Z')).toBe('2026-11-21T01:00:00.000Z') // 17:30 → 9:00 next day
})

test('visits due follow from records: 14 days after the last one, at once when never met, again after nobody home', () => {
  const people = [
    { id: 'p', dwelling: 'd', born: '1948-01-01', marks: [] },
    { id: 'q', dwelling: 'e', born: '1949-01-01', marks: [] },
    { id: 'young', dwelling: 'f', born: '1999-01-01', marks: [] },
  ]
  const dueWith = (visits: Visit[]) =>
    dueVisits({ people, visits: new Map([['d', visits]]), rhythm: usualRhythm, today: day }).filter(
      ({ dwelling }) => dwelling === 'd',
    )
  expect(dueWith([])).toMatchObject([{ persons: ['p'], why: 'rhythm', dueOn: day, notBefore: null, last: null }])
  expect(dueWith([visit('2026-11-06T02:00:00Z', 'met', { met: ['p'] })])).toMatchObject([{ dueOn: day, last: { result: 'met' } }])
  expect(dueWith([visit('2026-11-07T02:00:00Z', 'met', { met: ['p'] })])).toEqual([])
  expect(dueWith([visit('2026-11-20T01:30:00Z', 'nobody-home')])).toMatchObject([
    { why: 'again', notBefore: '2026-11-20T06:00:00.000Z' },
  ])
  expect(dueWith([visit('2026-11-20T11:00:00Z', 'nobody-home')])).toEqual([]) // tomorrow morning
  expect(dueWith([visit('2026-11-20T01:00:00Z', 'moved-away')])).toEqual([])
})

test('of a colour the days of the rules count, ours only where they are silent, and a county may ask for closer', () => {
  const red = { born: null, marks: [], colour: 'red' as const }
  const own = { groups: {}, colours: {} }
  expect(contactDays({ ...red, everyDays: 7 }, own, day)).toBe(7)
  expect(contactDays(red, own, day)).toBe(3)
  expect(contactDays({ ...red, everyDays: 7 }, { groups: {}, colours: { red: 2 } }, day)).toBe(2)
  expect(contactDays({ ...red, everyDays: 7 }, { groups: {}, colours: { red: 9 } }, day)).toBe(7)
})

test('done of a day is done of what was due that day: another visit adds nothing, one in vain is not done', () => {
  const home = (id: string) => ({ id, dwelling: id, born: '1948-01-01', marks: [] })
  const people = [...['seen', 'refused', 'away', 'open', 'early'].map(home), { ...home('wife'), dwelling: 'seen' }]
  const at = `${day}T01:00:00Z`
  const visits = new Map([
    ['seen', [visit(at, 'met', { met: ['seen', 'wife'] })]],
    ['refused', [visit(at, 'refused')]],
    ['away', [visit(at, 'not-convenient')]],
    // Not due this morning: met two days ago, and again today.
    ['early', [visit('2026-11-18T01:00:00Z', 'met', { met: ['early'] }), visit(at, 'met', { met: ['early'] })]],
  ])
  const { standing, left } = contactsOfDay({ people, visits, rhythm: usualRhythm, today: day })
  expect(Object.fromEntries(standing)).toEqual({ seen: 'done', refused: 'done', away: 'tried', open: 'left' })
  expect(left.map(({ dwelling }) => dwelling)).toEqual(['open'])
  const half = contactsOfDay({
    ...{ people, rhythm: usualRhythm, today: day },
    visits: new Map([['seen', [visit(at, 'met', { met: ['seen'] })]]]),
  })
  expect(half.standing.get('seen')).toBe('left')
  expect(half.left.find(({ dwelling }) => dwelling === 'seen')?.persons).toEqual(['wife'])
})

test('doors are due in the order of how long, and of their ids on one day, whatever order people come in', () => {
  const elder = (dwelling: string) => ({ id: dwelling, dwelling, born: '1948-01-01', marks: [] })
  const people = ['b', 'c', 'a', 'd'].map(elder)
  const visits = new Map([['d', [visit('2026-11-01T02:00:00Z', 'met', { met: ['d'] })]]])
  for (const order of [people, people.toReversed()])
    expect(dueVisits({ people: order, visits, rhythm: usualRhythm, today: day }).map(({ dwelling }) => dwelling)).toEqual([
      ...['d', 'a', 'b', 'c'],
    ])
})

test('a county may ask for every day, and never for less than a day', () => {
  expect(rhythmOf({ contact_days: { elder: 1, child: 0, red: 1, yellow: 0 } })).toEqual({
    groups: { ...usualRhythm.groups, elder: 1 },
    colours: { red: 1 },
  })
})

test('a refusal is not asked again before the next turn', () => {
  const people = [{ id: 'p', dwelling: 'd', born: '1948-01-01', marks: [] }]
  const due = (at: string) =>
    dueVisits({ people, visits: new Map([['d', [visit(at, 'refused')]]]), rhythm: usualRhythm, today: day })
  expect(due('2026-11-19T02:00:00Z')).toEqual([])
  expect(due('2026-11-05T02:00:00Z')).toHaveLength(1)
})

test('a visit outside the days of its round is refused', () => {
  const at = '2026-11-20T02:00:00Z'
  const round = { name: '冬季入户', from: '2026-11-01', until: '2026-11-19' }
  expect(whyNotRecord(at, undefined)).toBeUndefined()
  expect(whyNotRecord(at, round)?.code).toBe('rounds.ended')
  expect(whyNotRecord('2026-10-31T02:00:00Z', round)?.code).toBe('rounds.not-yet')
  expect(['2026-11-01T02:00:00Z', '2026-11-19T02:00:00Z'].map((moment) => whyNotRecord(moment, round))).toEqual([
    undefined,
    undefined,
  ])
  expect([whyNotOpen({ from: day, until: day }), whyNotOpen({ from: day, until: '2026-11-19' })?.code]).toEqual([
    undefined,
    'rounds.backwards',
  ])
})

test('whoever was called is not said to have been seen, and whoever did not answer is not said to be out', () => {
  expect(resultSaid({ result: 'met', entry: 'phone' }).zh).toBe('电话联系上')
  expect(resultSaid({ result: 'met', entry: 'at-door' })).toEqual(visitResults.met)
  expect(resultSaid({ result: 'nobody-home', entry: 'phone' }).zh).toBe('没人接')
  expect(resultSaid({ result: 'nobody-home', entry: 'at-door' })).toEqual(visitResults['nobody-home'])
  expect(resultSaid({ result: 'refused', entry: 'phone' })).toEqual(visitResults.refused)
})
