import { gradedAt } from '@wangdi/domain/documents/answer.rules.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import { postOf } from '@wangdi/domain/regimes/own-facts.rules.ts'
import type { OwnFactLine } from '@wangdi/domain/regimes/regimes.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Proposal, TierAnswer } from '@wangdi/policy/engine/answer.ts'
import { gradeFor, proposeClass, proposeRisk } from '@wangdi/policy/engine/grade.ts'
import type { BroughtFact } from '@wangdi/policy/engine/own/book.ts'
import type { Packs } from '@wangdi/policy/engine/packs.ts'
import { packsUsed } from '@wangdi/policy/engine/rule-set.ts'
import { tierOf } from '@wangdi/policy/engine/tier.ts'
import { wordsOf } from '@wangdi/policy/engine/when.ts'
import { type Facts, firstSubject, placeLevels } from '@wangdi/policy/vocabulary.ts'
import type { Db } from '../platform/db.ts'
import { getPacks } from '../platform/packs.ts'
import { factsIn, type Recorded, recordedFor } from './facts.ts'

/** What the recorded facts of a place point to on a day, with the facts themselves. */
export interface Proposals {
  readonly recorded: Recorded
  readonly facts: Facts
  readonly risk: Proposal
  /** Undefined above the community. */
  readonly class: Proposal | undefined
  readonly tier: TierAnswer | undefined
}

/**
 * Computes level and class from stated facts under the rules of the day, or of the day that an open response names
 * (分区分级意见 2020-02-17; 肺炎机制发〔2020〕5号 annex); nobody is bound by it.
 */
export async function proposalsFor(db: Db, place: PlaceCode, day: Day): Promise<Proposals> {
  const packs = getPacks()
  const recorded = await recordedFor(db, place, day)
  const facts = factsIn(recorded, place)
  const at = gradedAt(packs, facts, place, day)
  return {
    recorded,
    facts,
    risk: proposeRisk(packs, facts, countyOf(place), at),
    class: place.length === 12 ? proposeClass(packs, facts, place, at) : undefined,
    tier: tierOf(packs, facts, place, day),
  }
}

/** What the machine proposes for a level of a pack from recorded facts, at the place that it is kept for. */
export const proposeOwn = (packs: Packs, { name, subject }: BroughtFact, facts: Facts, place: PlaceCode, day: Day) =>
  gradeFor(packs, name, facts, place, gradedAt(packs, facts, place, day, subject ?? firstSubject))

/** Whose form is made, from what is recorded there. */
interface AskedAt {
  readonly recorded: Recorded
  readonly facts: Facts
  readonly place: PlaceCode
  readonly day: Day
}

const formOf = (fact: BroughtFact) => {
  const { values, least, most } = fact
  return {
    ...{ name: fact.name, pack: fact.pack, words: fact.words, unit: fact.unit, source: fact.source },
    type: values === 'number' || values === 'day' ? values : ('choice' as const),
    values: typeof values === 'string' ? [] : values.map((id) => ({ id, words: wordsOf(id, fact) })),
    ...{ least: least ?? null, most: most ?? null },
  }
}

/** What the notices used at a place on a day bring: facts and levels to be recorded there or in what it lies in, kinds of person, and what they ask of one. */
export function broughtAt(packs: Packs, { recorded, facts, place, day }: AskedAt) {
  const used = packsUsed(packs, facts, place, day)
  const brought = Object.values(packs.brought).filter(({ pack }) => used.has(pack))
  const own = brought.flatMap((fact): OwnFactLine[] => {
    if (fact.at === null || place.length < placeLevels[fact.at].digits) return []
    const at = place.slice(0, placeLevels[fact.at].digits)
    return [
      {
        ...{ ...formOf(fact), use: fact.use, place: at, who: fact.who.map(postOf) },
        proposal: fact.use === 'level' ? proposeOwn(packs, fact, facts, at, day) : null,
        stated: recorded.stated.get(fact.name) ?? null,
        confirmed: recorded.levels.get(fact.name) ?? null,
      },
    ]
  })
  const kinds = [...packs.kinds].flatMap(([name, { words, pack }]) => (used.has(pack) ? [{ name, words, pack }] : []))
  return { own, kinds, of_persons: brought.filter(({ at }) => at === null).map(formOf) }
}
