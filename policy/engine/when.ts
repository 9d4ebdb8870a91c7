import { type FactName, type Facts, type FactValue, type FactWords, valueWords, type Words } from '../vocabulary.ts'
import type { Reason } from './answer.ts'
import { type FactBook, getFact, isFact, whyNotValue } from './facts.ts'

type When = Readonly<Record<string, unknown>>
type Holds = Reason['holds']

/** A compiled condition: what it says about the facts, with its reasons. */
export interface Condition {
  (facts: Facts): Reason
  /** The same without its reasons: a plan asks hundreds of conditions and says the reasons of those that hold. */
  readonly holds: (facts: Facts) => Holds
  /** Adds the facts whose lack keeps it from being told, to be asked where it is unknown. */
  readonly noteMissing: (facts: Facts, missing: Set<FactName>) => void
  /** Every fact that it asks: the same values of these have the same reason, as the same object while it is kept. */
  readonly asks: readonly FactName[]
}

/** So many reasons of a condition are kept, for the values that were asked first; numbers may have any. */
const mostKept = 12

const keyOf = (asks: readonly FactName[], facts: Facts) => {
  let key = ''
  for (const name of asks) {
    const given = facts[name]
    key += given === undefined ? '|' : typeof given === 'number' ? `|#${given}` : `|${given}`
  }
  return key
}

function asCondition(
  say: (facts: Facts) => Reason,
  { holds, noteMissing, asks }: Pick<Condition, 'holds' | 'noteMissing' | 'asks'>,
): Condition {
  const kept = new Map<string, Reason>()
  const saySame = (facts: Facts): Reason => {
    const key = keyOf(asks, facts)
    const before = kept.get(key)
    if (before) return before
    const said = say(facts)
    if (kept.size < mostKept) kept.set(key, said)
    return said
  }
  return Object.assign(saySame, { holds, noteMissing, asks })
}

const bounds = {
  at_least: { zh: '不小于', en: 'at least', test: (a: FactValue, b: FactValue) => a >= b },
  at_most: { zh: '不大于', en: 'at most', test: (a: FactValue, b: FactValue) => a <= b },
  above: { zh: '大于', en: 'above', test: (a: FactValue, b: FactValue) => a > b },
  below: { zh: '小于', en: 'below', test: (a: FactValue, b: FactValue) => a < b },
} as const
type Bound = keyof typeof bounds
const isBound = (name: string): name is Bound => Object.hasOwn(bounds, name)
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How a value of a fact is called. */
export const wordsOf = (value: FactValue, fact?: FactWords): Words =>
  fact?.value_words?.[String(value)] ?? valueWords[String(value)] ?? { zh: String(value), en: String(value) }

const alwaysHolds: Reason = { holds: 'yes', text: { zh: '一直适用', en: 'always applies' } }
const always = asCondition(() => alwaysHolds, { holds: () => 'yes', noteMissing: () => {}, asks: [] })

function joined(parts: readonly Condition[], every: boolean): Condition {
  const decisive: Holds = every ? 'no' : 'yes'
  const holds = (facts: Facts): Holds => {
    let isUnknown = false
    for (const part of parts) {
      const says = part.holds(facts)
      if (says === decisive) return decisive
      if (says === 'unknown') isUnknown = true
    }
    return isUnknown ? 'unknown' : every ? 'yes' : 'no'
  }
  const say = (facts: Facts) =>
    join(
      parts.map((part) => part(facts)),
      every,
    )
  const noteMissing: Condition['noteMissing'] = (facts, missing) => {
    for (const part of parts) if (part.holds(facts) === 'unknown') part.noteMissing(facts, missing)
  }
  return asCondition(say, { holds, noteMissing, asks: [...new Set(parts.flatMap(({ asks }) => asks))] })
}

function join(parts: readonly Reason[], every: boolean): Reason {
  const decisive = every ? 'no' : 'yes'
  const holds = parts.some((part) => part.holds === decisive)
    ? decisive
    : parts.some((part) => part.holds === 'unknown')
      ? 'unknown'
      : every
        ? 'yes'
        : 'no'
  const text = every ? { zh: '下面各条都要成立', en: 'all of these' } : { zh: '下面有一条成立即可', en: 'any of these' }
  return { holds, text, parts }
}

function leaf(fact: FactName, known: FactWords, wanted: Words, test: (value: FactValue) => boolean): Condition {
  const { words } = known
  const yes: Words = { zh: `${words.zh}：${wanted.zh}`, en: `${words.en}: ${wanted.en}` }
  const unknown: Reason = {
    holds: 'unknown',
    fact,
    text: { zh: `还不知道${words.zh}（要${wanted.zh}）`, en: `not known: ${words.en} (wanted: ${wanted.en})` },
  }
  const say = (facts: Facts): Reason => {
    const given = facts[fact]
    if (given === undefined) return unknown
    if (test(given)) return { holds: 'yes', text: yes, fact, given }
    const is = wordsOf(given, known)
    return {
      holds: 'no',
      text: { zh: `${words.zh}要${wanted.zh}，现在是${is.zh}`, en: `${words.en} should be ${wanted.en}, is ${is.en}` },
      fact,
      given,
    }
  }
  const holds = (facts: Facts): Holds => {
    const given = facts[fact]
    return given === undefined ? 'unknown' : test(given) ? 'yes' : 'no'
  }
  return asCondition(say, { holds, noteMissing: (_, missing) => void missing.add(fact), asks: [fact] })
}

function compileFact(fact: FactName, wanted: unknown, own: FactBook): Condition {
  const known = getFact(fact, own)
  if (isObject(wanted)) {
    const tests = Object.entries(wanted).flatMap(([name, limit]) =>
      isBound(name) ? [{ ...bounds[name], limit: known.values === 'day' ? String(limit) : Number(limit) }] : [],
    )
    const words = {
      zh: tests.map((each) => `${each.zh} ${each.limit}`).join('、'),
      en: tests.map((each) => `${each.en} ${each.limit}`).join(', '),
    }
    const read = (value: FactValue) => (known.values === 'day' ? String(value) : Number(value))
    return leaf(fact, known, words, (value) => tests.every((each) => each.test(read(value), each.limit)))
  }
  const values = (Array.isArray(wanted) ? wanted : [wanted]) as FactValue[]
  const words = {
    zh: values.map((value) => wordsOf(value, known).zh).join('或'),
    en: values.map((value) => wordsOf(value, known).en).join(' or '),
  }
  const [only] = values
  return leaf(fact, known, words, values.length === 1 ? (value) => value === only : (value) => values.includes(value))
}

/** A condition made ready once; without one it always holds. The pack must have been checked. */
export function compileWhen(when: When | undefined, own: FactBook = {}): Condition {
  const parts = Object.entries(when ?? {}).map(([name, wanted]): Condition => {
    if (name === 'all' || name === 'any')
      return joined(
        (wanted as When[]).map((part) => compileWhen(part, own)),
        name === 'all',
      )
    if (name === 'not') return negated(compileWhen(wanted as When, own))
    // A fact that no pack at hand brings is never known: the rule asks for it, and is not taken to hold always.
    return compileFact(name as FactName, wanted, own)
  })
  const [only] = parts
  if (only === undefined) return always
  return parts.length === 1 ? only : joined(parts, true)
}

const turned: Readonly<Record<Holds, Holds>> = { unknown: 'unknown', yes: 'no', no: 'yes' }

const negated = (inner: Condition): Condition =>
  asCondition((facts) => negate(inner(facts)), { ...inner, holds: (facts) => turned[inner.holds(facts)] })

const negate = (reason: Reason): Reason => ({
  holds: turned[reason.holds],
  text: { zh: '下面这条不成立', en: 'this does not hold' },
  parts: [reason],
})

/** The facts whose lack keeps a reason from being told, each once. */
export function missingIn(reason: Reason): FactName[] {
  if (reason.holds !== 'unknown') return []
  const inner = (reason.parts ?? []).flatMap(missingIn)
  return [...new Set(reason.fact ? [reason.fact, ...inner] : inner)]
}

/** One fact that a condition asks, where it stands within it, and what is wanted of it. */
export interface Leaf {
  readonly path: readonly (string | number)[]
  readonly name: string
  readonly wanted: unknown
}

/** Every fact that a condition asks, as often as it does; of what cannot be read nothing. */
export function leavesOf(when: When, path: Leaf['path'] = []): Leaf[] {
  return Object.entries(when).flatMap(([name, wanted]): Leaf[] => {
    if (name === 'all' || name === 'any')
      return Array.isArray(wanted) ? wanted.flatMap((part, nth) => leavesOf(part as When, [...path, name, nth])) : []
    if (name === 'not') return isObject(wanted) ? leavesOf(wanted, [...path, name]) : []
    return [{ path: [...path, name], name, wanted }]
  })
}

/** What is wrong with a condition as written in a pack, for a policy officer. */
export function faultsOfWhen(when: When, own: FactBook = {}): { fact: string; text: Words }[] {
  return Object.entries(when).flatMap(([name, wanted]) => {
    if (name === 'all' || name === 'any') {
      if (Array.isArray(wanted) && wanted.length > 0 && wanted.every(isObject))
        return wanted.flatMap((part) => faultsOfWhen(part, own))
      return [{ fact: name, text: { zh: `${name} 下面要列出条件`, en: `${name} needs a list of conditions` } }]
    }
    if (name === 'not') {
      if (isObject(wanted)) return faultsOfWhen(wanted, own)
      return [{ fact: name, text: { zh: 'not 下面要写一个条件', en: 'not needs a condition' } }]
    }
    if (!isFact(name, own)) {
      return [{ fact: name, text: { zh: `词表里没有“${name}”这一项`, en: `the vocabulary has no fact ${name}` } }]
    }
    if (isObject(wanted)) {
      const wrong = Object.entries(wanted).filter(
        ([bound, limit]) => !isBound(bound) || whyNotValue(name, limit, own) !== undefined,
      )
      const numeric = ['number', 'day'].includes(String(getFact(name, own).values)) && Object.keys(wanted).length > 0
      if (numeric && wrong.length === 0) return []
      return [{ fact: name, text: { zh: `${name} 的范围写得不对`, en: `the bounds of ${name} cannot be read` } }]
    }
    return (Array.isArray(wanted) ? wanted : [wanted]).flatMap((value) => {
      const text = whyNotValue(name, value, own)
      return text ? [{ fact: name, text }] : []
    })
  })
}

/** The values a condition asks of each fact at its top level; what `any`, `not` or bounds say is left out. */
export function plainDemands(when: When | undefined): Map<string, readonly unknown[]> {
  const plain = Object.entries(when ?? {}).filter(([name, wanted]) => !['all', 'any', 'not'].includes(name) && !isObject(wanted))
  return new Map(plain.map(([name, wanted]) => [name, Array.isArray(wanted) ? wanted : [wanted]]))
}
