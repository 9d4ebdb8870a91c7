import Type, { type Static } from 'typebox'
import { Day, OneOf, PlaceCode } from '../schema.ts'

/** A question to the rules on which a person's decision rested: a level, a class, a package, an order's functions, a term. */
export const Asked = Type.Object({
  question: OneOf('level', 'class', 'tier', 'functions', 'term'),
  place: PlaceCode,
  day: Day,
  /** Of the facts, those that were known. */
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  /** The kind of person, where a term was asked. */
  kind: Type.Optional(Type.String()),
  /** The level of a notice that was asked, where it is none of the house. */
  fact: Type.Optional(Type.String()),
  /** What the rules are about; absent: what the kind or the level is about, else what all began with. */
  subject: Type.Optional(Type.String()),
})
export type Asked = Static<typeof Asked>

/** What the rules gave, cut to what was decided upon: plain data that can be compared. */
export type Given = Readonly<Record<string, unknown>>

/** What stands beside a decision, so that the same question can be asked of the same rules again. */
export interface KeptAnswer extends Asked {
  /** The state of the policy library: the last version published when it was asked. */
  readonly revision: number
  /** The versions in force where it was asked, for the reader. */
  readonly packs: readonly { readonly pack: string; readonly version: number }[]
  readonly gives: Given
  /** SHA-256 of what was given. */
  readonly hash: string
}
