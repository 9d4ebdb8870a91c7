import type { Problem, Words } from '../../problem.ts'
import type { Field, Fields, Values } from '../fields.ts'
import { problems } from '../kinds.problems.ts'
import { isFilled } from '../when.ts'

/** Which rows of an act must come to the same as those of an earlier one, class by class, and where it is said why they do not. */
export interface Balance {
  readonly act: string
  readonly with: string
  readonly rows: string
  /** The choice by which rows are told apart, and the figures that are compared. */
  readonly by: string
  readonly of: readonly string[]
  readonly why: string
}

/** A figure that is not the same on both sides: of which class, which figure, how much was given and how much was taken. */
export interface Difference {
  readonly class: string
  readonly figure: string
  readonly given: number
  readonly taken: number
}

const figureOf = (value: unknown): number =>
  typeof value === 'number' ? value : Number((value as { readonly n?: number } | undefined)?.n ?? 0)

function sums({ rows, by, of }: Balance, values: Values): Map<string, number> {
  const all = new Map<string, number>()
  for (const row of (Array.isArray(values[rows]) ? values[rows] : []) as readonly Values[])
    for (const figure of of) {
      const key = JSON.stringify([row[by], figure])
      all.set(key, (all.get(key) ?? 0) + figureOf(row[figure]))
    }
  return all
}

// Weights are told with two digits at most; what lies below is how numbers are kept, not a loss.
const isSame = (one: number, other: number) => Math.abs(one - other) < 0.005

/** The figures that are not the same on both sides; a class that one side alone has counts as zero on the other. */
export function differencesOf(balance: Balance, given: Values, taken: Values): Difference[] {
  const [left, right] = [sums(balance, given), sums(balance, taken)]
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
    const [of, figure] = JSON.parse(key) as [string, string]
    const [one, other] = [left.get(key) ?? 0, right.get(key) ?? 0]
    return isSame(one, other) ? [] : [{ class: of, figure, given: one, taken: other }]
  })
}

const inWords = ({ values = {}, rows = {} }: Pick<Field, 'values' | 'rows'>, by: string) => ({
  classOf: (name: string): Words => rows[by]?.values?.[name] ?? values[name] ?? { zh: name, en: name },
  figureOf: (name: string): Words => rows[name]?.words ?? { zh: name, en: name },
})

/** Why what was taken cannot be kept beside what was given: it is not the same, and nobody said why. */
export function whyNotBalanced(balance: Balance, asks: Fields, given: Values, taken: Values): Problem | undefined {
  if (isFilled(taken[balance.why])) return undefined
  const [first] = differencesOf(balance, given, taken)
  if (!first) return undefined
  const { classOf, figureOf: wordsOf } = inWords(asks[balance.rows] ?? {}, balance.by)
  const [of, figure] = [classOf(first.class), wordsOf(first.figure)]
  return problems.notBalanced({
    ...{ zh: `${of.zh} ${figure.zh}`, en: `${of.en}, ${figure.en}` },
    ...{ given: Number(first.given.toFixed(2)), taken: Number(first.taken.toFixed(2)) },
  })
}
