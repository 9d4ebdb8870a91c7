import { momentText, shanghaiDay } from '../../day.ts'
import type { Problem } from '../../problem.ts'
import type { Instant } from '../../schema.ts'
import { problems } from '../kinds.problems.ts'
import { dueOf, isLate } from '../terms/term.rules.ts'
import type { Flow, Whom } from './flow.ts'
import type { RequestKind } from './request.ts'
import { type Actor, type Folded, isItsStep, leftBefore, namesAll } from './standing.rules.ts'

/** An act as somebody wants to do it. */
export interface SaidAct {
  readonly act: string
  readonly whom?: Whom
  readonly result?: string
  readonly ground?: string
}

/** How requests of a kind may be answered, and after which answers nothing more is done. */
export type Ends = Pick<RequestKind, 'results' | 'resultsOf' | 'final'>

function whyNotOpen(flow: Flow, act: string, at: Folded, actor: Actor, now: Instant, { final = [] }: Ends): Problem | undefined {
  const step = Object.hasOwn(flow.acts, act) ? flow.acts[act] : undefined
  if (!step) return problems.noSuchAct({ act })
  if (!step.from.includes(at.state)) {
    const { zh, en } = flow.states[at.state]?.words ?? { zh: '还没有登记', en: 'not taken down yet' }
    return problems.notNow({ act, state: at.state, zh, en })
  }
  if (at.ended && at.result !== null && final.includes(at.result)) return problems.endedForGood({ act })
  if (step.once && at.did.includes(act)) return problems.onlyOnce({ act })
  if (!isItsStep(step, at, actor)) return problems.otherParty({ act })
  const left = leftBefore(step, at).flatMap((name) => flow.acts[name]?.words ?? [])
  if (left.length > 0)
    return problems.doFirst({ zh: left.map(({ zh }) => zh).join('、'), en: left.map(({ en }) => en).join(', ') })
  if (step.apart && actor.account === at.by) return problems.anotherPerson({ act })
  if (step.all === 'addressees' && !at.left.includes(actor.place)) return problems.onlyOnce({ act })
  if (step.within && at.received_at !== null) {
    const { due_at } = dueOf(step.within, at.received_at)
    if (isLate(due_at, now)) return problems.tooLate({ act, until: momentText(due_at, shanghaiDay(now)) })
  }
  return undefined
}

/** How an act of a kind may come out: by the kind's results, but where it says others of this act. */
export const resultsOf = ({ results, resultsOf: own = {} }: Ends, act: string): RequestKind['results'] => own[act] ?? results

/** Why somebody may not do this to a request as it stands; the same rule leaves buttons out and refuses commands. */
export function whyNotAct(
  flow: Flow,
  said: SaidAct,
  at: Folded,
  actor: Actor,
  now: Instant,
  ends: Ends = {},
): Problem | undefined {
  const { act } = said
  const shut = whyNotOpen(flow, act, at, actor, now, ends)
  const step = flow.acts[act]
  if (shut || !step) return shut ?? problems.noSuchAct({ act })
  if (step.needs === 'ground' && (said.ground ?? '').trim() === '') return problems.groundNeeded({ act })
  const results = resultsOf(ends, act)
  if (step.needs === 'result' && (said.result === undefined || (results && !Object.hasOwn(results, said.result))))
    return problems.resultNeeded({ act })
  return namesAll(step, said.whom) ? undefined : problems.whomNeeded({ act, whom: (step.sets ?? []).join(', ') })
}

/** The acts that somebody may do to a request as it stands, in the order of the flow. */
export function mayAct(flow: Flow, at: Folded, actor: Actor, now: Instant, ends: Ends = {}): string[] {
  return Object.keys(flow.acts).filter((act) => whyNotOpen(flow, act, at, actor, now, ends) === undefined)
}

/** Whether an act starts a clock, so that whoever keeps it must say when that is due. */
export const startsClock = (flow: Flow, act: string): boolean => flow.acts[act]?.clock === 'starts'
