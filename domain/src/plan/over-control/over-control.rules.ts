import type { Plan, Term } from '@wangdi/policy/engine/answer.ts'
import type { Control } from '@wangdi/policy/engine/controls/control.ts'
import { overControl } from '@wangdi/policy/engine/controls/over-control.ts'
import type { Packs } from '@wangdi/policy/engine/packs.ts'
import type { Facts, Restriction } from '@wangdi/policy/vocabulary.ts'
import { daysBetween } from '../../day.ts'
import type { DatedPhase } from '../../observation/observation.ts'
import { isWithin } from '../../place-code.ts'
import type { Problem } from '../../problem.ts'
import type { Day, Instant, PlaceCode } from '../../schema.ts'
import type { ActKind, CaseAct, CaseSource, CaseState, Finding, MissingPart, ToldAs } from './over-control.ts'
import { problems } from './over-control.problems.ts'

/** A restriction as some record tells of it. `bounds` says which parts a closure, ban or refusal has; null is not known. */
export interface ToldControl {
  readonly key: string
  readonly source: CaseSource
  readonly place: PlaceCode
  /** Null where a choice is meant and no restriction. */
  readonly control: Control | null
  readonly bounds: Readonly<Record<MissingPart, boolean | null>>
  readonly label: string
  readonly since: Day
  readonly known_at: Instant
  readonly order: string
  readonly told_as: ToldAs | null
  readonly reason: string
  /** Whether an authority named in the order lets it go beyond the plan. */
  readonly approved: boolean
  /** Findings that the record itself is, before anything is compared. */
  readonly itself: readonly Finding[]
}

const all: Readonly<Record<MissingPart, boolean>> = { exceptions: true, services: true, end: true }
/** Bounds of a restriction that need not be asked for. */
export const whole = all

/** 一封了之、一禁了之、一拒了之: what closes, bans or refuses (2020P 保障三). */
const sweeping: readonly Restriction[] = ['community-closure', 'building-closure', 'go-out-ban', 'newcomer-refusal']

/** Whether this kind closes, bans or refuses, so that exceptions, services and an end are asked for. */
export const isSweeping = (kind: Restriction): boolean => sweeping.includes(kind)

const partsNeeded = {
  zh: '封、禁、拒都要有例外、有服务、有结束日期，不能一封、一禁、一拒了之',
  en: 'A closure, ban or refusal needs exceptions, services and an end',
}

/** Everything that the plan of the place and day says against a restriction (R-2020P-79, R-2020P-80). */
export function findingsOf(
  packs: Packs,
  plan: Plan,
  facts: Facts,
  told: Omit<ToldControl, 'key' | 'place' | 'known_at'>,
): Finding[] {
  const { control, bounds } = told
  if (control === null) return [...told.itself]
  const compared = overControl(packs, plan, facts, [control]).map(
    ({ kind, limit, source }): Finding => ({ kind, limit, source, lacks: [] }),
  )
  const lacks = isSweeping(control.kind) ? (Object.keys(bounds) as MissingPart[]).filter((part) => bounds[part] !== true) : []
  if (lacks.length === 0) return [...told.itself, ...compared]
  const ground = plan.limits.find(({ grounds }) => grounds?.finding === 'blanket' && (grounds.of?.includes(control.kind) ?? true))
  const blanket: Finding = { kind: 'blanket', limit: ground?.text ?? partsNeeded, source: ground?.source ?? null, lacks }
  return [...told.itself, ...compared.filter(({ kind }) => kind !== 'blanket'), blanket]
}

const isolation = (phases: readonly { where: string; days: number }[]) =>
  phases.reduce((days, phase) => (phase.where === 'monitoring' ? days : days + phase.days), 0)

/**
 * What an ordered stay has beyond the term that the rule of its day proposed for that person: more days of isolation, or more
 * tests. Where no rule was found a local order decides, and nothing is found.
 */
export function beyondTerm(
  term: Pick<Term, 'rule' | 'phases' | 'alternatives' | 'source'>,
  ordered: readonly DatedPhase[],
): Finding[] {
  if (term.rule === null) return []
  const choices = [term.phases, ...term.alternatives]
  const days = Math.max(...choices.map(isolation))
  const tests = Math.max(...choices.map((phases) => phases.flatMap(({ test_days }) => test_days).length))
  const asked = isolation(ordered.map(({ where, from, until }) => ({ where, days: daysBetween(from, until) + 1 })))
  const source = term.source && { document: term.source.document, section: term.source.section }
  const found = (zh: string, en: string): Finding => ({ kind: 'beyond-term', limit: { zh, en }, source, lacks: [] })
  return [
    ...(asked > days
      ? [
          found(
            `隔离最多 ${days} 天，下了 ${asked} 天`,
            `Isolation for up to ${days} ${days === 1 ? 'day' : 'days'}, ordered: ${asked}`,
          ),
        ]
      : []),
    ...(ordered.flatMap((phase) => phase.tests).length > tests
      ? [found(`检测最多 ${tests} 次，安排多了`, `Up to ${tests} ${tests === 1 ? 'test' : 'tests'}, more were ordered`)]
      : []),
  ]
}

type Done = Pick<CaseAct, 'kind' | 'office' | 'at' | 'due_on' | 'stopped_on'>

/** Where a case stands, what is due and how long the clock ran, from the acts in their order. */
export function standing(
  acts: readonly Done[],
  knownAt: Instant,
  now: Instant,
  today: Day,
  approved = false,
): { state: CaseState; due_on: Day | null; late: boolean; hours: number } {
  const last = acts.at(-1)
  const stop = acts.filter(({ kind }) => kind === 'stop-ordered').at(-1)
  const states = { warned: 'warned', 'stop-ordered': 'stopping', confirmed: 'stopped', allowed: 'allowed' } as const
  const state = !last
    ? approved
      ? 'allowed'
      : 'found'
    : last.kind === 'answered'
      ? stop
        ? 'stop-answered'
        : 'answered'
      : states[last.kind]
  const due_on = state === 'warned' || state === 'stopping' ? (last?.due_on ?? null) : null
  const end = last && (last.kind === 'confirmed' || last.kind === 'allowed') ? last.at : now
  const hours = Math.max(0, Math.floor((Date.parse(end) - Date.parse(knownAt)) / 3_600_000))
  return { state, due_on, late: due_on !== null && today > due_on, hours }
}

/** Whether nothing is left to do about a case. */
export const isSettled = (state: CaseState): boolean => state === 'stopped' || state === 'allowed'

/** A case as far as the judging of an act needs it. */
export interface Judged {
  readonly place: PlaceCode
  readonly source: CaseSource
  readonly acts: readonly Done[]
  /** Whether the record behind it says that it is still in force. */
  readonly inForce: boolean
}

/**
 * Why an office may not do this about a case now: only a level above the place warns, stops or allows; the place and the
 * levels up to the one that asked answer; that it stopped is confirmed by the office that ordered it (R-2020H-6).
 */
export function whyNotAct(act: ActKind, { place, source, acts, inForce }: Judged, office: PlaceCode): Problem | undefined {
  const last = acts.at(-1)
  const stop = acts.filter(({ kind }) => kind === 'stop-ordered').at(-1)
  if (last && (last.kind === 'confirmed' || last.kind === 'allowed')) return problems.settled({})
  if (act === 'answered') {
    const asked = acts.filter(({ kind }) => kind !== 'answered').at(-1)
    if (!asked) return problems.notAsked({})
    return isWithin(place, office) && office.length > asked.office.length ? undefined : problems.notForHere({})
  }
  if (act === 'confirmed') {
    if (!stop) return problems.notOrdered({})
    if (stop.office !== office) return problems.otherOrderer({})
    const ends = source === 'order' || source === 'observation' || source === 'tier' || source === 'pack'
    return ends && inForce ? problems.stillInForce({}) : undefined
  }
  return isWithin(place, office) && office.length < place.length ? undefined : problems.notForHere({})
}
