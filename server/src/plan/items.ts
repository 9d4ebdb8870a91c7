import { isKept } from './registers/registers.ts'
import type { MeasureDetail } from '@wangdi/domain/plan/details/details.ts'
import type { Evidence, PlanItem, Statement } from '@wangdi/domain/plan/plan.ts'
import { countedBeside, dueOnOf, stateOfMeasure, wordOn } from '@wangdi/domain/plan/plan.rules.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import type { Measure, Plan } from '@wangdi/policy/engine/answer.ts'
import { evidenceWords } from '@wangdi/policy/engine/packs.ts'
import { rhythmWords } from '@wangdi/policy/engine/pack/rhythm.ts'
import type { EvidenceName } from '@wangdi/policy/vocabulary.ts'
import { getPacks } from '../platform/packs.ts'

/** The measures of a plan with how far each is: by records first, else by the word of a named person that still speaks. */
export const itemsOf = (
  plan: Pick<Plan, 'measures'>,
  evidence: ReadonlyMap<EvidenceName, Evidence>,
  statements: ReadonlyMap<string, Statement>,
  day: Day,
  details: ReadonlyMap<string, MeasureDetail> = new Map(),
): PlanItem[] =>
  plan.measures.map((measure) => ({
    ...itemOf(measure, evidence, { measures: plan.measures, statements }, day),
    detail: details.get(measure.id) ?? null,
  }))

function itemOf(
  measure: Measure,
  evidence: ReadonlyMap<EvidenceName, Evidence>,
  said: Parameters<typeof wordOn>[1],
  day: Day,
): Omit<PlanItem, 'detail'> {
  // What is furthest from done comes first: lists show that figure.
  const all = measure.evidence.flatMap((name) => evidence.get(name) ?? []).sort((a, b) => b.left - a.left)
  const statement = wordOn(measure, said, all, day)
  const own = countedBeside(all, statement)
  return {
    id: measure.id,
    pack: measure.pack,
    subject: measure.subject,
    also: measure.also.map(({ source }) => source),
    aspect: measure.aspect,
    strength: measure.strength,
    text: measure.text,
    who: [...measure.who],
    rhythm: rhythmWords(measure.how_often),
    figure: measure.figure && { name: measure.figure.name, chosen: measure.figure.value !== measure.figure.proposed },
    source: measure.source,
    // Where nothing was counted, as above the county, nothing is said of registers either.
    state: stateOfMeasure(own, statement, evidence.size === 0 || measure.evidence.some(isKept)),
    due_on: dueOnOf(measure.how_often, statement?.day ?? null, day),
    evidence: own,
    proof: [...measure.evidence],
    proof_words: measure.evidence.map((name) => evidenceWords(getPacks(), name)),
    statement,
  }
}
