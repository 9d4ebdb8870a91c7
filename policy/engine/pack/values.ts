import { type FactName, type Facts, type FactValue, isOwnName, type ToldFacts } from '../../vocabulary.ts'
import { type FactBook, getFact } from '../facts.ts'
import { leavesOf } from '../when.ts'
import type { When } from './schema.ts'

/**
 * How many facts are asked, in all combinations that are tried for all rules of a pack together: a rule for which too few are
 * left counts as reachable. The packs of the system ask some hundreds; asking so many takes a tenth of a second.
 */
export const mostAsked = 300_000

/** How many may still be asked. */
export interface Tries {
  left: number
}

/** How many facts a condition asks. */
export const sizeOf = (when: When): number =>
  Object.entries(when).reduce((sum, [name, wanted]) => {
    if (name === 'all' || name === 'any') return (wanted as When[]).reduce((more, part) => more + sizeOf(part), sum)
    return sum + (name === 'not' ? sizeOf(wanted as When) : 1)
  }, 1)

/** The values of each fact that are worth trying. */
export type Values = Map<FactName, Set<FactValue>>

function note(values: Values, fact: FactName, wanted: unknown, book: FactBook): void {
  const known = values.get(fact) ?? new Set<FactValue>()
  values.set(fact, known)
  const { values: own } = getFact(fact, book)
  // What another pack brings may take any value that is asked of it; whether it knows the value is looked up elsewhere.
  const elsewhere = fact === 'tier' || (isOwnName(fact) && typeof own !== 'string' && own.length === 0)
  if (typeof own !== 'string') for (const value of own) known.add(value)
  const numbers = typeof wanted === 'object' && wanted !== null ? Object.values(wanted) : [wanted]
  if (elsewhere) for (const value of numbers) known.add(value as FactValue)
  for (const value of numbers) {
    if ((own === 'rules' || own === 'day') && typeof value === 'string') known.add(value)
    // Beside each bound a number on either side is enough to tell every answer apart.
    if ((own === 'number' || elsewhere) && typeof value === 'number')
      for (const near of [value - 1, value, value + 1]) if (near >= 0) known.add(near)
  }
}

/** Every value that a condition can tell apart, by fact. */
export function valuesIn(when: When, values: Values = new Map(), book: FactBook = {}): Values {
  for (const { name, wanted } of leavesOf(when)) note(values, name as FactName, wanted, book)
  return values
}

/** Whether the level is that of the smaller area where it has one, else that of the county. */
function isConsistent(facts: Facts): boolean {
  const { level, 'area.risk': area, 'county.risk': county } = facts
  if (level === undefined || area === undefined) return true
  return area === 'none' ? county === undefined || county === level : area === level
}

const countOf = (values: Values): number => [...values.values()].reduce((product, set) => product * set.size, 1)

/** Every way in which facts can have these values, one after another, at most so many. */
export function* waysOf(values: Values, most = Number.POSITIVE_INFINITY): Generator<Facts> {
  const lists = [...values].map(([name, set]) => ({ name, values: [...set] }))
  const count = Math.min(countOf(values), most)
  for (let nth = 0; nth < count; nth += 1) {
    let rest = nth
    const facts: ToldFacts = {}
    for (const { name, values: own } of lists) {
      facts[name] = own[rest % own.length] as FactValue
      rest = Math.floor(rest / own.length)
    }
    yield facts
  }
}

/** Whether some facts make it so; also where there are too many to try. A test asks as many facts as its size. */
export function canBe(values: Values, tries: Tries, size: number, test: (facts: Facts) => boolean): boolean {
  if (countOf(values) * size > tries.left) return true
  for (const facts of waysOf(values)) {
    tries.left -= size
    if (isConsistent(facts) && test(facts)) return true
  }
  return false
}
