import { counted } from '../../counted/units.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checklist, choice, w } from '../fields.ts'
import { service } from '../kind.ts'
import { round, type Check } from './round.ts'
import { checkCoverage, findingsIn, standingChecks, standingsOf, turnOfRound, turnOn, whyNotCheck } from './round.rules.ts'

const results = { done: w('做了', 'Done'), closed: w('没开门', 'Was closed'), 'no-agent': w('没药水', 'No agent') }
const disinfection = round({
  name: 'rounds.disinfection',
  version: 1,
  words: w('消毒', 'Disinfection'),
  unit: counted('处', 'place', 'places'),
  area: 'environment',
  acts: ['record', 'replace'],
  over: { things: 'places.facility', where: ['open', 'limited'] },
  everyDays: 1,
  result: { field: 'done', done: ['done'] },
  finding: 'rounds.mend',
  fields: {
    done: choice(w('做了没有', 'Done'), results, { must: true, list: true }),
    items: checklist(
      w('擦了哪些', 'What was wiped'),
      { handle: w('门把手', 'Handles'), floor: w('地面', 'Floor') },
      { when: { done: 'done' }, must: true },
    ),
  },
  handling: service(w('公共场所按要求消毒', 'public places are disinfected as asked'), 730, 'place'),
})
const open = { from: '2026-11-01', until: null }
const targets = [{ id: 't1' }, { id: 't2' }, { id: 't3', outside: true }]
const check = (id: string, target: string, done: string, more: Partial<Check> = {}): Check => ({
  id,
  target,
  at: '2026-11-17T02:00:00.000Z',
  values: done === 'done' ? { done, items: { handle: 'yes' } } : { done },
  ...more,
})
const turn = { from: '2026-11-17', to: '2026-11-17' }

test('once done it stays done; else the last look says why not, and nobody there yet is not reached', () => {
  const of = (...checks: Check[]) => [...standingsOf(disinfection, targets, checks, turn).values()]
  expect(of(check('1', 't1', 'done'), check('2', 't1', 'closed'), check('3', 't2', 'closed'))).toEqual([
    'done',
    'closed',
    'outside',
  ])
  expect(of()).toEqual(['not-reached', 'not-reached', 'outside'])
  expect(of(check('1', 't1', 'done', { at: '2026-11-16T02:00:00.000Z' }))[0]).toBe('not-reached')
})

test('a correction takes the place of what it corrects, also when it comes first', () => {
  const wrong = check('1', 't1', 'done')
  const right = check('2', 't1', 'closed', { replaces: '1' })
  expect(standingChecks([right, wrong])).toEqual([right])
  expect(standingsOf(disinfection, targets, [right, wrong], turn).get('t1')).toBe('closed')
})

test('a rhythm begins anew every so many days from the first', () => {
  expect(turnOn(open, 7, '2026-11-17')).toEqual({ from: '2026-11-15', to: '2026-11-17' })
  expect(turnOfRound({ everyDays: 7 }, '2026-11-17')).toEqual({ from: '2026-11-16', to: '2026-11-17' })
  expect(turnOn(open, null, '2026-11-17')).toEqual({ from: '2026-11-01', to: '2026-11-17' })
})

test('a no of the checklist is a finding, and none where the list is hidden', () => {
  expect(findingsIn(disinfection, { values: { done: 'done', items: { handle: 'no', floor: 'yes' } } })).toEqual([
    { field: 'items', item: 'handle' },
  ])
  expect(findingsIn(disinfection, { values: { done: 'closed', items: { handle: 'no' } } })).toEqual([])
})

test('a check belongs to an open round and to one of those to be gone to', () => {
  const code = (target: string, day: string) => whyNotCheck(disinfection, check('1', target, 'done'), open, targets, day)?.code
  expect([code('t1', '2026-11-17'), code('t9', '2026-11-17'), code('t1', '2026-10-31')]).toEqual([
    undefined,
    'kinds.outside-round',
    'kinds.not-open',
  ])
})

test('any order and repeat of checks gives the same figures, and they add up to the denominator', () => {
  const anyCheck = fc.record({
    n: fc.nat(9),
    target: fc.constantFrom('t1', 't2', 't3'),
    done: fc.constantFrom('done', 'closed', 'no-agent'),
    replaces: fc.option(fc.nat(9), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.uniqueArray(anyCheck, { selector: ({ n }) => n }), (many) => {
      const checks = many.map(({ n, target, done, replaces }) =>
        check(`c${n}`, target, done, replaces === undefined || replaces === n ? {} : { replaces: `c${replaces}` }),
      )
      const standings = standingsOf(disinfection, targets, checks, turn)
      expect(standingsOf(disinfection, targets, [...checks, ...checks].reverse(), turn)).toEqual(standings)
      const { due, done, notReached, exceptions, outside } = checkCoverage(standings.values())
      expect(done + notReached + Object.values(exceptions).reduce((sum, n) => sum + n, 0)).toBe(due)
      expect(due + outside).toBe(targets.length)
    }),
  )
})
