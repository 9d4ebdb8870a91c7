import type { Term } from '@wangdi/policy/engine/answer.ts'
import { datesOf } from '@wangdi/policy/engine/term.ts'
import type { CheckRules } from '@wangdi/policy/engine/setting.ts'
import type { Facts } from '@wangdi/policy/vocabulary.ts'
import type { Problem } from '../problem.ts'
import type { Day, Instant } from '../schema.ts'
import { problems } from './observation.problems.ts'
import type { CheckRule, ChosenPhase, DatedPhase, HomeItems, Known, Reading } from './observation.ts'
import { type Stay, stateOf } from './slots.rules.ts'

type Phases = readonly Pick<ChosenPhase, 'where' | 'days' | 'test_days'>[] | Term['phases']

const sum = (phases: Phases) => phases.reduce((days, phase) => days + phase.days, 0)
const isolation = (phases: Phases) => sum((phases as readonly ChosenPhase[]).filter(({ where }) => where !== 'monitoring'))

/** Phases with their calendar days; day N of the count ends at its 24:00. */
export const datedPhases = (phases: Phases, dayZero: Day): DatedPhase[] =>
  datesOf(phases as Term['phases'], dayZero).map((phase) => ({ ...phase, tests: [...phase.tests] }))

const isSame = (a: Phases, b: Phases) =>
  a.length === b.length && a.every((phase, nth) => phase.where === b[nth]?.where && phase.days === b[nth]?.days)

/** Whether a choice is what the rule proposed. */
export const isAsProposed = (term: Pick<Term, 'phases'>, chosen: Phases | undefined): boolean =>
  chosen === undefined || isSame(term.phases, chosen)

/**
 * Why these phases may not be ordered; nothing when they may. A person may choose another place or fewer days with a reason,
 * never more days of isolation, nor a longer whole, than the rule or a choice open to anyone (传染病防治法 §58); an alternative
 * whose condition is not known may be chosen as it stands. Where no national rule was found the local order decides, and must
 * be given as the reason.
 */
export function whyNotOrder(term: Term, chosen: Phases | undefined, reason: string): Problem | undefined {
  const phases = chosen ?? term.phases
  if (phases.length === 0 || (term.rule !== null && term.phases.length + term.alternatives.length === 0))
    return problems.ruleAsksNone({})
  if (term.rule !== null && !term.alternatives.some((choice) => isSame(choice, phases))) {
    const open = [term.phases, ...term.free_choices]
    const most = { all: Math.max(...open.map(sum)), isolation: Math.max(...open.map(isolation)) }
    if (isolation(phases) > most.isolation) return problems.beyondRule({ asked: isolation(phases), most: most.isolation })
    if (sum(phases) > most.all) return problems.beyondRule({ asked: sum(phases), most: most.all })
  }
  const needed = term.rule === null || !isAsProposed(term, chosen)
  return needed && reason.trim() === '' ? problems.reasonNeeded({}) : undefined
}

/** The last day under a rule of later days, when it is earlier; a longer rule never lengthens what was ordered. */
export function shorterUnder(stay: Pick<Stay, 'phases' | 'last_day'>, phases: readonly DatedPhase[]): Day | undefined {
  const until = phases.at(-1)?.until
  return until !== undefined && until < stay.last_day ? until : undefined
}

/** The facts of a person that the rules ask, in their words; what is not known is left out. */
export function factsOfPerson(known: Known): Facts {
  const told = Object.entries({
    'holds-health-proof': known.holds_health_proof,
    'came-point-to-point': known.came_point_to_point,
    'home-fit': known.home_fit,
    'split-voluntary': known.split_voluntary,
    'split-conditions': known.split_conditions,
  })
  return Object.fromEntries([
    ...told.flatMap(([name, is]) => (is === undefined ? [] : [[name, is ? 'yes' : 'no']])),
    ...(known.own ?? []).map(({ name, value }) => [name, value]),
  ]) as Facts
}

/** Whether a home is fit: all six conditions yes; unknown while one was not looked at (居家场所评估, domain rules 2.2). */
export function homeFit(items: HomeItems): boolean | null {
  const answers = Object.values(items)
  if (answers.includes(false)) return false
  return answers.length < 6 || answers.includes(null) ? null : true
}

/** Hours of the two halves where no rule sets them: a practice of ours, no notice names a clock. */
const usualTimes = { split: '13:00', due_by: { morning: '12:00', evening: '20:00' } } as const

const clock = (minutes: number | undefined, usual: string) =>
  minutes === undefined ? usual : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

// When a reading is abnormal and how often it is taken is what the rules set, or nobody is ordered to be observed by it.
function setBy(setting: { readonly value: number } | undefined, name: string): number {
  if (!setting) throw problems.checksUnset({ name })
  return setting.value
}

/**
 * What a check asks, from the rules of the order's day; clocks are settings in minutes after midnight. Throws "not set" where the
 * rules of the day name no threshold or rhythm.
 */
export function checkRule(rules: CheckRules, minutes: { split?: number; morning?: number; evening?: number }): CheckRule {
  return {
    fever: setBy(rules.fever, 'fever.celsius'),
    symptoms: (rules.symptoms?.value ?? []).map(({ zh, en }) => ({ zh, en })),
    second_reading: setBy(rules.second_reading, 'second-reading.minutes'),
    per_day: setBy(rules.checks_per_day, 'checks.per-day'),
    split: clock(minutes.split, usualTimes.split),
    due_by: {
      morning: clock(minutes.morning, usualTimes.due_by.morning),
      evening: clock(minutes.evening, usualTimes.due_by.evening),
    },
    source: rules.fever ? `${rules.fever.source.document} ${rules.fever.source.section}` : '',
  }
}

/** How far ahead a phone's clock may be before its readings are refused, in minutes. */
const clockAhead = 5

/** Why a reading may not be kept; nothing when it may: it must tell something, within the stay, and not in the future. */
export function whyNotReading(
  stay: Stay & { readonly number: string },
  reading: Pick<Reading, 'temperature' | 'not_measured'> & { readonly taken_at: Instant },
  now: Instant,
): Problem | undefined {
  if (reading.temperature === null && reading.not_measured === null) return problems.nothingTold({})
  if (reading.temperature !== null && reading.not_measured !== null) return problems.bothTold({})
  if (reading.temperature !== null && Math.abs(reading.temperature * 10 - Math.round(reading.temperature * 10)) > 1e-6)
    return problems.tooFine({})
  if (new Date(reading.taken_at).getTime() > new Date(now).getTime() + clockAhead * 60_000) return problems.inFuture({})
  const from = stay.phases[0]?.from ?? stay.last_day
  const state = stateOf(stay, reading.taken_at)
  if (state === 'running') return undefined
  const today = stateOf(stay, now)
  if (today === 'ordered') return problems.notBegun({ number: stay.number, from })
  if (today === 'ended' && state === 'ended') return problems.notRunning({ number: stay.number, last_day: stay.last_day })
  return problems.outsideTime({ from, until: stay.last_day })
}
