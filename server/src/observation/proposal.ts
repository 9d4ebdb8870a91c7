import { addDays } from '@wangdi/domain/day.ts'
import type { CheckRule, Known, PersonKind, Proposal } from '@wangdi/domain/observation/observation.ts'
import { problems } from '@wangdi/domain/observation/observation.problems.ts'
import { checkRule, datedPhases, factsOfPerson } from '@wangdi/domain/observation/term.rules.ts'
import { problems as common, type Problem, refuse } from '@wangdi/domain/problem.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { checkRulesFor, findNumber } from '@wangdi/policy/engine/setting.ts'
import { whyNotValue } from '@wangdi/policy/engine/facts.ts'
import { kindWords, type Packs } from '@wangdi/policy/engine/packs.ts'
import { subjectOfKind, termFor } from '@wangdi/policy/engine/term.ts'
import type { Facts, OwnName, Subject } from '@wangdi/policy/vocabulary.ts'
import type { Db } from '../platform/db.ts'
import { getPacks } from '../platform/packs.ts'
import { factsOf } from '../regimes/index.ts'
import { listRunning } from './episode.queries.ts'
import { findKnown, findWhom, listCoResidents, type Whom } from './who.queries.ts'

/** Whose term is asked, and what the asker knows. */
export interface Question {
  readonly person: Id
  readonly kind: PersonKind
  readonly day_zero: Day
  readonly arrival?: Id
  readonly known: Known
  readonly subject?: Subject
}

/** A proposal with what an order is written from; `whom` with the door where the person stays. */
export interface Proposed {
  readonly proposal: Proposal
  readonly whom: Whom
  /** The day the phases count from: the exposure counts as day 0 or day 1, as the rules of the day set it. */
  readonly counts_from: Day
  readonly traced: { at: Date; by: string } | undefined
  /** The facts the term was asked with. */
  readonly facts: Facts
}

/** What a check asks at a place, under the rules of a day or those an open response names. */
export function rulesOfChecks(facts: Facts, place: PlaceCode, day: Day): CheckRule {
  const packs = getPacks()
  const rules = checkRulesFor(packs, facts, place, day)
  const minutes = (name: string) => findNumber(packs, name, place, rules.rules_of)?.value
  const split = minutes('checks.evening-begins')
  const morning = minutes('checks.morning-due')
  const evening = minutes('checks.evening-due')
  return checkRule(rules, {
    ...(split !== undefined && { split }),
    ...(morning !== undefined && { morning }),
    ...(evening !== undefined && { evening }),
  })
}

/** Why nothing can be proposed: no rules know the kind, or what a notice asks of a person was answered otherwise than it allows. */
function whyNotKnown(packs: Packs, { kind, known }: Question): Problem | undefined {
  if (kind.includes('/') && !packs.kinds.has(kind as OwnName)) return problems.kindUnknown({ kind })
  for (const { name, value } of known.own ?? []) {
    const fact = packs.brought[name as OwnName]
    if (fact?.at !== null) return problems.factUnknown({ why: `没有“${name}”这一项` })
    const why = whyNotValue(fact.name, value, packs.brought)
    if (why) return problems.factUnknown({ why: why.zh })
  }
  return undefined
}

/** What the rule of the day proposes for a person; the arrival record and the last look at the home fill what was not asked. */
export async function proposalFor(db: Db, question: Question, today: Day): Promise<Proposed> {
  const known = await findWhom(db, question.person)
  if (!known) throw common.notFound({})
  if (question.day_zero > today) throw problems.dayAhead({})
  const packs = getPacks()
  refuse(whyNotKnown(packs, question))
  const recorded = await findKnown(db, known.id, question.arrival, today)
  // An arrival of somebody else proves nothing about this person.
  if (question.arrival !== undefined && !recorded.traced) throw common.notFound({})
  const whom = { ...known, dwelling: recorded.dwelling ?? known.dwelling }
  const facts: Facts = {
    ...(await factsOf(db, whom.community, today)),
    ...recorded.origin,
    ...factsOfPerson({ ...recorded.known, ...question.known }),
  }
  const { subject = subjectOfKind(packs, question.kind) } = question
  const term = termFor(packs, { kind: question.kind, day: today, place: whom.community, facts, subject })
  const exposure = findNumber(packs, 'counting.exposure-day', whom.community, term.rules_of)?.value ?? 0
  const countsFrom = addDays(question.day_zero, -exposure)
  const phases = datedPhases(term.phases, countsFrom)
  const proposal: Proposal = {
    person: whom.id,
    kind: question.kind,
    kind_words: kindWords(packs, question.kind),
    subject,
    day: today,
    day_zero: question.day_zero,
    term,
    phases,
    alternatives: term.alternatives.map((choice) => datedPhases(choice, countsFrom)),
    last_day: phases.at(-1)?.until ?? null,
    rule: rulesOfChecks(facts, whom.community, today),
    running: await listRunning(db, whom.id, today),
    co_residents: await listCoResidents(db, whom, today),
  }
  return { proposal, whom, counts_from: countsFrom, traced: recorded.traced, facts }
}
