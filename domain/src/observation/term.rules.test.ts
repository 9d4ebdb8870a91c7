import type { Term } from '@wangdi/policy/engine/answer.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shanghaiInstant } from '../day.ts'
import type { ChosenPhase } from './observation.ts'
import { checkRule, datedPhases, factsOfPerson, shorterUnder, whyNotOrder, whyNotReading } from './term.rules.ts'

const phase = (where: ChosenPhase['where'], days: number): ChosenPhase => ({ where, days, test_days: [] })
const term = (
  phases: ChosenPhase[],
  alternatives: ChosenPhase[][] = [],
  rule: string | null = 'T',
  free_choices: ChosenPhase[][] = [],
): Term => ({
  kind: 'close-contact',
  subject: 'covid',
  rules_of: '2022-07-15',
  rule,
  phases,
  alternatives,
  free_choices,
  count_from: null,
  release: [],
  source: null,
  certain: rule !== null,
  note: null,
  rows: [],
  missing: [],
  why: { holds: 'yes', text: { zh: '', en: '' } },
})
const ninth = term([phase('central', 7), phase('monitoring', 3)], [[phase('central', 5), phase('home', 5)]])

describe('what may be ordered', () => {
  test('as proposed needs no reason, another place or fewer days does [R-LAW-9]', () => {
    expect(whyNotOrder(ninth, undefined, '')).toBeUndefined()
    expect(whyNotOrder(ninth, [phase('home', 7), phase('monitoring', 3)], '')?.code).toBe('observation.reason-needed')
    expect(whyNotOrder(ninth, [phase('home', 7), phase('monitoring', 3)], '家中有婴儿')).toBeUndefined()
  })

  test('as long as the rule is allowed, one day more is not [R-2020A-15]', () => {
    expect(whyNotOrder(ninth, [phase('home', 7), phase('home', 3)], '再看看')?.code).toBe('observation.beyond-rule')
    expect(whyNotOrder(ninth, [phase('home', 7)], '居家条件合格')).toBeUndefined()
    expect(whyNotOrder(ninth, [phase('home', 8)], '再看看')?.code).toBe('observation.beyond-rule')
    expect(whyNotOrder(ninth, [phase('home', 7), phase('monitoring', 4)], '再看看')?.code).toBe('observation.beyond-rule')
  })

  test('an alternative whose condition is not known may be chosen as it stands; one open to anyone sets the limit', () => {
    const split = [phase('central', 5), phase('home', 5)]
    expect(whyNotOrder(ninth, split, '特大城市疫情')).toBeUndefined()
    expect(whyNotOrder(ninth, split, '')?.code).toBe('observation.reason-needed')
    expect(whyNotOrder(ninth, [phase('home', 10)], '再看看')?.code).toBe('observation.beyond-rule')
    expect(
      whyNotOrder(term(ninth.phases as ChosenPhase[], [split], 'T', [split]), [phase('home', 10)], '家中隔离'),
    ).toBeUndefined()
  })

  test('where the rule asks none nothing can be ordered; where no rule was found the local order must be named', () => {
    expect(whyNotOrder(term([]), [phase('home', 1)], '怕')?.code).toBe('observation.rule-asks-none')
    expect(whyNotOrder(term([], [], null), [phase('home', 14)], '')?.code).toBe('observation.reason-needed')
    expect(whyNotOrder(term([], [], null), [phase('home', 14)], '市指挥部 12 号令')).toBeUndefined()
  })
})

const phases = fc.array(
  fc.record({ where: fc.constantFrom('central', 'home', 'monitoring'), days: fc.integer({ min: 1, max: 28 }) }),
  {
    minLength: 1,
    maxLength: 3,
  },
) as fc.Arbitrary<{ where: ChosenPhase['where']; days: number }[]>
const whole = (chosen: { where: ChosenPhase['where']; days: number }[]) => chosen.map((each) => phase(each.where, each.days))

test('no order passes the rule: whatever is accepted is at most as long as a lawful choice [R-2020A-15]', () => {
  fc.assert(
    fc.property(phases, phases, phases, (proposed, other, chosen) => {
      const rule = term(whole(proposed), [whole(other)], 'T', [whole(other)])
      if (whyNotOrder(rule, whole(chosen), '理由')) return true
      const days = (list: { days: number }[]) => list.reduce((sum, each) => sum + each.days, 0)
      return days(chosen) <= Math.max(days(proposed), days(other))
    }),
  )
})

test('a rule of later days shortens a running stay or leaves it, and never lengthens it', () => {
  fc.assert(
    fc.property(phases, phases, (ordered, later) => {
      const dated = datedPhases(whole(ordered), '2022-11-01')
      const stay = { phases: dated, last_day: dated.at(-1)?.until ?? '2022-11-01' }
      const shorter = shorterUnder(stay, datedPhases(whole(later), '2022-11-01'))
      return shorter === undefined || shorter < stay.last_day
    }),
  )
})

test('the ninth plan counted from the day of last contact: seven days central, three of monitoring', () => {
  expect(datedPhases([phase('central', 7), phase('monitoring', 3)], '2022-07-15')).toEqual([
    { where: 'central', from: '2022-07-15', until: '2022-07-22', tests: [] },
    { where: 'monitoring', from: '2022-07-23', until: '2022-07-25', tests: [] },
  ])
})

test('where the rules of the day set no threshold or rhythm nobody is ordered to be observed; clocks have usual hours', () => {
  const source = { document: '告知书', section: '测温' }
  const all = { fever: { value: 37.5, source }, second_reading: { value: 20 }, checks_per_day: { value: 3 } }
  const asked = (rules: object) => checkRule(rules as Parameters<typeof checkRule>[0], { split: 750 })
  expect(asked(all)).toEqual({
    fever: 37.5,
    symptoms: [],
    second_reading: 20,
    per_day: 3,
    split: '12:30',
    due_by: { morning: '12:00', evening: '20:00' },
    source: '告知书 测温',
  })
  for (const name of Object.keys(all))
    expect(() => asked({ ...all, [name]: undefined })).toThrow(expect.objectContaining({ code: 'observation.checks-unset' }))
})

test('what is not known of a person is left out of the facts, not told as no', () => {
  expect(factsOfPerson({ holds_health_proof: true, came_point_to_point: false })).toEqual({
    'holds-health-proof': 'yes',
    'came-point-to-point': 'no',
  })
})

describe('a reading is taken or refused', () => {
  const dated = datedPhases([phase('home', 7)], '2026-11-10')
  const rule = {
    fever: 37.3,
    symptoms: [],
    second_reading: 15,
    per_day: 2,
    split: '13:00',
    due_by: { morning: '12:00', evening: '20:00' },
    source: '',
  }
  const stay = {
    number: '1',
    decided_at: shanghaiInstant('2026-11-10', '09:00'),
    phases: dated,
    last_day: '2026-11-17',
    ended_at: null,
    rule,
  }
  const why = (taken: string, now: string, temperature: number | null = 36.5, not_measured: 'refused' | null = null) =>
    whyNotReading(stay, { temperature, not_measured, taken_at: taken }, now)?.code
  const noon = shanghaiInstant('2026-11-12', '12:00')

  test('one that was taken while the stay ran is kept, even when it arrives after the end', () => {
    expect(why(noon, noon)).toBeUndefined()
    expect(why(noon, shanghaiInstant('2026-11-19', '12:00'))).toBeUndefined()
  })

  test('one outside the stay, in the future, or that tells nothing is refused', () => {
    expect(why(shanghaiInstant('2026-11-18', '00:01'), shanghaiInstant('2026-11-18', '08:00'))).toBe('observation.not-running')
    expect(why(shanghaiInstant('2026-11-09', '12:00'), noon)).toBe('observation.outside-time')
    expect(why(shanghaiInstant('2026-11-12', '12:06'), noon)).toBe('observation.in-future')
    expect(why(shanghaiInstant('2026-11-12', '12:05'), noon)).toBeUndefined()
    expect(why(noon, noon, null)).toBe('observation.nothing-told')
    expect(why(noon, noon, 36.5, 'refused')).toBe('observation.both-told')
    expect(why(noon, noon, 36.55)).toBe('observation.too-fine')
  })
})
