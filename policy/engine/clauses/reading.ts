import Type, { type Static } from 'typebox'
import Value from 'typebox/value'
import type { Strength } from '../../vocabulary.ts'
import { Row } from '../pack/schema.ts'
import { type Actor, actors } from './actors.ts'

const closed = { additionalProperties: false }
const optional = Type.Optional
const actorList = Type.Array(Type.Enum(Object.keys(actors) as Actor[]), { minItems: 1 })
const some = <Name extends string>(...names: readonly Name[]) => Type.Array(Type.Enum([...names]), { minItems: 1 })

/** The words of duty of the notices, and the strengths of a rule that say the same: 应 is a duty, shown as 必须 or 应当. */
export const dutyWords = {
  不得: ['must'],
  必须: ['must'],
  要: ['must'],
  应: ['must', 'should'],
  应尽量: ['should'],
  避免: ['should'],
  鼓励: ['should'],
  倡导: ['should'],
  可: ['may'],
  探索: ['may'],
} as const satisfies Record<string, readonly Strength[]>
export type DutyWord = keyof typeof dutyWords
const Word = Type.Enum(Object.keys(dutyWords) as DutyWord[])

/** Conditions that a clause makes. The first group are facts of a place; the second group a rule keeps in its words. */
const ReadWhen = Type.Object(
  {
    tier: optional(some('low', 'medium', 'high')),
    /** The technical plan under the tiers is cumulative: what it asks of a tier stays in the tiers above. */
    carried_up: optional(Type.Literal(true)),
    level: optional(some('none', 'low', 'medium', 'high')),
    response: optional(Type.Literal('open')),
    kind: optional(Type.Enum(['urban', 'village'])),
    mark: optional(some('rural', 'airport-area', 'fringe', 'migrant-workers', 'border')),
    election: optional(Type.Literal('yes')),
    elder_care: optional(Type.Literal('yes')),
    /** 有疫情地区、无疫情地区 */
    outbreak: optional(Type.Enum(['yes', 'no'])),
    season: optional(Type.Enum(['winter-spring', 'spring', 'festival', 'holiday'])),

    able: optional(Type.Literal(true)),
    need: optional(Type.Literal(true)),
    ordered: optional(Type.Literal(true)),
    guided: optional(Type.Literal(true)),
    until_over: optional(Type.Literal(true)),
    many_cases: optional(Type.Literal(true)),
    closed: optional(Type.Literal(true)),
    few_hands: optional(Type.Literal(true)),
    mass: optional(Type.Literal(true)),
    principle: optional(Type.Literal(true)),
    lead: optional(Type.Literal(true)),
    not_lead: optional(Type.Literal(true)),
  },
  closed,
)
export type ReadWhen = Static<typeof ReadWhen>

/** Our reading of one clause. */
export const Reading = Type.Object(
  {
    row: Row,
    in: Type.String({ minLength: 1 }),
    who: actorList,
    with: optional(actorList),
    word: Word,
    also: optional(Type.Array(Word, { minItems: 1 })),
    when: optional(ReadWhen),
    not: optional(Type.Literal(true)),
    refers: optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })),
    zh: Type.String({ minLength: 2, maxLength: 30 }),
    en: Type.String({ minLength: 2, maxLength: 90 }),
  },
  closed,
)
export type Reading = Static<typeof Reading>

/** The readings of a parsed clauses.yaml in their order; entries that have not the form of a reading come back as numbers, from 1. */
export function readClauses(raw: unknown): { readings: Reading[]; unreadable: number[] } {
  const list: unknown[] = Array.isArray(raw) ? raw : []
  const isReading = (each: unknown): each is Reading => Value.Check(Reading, each)
  return {
    readings: list.filter(isReading),
    unreadable: list.flatMap((each, index) => (isReading(each) ? [] : [index + 1])),
  }
}
