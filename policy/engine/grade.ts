import type { FactName, Facts } from '../vocabulary.ts'
import type { Proposal, Reason } from './answer.ts'
import { covers, type Day } from './day.ts'
import { factsAsked } from './dead/facts.ts'
import { contradictionIn } from './asks/figures.ts'
import type { Grading } from './pack/schema.ts'
import { isInForce, type Packs, type ReadyGrading } from './packs.ts'
import { missingIn } from './when.ts'

function findGrading(packs: Packs, name: string, place: string, day: Day) {
  return packs.all
    .filter(({ pack, gradings }) => gradings.has(name) && isInForce(pack, place, day))
    .at(-1)
    ?.gradings.get(name)
}

function byScore({ grading, points, score_source }: ReadyGrading, facts: Facts): Proposal | undefined {
  if (!grading.score || !score_source) return undefined
  const reasons = points.map(({ condition, points: count }) => ({ reason: condition(facts), count }))
  const missing = [...new Set(reasons.flatMap(({ reason }) => missingIn(reason)))]
  const total = reasons.reduce((sum, { reason, count }) => (reason.holds === 'yes' ? sum + count : sum), 0)
  const value = missing.length > 0 ? null : (grading.score.values.find((band) => total <= band.at_most)?.value ?? null)
  const text = { zh: `表里没有这一格，按积分 ${total} 分`, en: `no line of the table; by score: ${total}` }
  const why = reasons.map(({ reason }) => reason).filter((reason) => reason.holds !== 'no')
  return { rule: null, value, source: score_source, certain: grading.certain, by: 'score', text, missing, why }
}

const asksFor = ({ grades, score }: Grading, name: FactName): boolean =>
  [...grades, ...(score?.points ?? [])].some(({ when }) => factsAsked(when).includes(name))

/** What a dated grading proposes from recorded facts: its lines in order, then its score for the gaps. A person decides. */
export function gradeFor(packs: Packs, name: string, facts: Facts, place: string, day: Day): Proposal {
  const found = findGrading(packs, name, place, day)
  const nothing: Proposal = {
    rule: null,
    value: null,
    source: null,
    certain: false,
    by: null,
    text: { zh: '当天没有分级标准', en: 'no grading covers this day' },
    missing: [],
    why: [],
  }
  if (!found) return nothing
  const problem = contradictionIn(facts, (name) => asksFor(found.grading, name))
  if (problem) return { ...nothing, text: problem.text, problem }
  const why: Reason[] = []
  const missing = new Set<FactName>()
  const possible = new Set<string>()
  for (const grade of found.grades) {
    if (!covers(grade, day)) continue
    const reason = grade.condition(facts)
    if (reason.holds === 'no') continue
    why.push(reason)
    if (reason.holds === 'unknown') {
      for (const fact of missingIn(reason)) missing.add(fact)
      possible.add(grade.value)
      continue
    }
    // An earlier line that cannot be told leaves the answer open only where it would say something else.
    const open = [...possible].some((value) => value !== grade.value)
    return {
      rule: open ? null : grade.id,
      value: open ? null : grade.value,
      source: grade.source,
      certain: found.grading.certain,
      by: open ? null : 'table',
      text: open ? { zh: '还差几项才能定', en: 'some facts are still needed' } : grade.why,
      missing: open ? [...missing] : [],
      why,
    }
  }
  if (missing.size > 0) {
    return { ...nothing, text: { zh: '还差几项才能定', en: 'some facts are still needed' }, missing: [...missing], why }
  }
  return byScore(found, facts) ?? { ...nothing, text: { zh: '标准没有写到这种情况', en: 'the standard does not cover this' } }
}

/** The county level that recorded case figures point to; low is tested first (分区分级意见 2020-02-17; domain rules 1.2). */
export const proposeRisk = (packs: Packs, facts: Facts, place: string, day: Day): Proposal =>
  gradeFor(packs, 'county.risk', facts, place, day)

/** The class of a community that recorded cases point to (肺炎机制发〔2020〕5号, annex). */
export const proposeClass = (packs: Packs, facts: Facts, place: string, day: Day): Proposal =>
  gradeFor(packs, 'community.class', facts, place, day)

/** What is known of a key person; anything left out is asked for where it decides. */
export interface KeyPerson {
  age?: number
  disease?: 'none' | 'stable' | 'unstable'
  vaccination?: 'full' | 'partial' | 'none'
}

/** The colour (green, yellow, red) that age, disease and vaccination point to; table first, score for its gaps; a doctor confirms. */
export function colourFor(packs: Packs, person: KeyPerson, place: string, day: Day): Proposal {
  const facts: Facts = {
    ...(person.age !== undefined && { 'person.age': person.age }),
    ...(person.disease && { 'person.disease': person.disease }),
    ...(person.vaccination && { 'person.vaccination': person.vaccination }),
  }
  return gradeFor(packs, 'person.colour', facts, place, day)
}
