import type { Term } from '@wangdi/policy/engine/answer.ts'
import type { Phase } from '@wangdi/policy/engine/pack/schema.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../day.ts'
import { exceptionsOf, groupOf, inOrder, judgeArrival, textOfGroup, type ToJudge, usualOf } from './queue.rules.ts'
import { type QueueGroup, stages } from './queue.ts'

const today = '2026-11-17'
const home = (days: number): Phase => ({ where: 'home', days, test_days: [1, days] })
const central = (days: number): Phase => ({ where: 'central', days, test_days: [] })
const term = (phases: readonly Phase[], more: Partial<Term> = {}): Term => ({
  ...{
    kind: 'returned-other',
    subject: 'covid',
    rules_of: today,
    rule: 'T',
    phases,
    alternatives: [],
    free_choices: [],
    count_from: 'leaving-area',
  },
  ...{ release: [], source: null, certain: true, note: null, rows: [], missing: [] },
  why: { holds: 'yes', text: { zh: '', en: '' } },
  ...more,
})
const none = term([], { rule: null, certain: false, count_from: null })
// The terms of the summer of 2022: central for high risk, at home for medium where the home is fit, nothing for the rest.
const asked =
  (exposure = 0) =>
  (kind: string, known: { home_fit?: boolean }) => ({
    exposure,
    term:
      kind === 'returned-high-risk' || kind === 'inbound'
        ? term([central(7)], { count_from: kind === 'inbound' ? 'entry' : 'leaving-area' })
        : kind === 'returned-medium-risk'
          ? term(known.home_fit === false ? [central(7)] : [home(7)])
          : kind === 'returned-other'
            ? term([], { count_from: null })
            : none,
  })
const came = (more: Partial<ToJudge> = {}): ToJudge => ({
  ...{ state: 'arrived', origin: '青河市东湖区', origin_place: null, origin_kind: 'medium', origin_confirmed_by: '马晓燕' },
  ...{ arrived_on: '2026-11-16', left_origin_on: '2026-11-15', known: {}, born: '1980-05-01', dwelling: 'door', marks: [] },
  ...{ in_doubt: false, running: false, decided: false },
  ...more,
})
const judge = (more: Partial<ToJudge> = {}, exposure = 0) => judgeArrival(came(more), asked(exposure), today)

describe('a kind that a notice brings and of which an arrival is', () => {
  const words = { zh: '流行区返回人员', en: 'person back from where dengue spreads' }
  const watched = term([{ where: 'monitoring', days: 14, test_days: [] }])
  const ask = (kind: string, known: { home_fit?: boolean }) =>
    kind.includes('/') ? { term: kind.endsWith('case') ? term([]) : watched, exposure: 0, words } : asked()(kind, known)
  const judgeAs = (more: Partial<ToJudge>, ...met: `${string}/${string}`[]) => judgeArrival(came(more), ask, today, met)

  test('is proposed where the level of the origin asks nothing, and of nobody before the origin is confirmed', () => {
    expect(judgeAs({ origin_kind: 'low' })).toMatchObject({ stage: 'out', proposal: null })
    expect(judgeAs({ origin_kind: 'low' }, 'dengue-2026/returned')).toMatchObject({
      ...{ stage: 'decide', term: watched },
      proposal: { kind: 'dengue-2026/returned', kind_words: words, last_day: '2026-11-29' },
    })
    expect(judgeAs({ origin_kind: 'low' }, 'dengue-2026/fever-case').stage).toBe('out')
    expect(judgeAs({ origin_confirmed_by: null }, 'dengue-2026/returned').stage).toBe('checking')
    expect(judgeAs({ origin_kind: 'low', left_origin_on: null }, 'dengue-2026/returned').to_check).toBe('left-day')
  })

  test('stands beside a stricter one, which is proposed first, whichever was asked first', () => {
    expect(judgeAs({}, 'dengue-2026/returned').proposal).toMatchObject({
      ...{ kind: 'returned-medium-risk', last_day: '2026-11-22' },
      also: [{ kind: 'dengue-2026/returned', words, last_day: '2026-11-29' }],
    })
    // A rule that the day does not have proposes nothing beside.
    const bare = judgeArrival(
      came(),
      (kind, known) => (kind.includes('/') ? ask(kind, known) : { term: none, exposure: 0 }),
      today,
      ['dengue-2026/returned'],
    )
    expect(bare.proposal).toMatchObject({ kind: 'dengue-2026/returned' })
    expect(bare.proposal).not.toHaveProperty('also')
  })
})

describe('where an arrival stands', () => {
  test('the level where somebody came from gives the kind, the day of leaving the day zero, the rule the phases [R-2020P-8]', () => {
    expect(judge()).toMatchObject({
      stage: 'decide',
      proposal: {
        kind: 'returned-medium-risk',
        day_zero: '2026-11-15',
        phases: [{ where: 'home', from: '2026-11-15', until: '2026-11-22', tests: ['2026-11-16', '2026-11-22'] }],
        last_day: '2026-11-22',
      },
    })
    expect(judge({ origin_kind: 'high' }).proposal).toMatchObject({ kind: 'returned-high-risk', phases: [{ where: 'central' }] })
    expect(judge({ origin_kind: 'abroad' }).proposal?.kind).toBe('inbound')
  })

  test('where the rules of the day count the day itself as the first, the term ends a day earlier', () => {
    expect(judge({}, 1).proposal).toMatchObject({ day_zero: '2026-11-15', counts_from: '2026-11-14', last_day: '2026-11-21' })
  })

  test('nothing is proposed before somebody confirmed the origin; without the day of leaving it is never counted from the arrival', () => {
    expect(judge({ origin_confirmed_by: null })).toMatchObject({ stage: 'checking', to_check: 'origin', proposal: null })
    expect(judge({ origin_kind: 'unknown' })).toMatchObject({ stage: 'checking', to_check: 'origin', proposal: null })
    expect(judge({ left_origin_on: null })).toMatchObject({ stage: 'checking', to_check: 'left-day', proposal: null })
    expect(judge({ state: 'expected' }).stage).toBe('expected')
  })

  test('whose term is over is set aside, on its last day not yet', () => {
    expect(judge({ left_origin_on: '2026-11-09', arrived_on: '2026-11-16' }).stage).toBe('over')
    expect(judge({ left_origin_on: '2026-11-10', arrived_on: '2026-11-16' }).stage).toBe('decide')
  })

  test('nobody from low risk is held, with a rule or without one; elsewhere no rule means that somebody must decide', () => {
    expect(judge({ origin_kind: 'low' })).toMatchObject({ stage: 'out', proposal: null })
    const silent = () => ({ term: none, exposure: 0 })
    expect(judgeArrival(came({ origin_kind: 'low' }), silent, today).stage).toBe('out')
    expect(judgeArrival(came(), silent, today)).toMatchObject({
      stage: 'decide',
      proposal: { rule: null, phases: [], last_day: null },
    })
  })

  test('everybody stands at one stage, and no proposal is longer than the rule [R-2020A-15]', () => {
    const origin_kind = fc.constantFrom('abroad', 'high', 'medium', 'low', 'unknown' as const)
    const back = fc.integer({ min: 0, max: 29 })
    const arrival = fc.record({
      ...{ origin_kind, back, gap: fc.integer({ min: 0, max: 10 }), left: fc.boolean(), checked: fc.boolean() },
      state: fc.constantFrom('arrived', 'expected' as const),
      home_fit: fc.option(fc.boolean(), { nil: undefined }),
      decided: fc.boolean(),
    })
    fc.assert(
      fc.property(arrival, ({ back: days, gap, left, checked, home_fit, ...rest }) => {
        const arrived_on = addDays(today, -days)
        const judged = judgeArrival(
          came({
            ...rest,
            arrived_on,
            left_origin_on: left ? addDays(arrived_on, -gap) : null,
            origin_confirmed_by: checked ? '马晓燕' : null,
            known: home_fit === undefined ? {} : { home_fit },
          }),
          asked(),
          today,
        )
        expect(stages).toContain(judged.stage)
        const { proposal } = judged
        if (proposal) expect((proposal.last_day ?? '') <= addDays(addDays(arrived_on, -gap), 7)).toBe(true)
        if (!checked || rest.origin_kind === 'unknown') expect(proposal).toBeNull()
      }),
    )
  })
})

describe('who is decided alone', () => {
  const usual = judge().proposal
  const why = (more: Partial<ToJudge>) => exceptionsOf(came(more), judge(more), usual, today)

  test('whom the proposal of the group fits is no exception; each reason against it is said', () => {
    expect(why({})).toEqual([])
    expect(why({ known: { home_fit: false } })).toEqual(['home-unfit'])
    expect(why({ born: '2012-11-18' })).toEqual(['child'])
    expect(why({ born: '2012-11-17' })).toEqual([])
    expect(why({ marks: ['pregnant'] })).toEqual(['needs-care'])
    expect(why({ marks: ['chronic'] })).toEqual([])
    expect(why({ dwelling: null, in_doubt: true, running: true })).toEqual(['running', 'in-doubt', 'no-door'])
  })

  test('whoever gets another term than most is told apart, whatever the reason', () => {
    const other = judge({ left_origin_on: '2026-11-14' })
    expect(exceptionsOf(came({ left_origin_on: '2026-11-14' }), other, usual, today)).toEqual(['other-term'])
  })

  test('those who are set aside are no exceptions: nobody has to look at them', () => {
    expect(why({ left_origin_on: '2026-11-01', in_doubt: true })).toEqual([])
  })
})

describe('groups', () => {
  test('one origin is one group however it was typed, apart by level and by day', () => {
    const key = (more: Partial<ToJudge>) => textOfGroup(groupOf(came(more), 'decide'))
    expect(key({ origin: '青河市 东湖区' })).toBe(key({}))
    expect(key({ origin: '河南青河', origin_place: '419901001002' })).toBe(key({ origin: '青河', origin_place: '419901' }))
    expect(
      new Set([key({}), key({ origin_kind: 'high' }), key({ left_origin_on: '2026-11-14' }), key({ left_origin_on: null })]).size,
    ).toBe(4)
  })

  test('the proposal of most is the usual one', () => {
    const one = judge().proposal
    const other = judge({ known: { home_fit: false } }).proposal
    expect(usualOf([other, one, one])).toEqual(one)
    expect([usualOf([other, one]), usualOf([one, other])]).toEqual([other, one])
    expect(usualOf([])).toBeNull()
  })

  test('the strictest is read first, of these the last to leave, of these the largest, in the order of their names', () => {
    const group = (name: string, proposal: QueueGroup['proposal'], day: string, people = 1): QueueGroup => ({
      ...{
        stage: 'decide',
        origin_kind: 'medium',
        origin: name,
        name,
        day,
        day_is: 'left',
        people,
        exceptions: 0,
        communities: 1,
      },
      proposal,
    })
    const atHome = judge().proposal
    const away = judge({ origin_kind: 'high' }).proposal
    const read = inOrder([
      group('a', atHome, '2026-11-15'),
      group('b', null, '2026-11-16'),
      group('c', away, '2026-11-14'),
      group('d', away, '2026-11-15'),
    ])
    expect(read.map(({ name }) => name)).toEqual(['d', 'c', 'a', 'b'])
    const ofOneDay = ['f', 'g', 'e'].map((name) => group(name, away, '2026-11-15', name === 'g' ? 2 : 1))
    for (const groups of [ofOneDay, ofOneDay.toReversed()])
      expect(inOrder(groups).map(({ name }) => name)).toEqual(['g', 'e', 'f'])
  })
})
