import Type from 'typebox'
import { OneOf } from '../schema.ts'

/** What the plan counts of a kind: what is due, what of it is done, and what is left. */
export const countedParts = ['due', 'done', 'left'] as const
export type CountedPart = (typeof countedParts)[number]

/** Asks a list of a kind for exactly the rows that the plan of the day counts, whatever else it shows. */
export const AsCounted = { counted: Type.Optional(OneOf(...countedParts)) }

/** Lists of kinds are counted to here; a count above it means: more than this. */
export const mostCounted = 1000
