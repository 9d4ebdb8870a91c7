import { type FactName, type Facts, firstSubject, type OwnName, type PersonKind, type Subject } from '../vocabulary.ts'
import type { Term } from './answer.ts'
import { addDays, covers, type Day } from './day.ts'
import { isInForce, type Packs, type ReadyAlternative, type ReadyTerm, subjectOf } from './packs.ts'
import type { Phase } from './pack/schema.ts'
import { packsUsed, type RuleSet, ruleSetFor } from './rule-set.ts'

/** Whose term is asked: a kind of person, at a place, with what is known of person and place. */
export interface TermQuestion {
  kind: PersonKind
  place: string
  facts: Facts
  /** What the rules are about; absent: what the notice is about that brings the kind, else what all packs were about that were held first. */
  subject?: Subject
}

/** What the rules are about that a kind of person is asked of. */
export const subjectOfKind = (packs: Packs, kind: PersonKind): Subject =>
  packs.kinds.get(kind as OwnName)?.subject ?? firstSubject

/** The kinds that the notices used at a place bring and whose condition holds of somebody; where a fact it asks is not known, it does not. */
export function kindsMet(packs: Packs, facts: Facts, place: string, day: Day): OwnName[] {
  const asked = [...packs.kinds].filter(([, { condition }]) => condition !== null)
  if (asked.length === 0) return []
  const used = packsUsed(packs, facts, place, day)
  return asked.flatMap(([kind, { pack, condition }]) => (used.has(pack) && condition?.(facts).holds === 'yes' ? [kind] : []))
}

const isDoubtful = (rule: ReadyTerm, day: Day) => (rule.doubtful ?? []).some((window) => covers(window, day))

interface Candidate {
  readonly rule: ReadyTerm
  /** How narrow the place is for which it was made: the digits of its code. */
  readonly narrow: number
}

const keptFor = new WeakMap<RuleSet, Map<string, readonly Candidate[]>>()

// The rules that may answer, for a narrower place first: what facts decide is left open, so that all of one scope share them.
function candidatesFor(packs: Packs, set: RuleSet, { kind, place }: TermQuestion): readonly Candidate[] {
  const known = keptFor.get(set) ?? new Map<string, readonly Candidate[]>()
  keptFor.set(set, known)
  const key = `${packs.scopeOf(place)}|${kind}`
  const before = known.get(key)
  if (before) return before
  const found = findCandidates(packs, set, kind, place).sort((a, b) => b.narrow - a.narrow)
  known.set(key, found)
  return found
}

function findCandidates(packs: Packs, set: RuleSet, kind: PersonKind, place: string): Candidate[] {
  const own = packs.all.filter(
    ({ pack }) => pack.is === 'terms' && subjectOf(pack) === set.subject && isInForce(pack, place, set.terms_at),
  )
  // A notice may say its terms itself; they are those of the day it is read for.
  const read = [...own.map((ready) => ({ ready, at: set.terms_at })), ...set.used.filter(({ ready }) => ready.pack.is !== 'law')]
  return read.flatMap(({ ready: { pack, terms }, at }) => {
    return [...(terms.get(kind) ?? []), ...(terms.get('everybody') ?? [])].flatMap((rule): Candidate[] => {
      const codes = (rule.place ?? [pack.place]).filter((code) => place.startsWith(code))
      return covers(rule, at) && codes.length > 0 ? [{ rule, narrow: Math.max(...codes.map((code) => code.length)) }] : []
    })
  })
}

/** The rule of the day: one for a narrower place goes before the national one, and its own kind before everybody. */
function choose(candidates: readonly Candidate[], facts: Facts) {
  const missing = new Set<FactName>()
  for (const { rule } of candidates) {
    const holds = rule.condition.holds(facts)
    if (holds === 'yes') return { rule, reason: rule.condition(facts), missing: [...missing] }
    if (holds === 'unknown') rule.condition.noteMissing(facts, missing)
  }
  return { rule: undefined, reasons: candidates.map(({ rule }) => rule.condition(facts)), missing: [...missing] }
}

function alternativesOf(rule: ReadyTerm, facts: Facts, at: Day) {
  const offered: (readonly Phase[])[] = []
  const free: (readonly Phase[])[] = []
  const missing = new Set<FactName>()
  let instead: ReadyAlternative | undefined
  for (const choice of rule.choices) {
    if (!covers(choice, at)) continue
    const holds = choice.condition?.holds(facts)
    if (choice.free || holds === undefined) free.push(choice.phases)
    if (holds === undefined) offered.push(choice.phases)
    else if (holds === 'yes') instead ??= choice
    else if (holds === 'unknown') {
      offered.push(choice.phases)
      choice.condition?.noteMissing(facts, missing)
    } else if (choice.free) offered.push(choice.phases)
  }
  return { offered, free, instead, missing: [...missing] }
}

/** The term under a rule set that is already known. */
export function termUnder(packs: Packs, set: RuleSet, question: TermQuestion): Term {
  const at = set.terms_at
  const facts: Facts = { ...question.facts, 'person.kind': question.kind }
  const found = choose(candidatesFor(packs, set, question), facts)
  const base = { kind: question.kind, subject: set.subject, rules_of: at }
  if (found.rule === undefined) {
    return {
      ...base,
      rule: null,
      phases: [],
      alternatives: [],
      free_choices: [],
      count_from: null,
      release: [],
      source: null,
      certain: false,
      note: { zh: '没有找到全国统一规定，以当地命令为准', en: 'no national rule found: a local order decides' },
      rows: [],
      missing: [...set.missing, ...found.missing],
      why: {
        holds: 'unknown',
        text: { zh: '当天没有一条规定管到这类人', en: 'no rule of the day covers this kind' },
        parts: found.reasons,
      },
    }
  }
  const { rule } = found
  const { offered, free, instead, missing } = alternativesOf(rule, facts, at)
  return {
    ...base,
    rule: rule.id,
    phases: instead?.phases ?? rule.phases,
    alternatives: instead ? offered.filter((phases) => phases !== instead.phases) : offered,
    free_choices: free.filter((phases) => phases !== instead?.phases),
    count_from: rule.count_from ?? null,
    release: rule.release ?? [],
    source: instead?.from_document ?? rule.source,
    certain: (instead?.certain ?? rule.certain) && !isDoubtful(rule, at),
    note: instead?.note ?? rule.note ?? null,
    rows: instead?.rows ?? rule.rows,
    missing: [...new Set([...set.missing, ...found.missing, ...missing])],
    why: {
      holds: 'yes',
      text: { zh: `${set.why.zh}：${rule.source.document}`, en: `${set.why.en}: ${rule.source.document}` },
      parts: [found.reason],
    },
  }
}

/**
 * How long a kind of person is observed, and how, by the one rule that covers the day (or the day an open response names).
 * No rule: no phases and `certain: false`, since a local order decides (the gaps of the national rules are not filled).
 */
export function termFor(packs: Packs, { kind, day, place, facts, subject }: TermQuestion & { day: Day }): Term {
  const about = subject ?? subjectOfKind(packs, kind)
  return termUnder(packs, ruleSetFor(packs, facts, place, day, about), { kind, place, facts })
}

/** A phase with its days: the last day counts until 24:00, the test days are calendar days. */
export interface DatedPhase {
  where: Phase['where']
  from: Day
  until: Day
  tests: readonly Day[]
}

/**
 * The calendar of a term counted from a day (last contact, entry, leaving): that day counts as day 0, or as `countsAs`
 * (setting `counting.exposure-day`); day N is the last day, until 24:00; a later phase starts the day after.
 */
export function datesOf(phases: readonly Phase[], countedFrom: Day, countsAs = 0): DatedPhase[] {
  const dayOf = (nth: number) => addDays(countedFrom, nth - countsAs)
  let before = 0
  return phases.map((phase) => {
    const start = before
    before += phase.days
    return {
      where: phase.where,
      from: start === 0 ? countedFrom : dayOf(start + 1),
      until: dayOf(before),
      tests: phase.test_days.map((nth) => dayOf(start + nth)),
    }
  })
}
