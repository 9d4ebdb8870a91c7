import type { Proposal, Reason, Source } from '@wangdi/policy/engine/answer.ts'
import type { Day as PolicyDay } from '@wangdi/policy/engine/day.ts'
import { gradeFor, proposeClass, proposeRisk } from '@wangdi/policy/engine/grade.ts'
import { isInForce, type Packs } from '@wangdi/policy/engine/packs.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import { ruleSetFor } from '@wangdi/policy/engine/rule-set.ts'
import { subjectOfKind, termFor } from '@wangdi/policy/engine/term.ts'
import { tierOf } from '@wangdi/policy/engine/tier.ts'
import { type Facts, firstSubject, type OwnName, type PersonKind, type Subject } from '@wangdi/policy/vocabulary.ts'
import { countyOf } from '../place-code.ts'
import type { Asked, Given } from './answer.ts'

/** The day at which levels about a subject are read: that of the rules about it which an open response names, else the asked day. */
export function gradedAt(packs: Packs, facts: Facts, place: string, day: PolicyDay, subject: Subject = firstSubject): PolicyDay {
  const rules = ruleSetFor(packs, facts, place, day, subject)
  return rules.by === 'response' ? rules.regime_at : day
}

// What the rules of a question are about.
function aboutOf(packs: Packs, { subject, fact, kind }: Asked): Subject {
  const own = fact === undefined ? null : (packs.brought[fact as OwnName]?.subject ?? null)
  return (subject as Subject | undefined) ?? own ?? (kind === undefined ? firstSubject : subjectOfKind(packs, kind as PersonKind))
}

/** The proposal for a level or a class, of the house or of a notice. */
function proposalFor(packs: Packs, asked: Asked): Proposal {
  const { question, place, day, fact } = asked
  const known = asked.facts as Facts
  const at = gradedAt(packs, known, place, day, aboutOf(packs, asked))
  if (question === 'class') return proposeClass(packs, known, place, at)
  return fact === undefined ? proposeRisk(packs, known, countyOf(place), at) : gradeFor(packs, fact, known, place, at)
}

/** What the packs answer to a question that a person's decision rested on, cut to what was decided upon. */
export function answerTo(packs: Packs, asked: Asked): Given {
  const { question, place, day } = asked
  const facts = asked.facts as Facts
  if (question === 'level' || question === 'class') {
    const { rule, value, by } = proposalFor(packs, asked)
    return { rule, value, by }
  }
  if (question === 'tier') {
    const axes = tierOf(packs, facts, place, day)
    return { tier: axes?.tier ?? null, level: axes?.level.tier ?? null, class: axes?.class.tier ?? null }
  }
  if (question === 'functions') {
    const { regime, functions } = planFor(packs, facts, place, day)
    const open = Object.entries(functions).flatMap(([name, state]) => (state.open ? [name] : []))
    return { regime, open }
  }
  const { rule, phases, alternatives, certain } = termFor(packs, {
    kind: asked.kind as PersonKind,
    place,
    day,
    facts,
    subject: aboutOf(packs, asked),
  })
  return { rule, phases, alternatives, certain }
}

/** Why the packs answer as they do, from the outside in, and where the rule that decided stands. */
export function reasonsFor(packs: Packs, asked: Asked): { why: readonly Reason[]; source: Source | null } {
  const { question, place, day } = asked
  const facts = asked.facts as Facts
  const rules: Reason = { holds: 'yes', text: ruleSetFor(packs, facts, place, day, aboutOf(packs, asked)).why }
  if (question === 'level' || question === 'class') {
    const { value, text, why, source } = proposalFor(packs, asked)
    return { why: [rules, { holds: value === null ? 'unknown' : 'yes', text, parts: why }], source }
  }
  if (question === 'tier') {
    const axes = tierOf(packs, facts, place, day)
    return { why: axes ? [rules, axes.why] : [rules], source: null }
  }
  if (question === 'functions') {
    const states = Object.values(planFor(packs, facts, place, day).functions)
    return { why: [rules, ...states.map(({ open, why }): Reason => ({ holds: open ? 'yes' : 'no', text: why }))], source: null }
  }
  const { why, source } = termFor(packs, { kind: asked.kind as PersonKind, place, day, facts, subject: aboutOf(packs, asked) })
  return { why: [rules, why], source }
}

/** The versions in force where and when something was asked, and those that the facts name; what a reader is told. */
export function versionsBehind(packs: Packs, asked: Asked): { pack: string; version: number }[] {
  const { place, day } = asked
  const { used } = ruleSetFor(packs, asked.facts as Facts, place, day, aboutOf(packs, asked))
  const all = [
    ...used.map(({ ready }) => ready),
    ...packs.all.filter(({ pack }) => ['terms', 'grading', 'settings'].includes(pack.is) && isInForce(pack, place, day)),
  ]
  return [...new Set(all.map(({ pack }) => pack))].map(({ id, version }) => ({ pack: id, version }))
}
