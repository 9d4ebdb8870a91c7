import { type FactName, type Facts, type FactValue, type Words } from '../../vocabulary.ts'
import { addDays, covers, type Day } from '../day.ts'
import { getFact, isFact } from '../facts.ts'
import { type Condition, compileWhen } from '../when.ts'
import type { Fault } from './faults.ts'
import { rulesOf } from './located.ts'
import type { Grading, Pack, When } from './schema.ts'

/**
 * How many facts are asked, in all combinations that are tried for all rules of a pack together: a rule for which too few are
 * left counts as reachable. The packs of the system ask some hundreds; asking so many takes a tenth of a second.
 */
const mostAsked = 300_000

/** How many may still be asked. */
interface Tries {
  left: number
}

/** How many facts a condition asks. */
const sizeOf = (when: When): number =>
  Object.entries(when).reduce((sum, [name, wanted]) => {
    if (name === 'all' || name === 'any') return (wanted as When[]).reduce((more, part) => more + sizeOf(part), sum)
    return sum + (name === 'not' ? sizeOf(wanted as When) : 1)
  }, 1)

type Values = Map<FactName, Set<FactValue>>
type Line = Grading['grades'][number]

function note(values: Values, fact: FactName, wanted: unknown): void {
  const known = values.get(fact) ?? new Set<FactValue>()
  values.set(fact, known)
  const { values: own } = getFact(fact)
  if (typeof own !== 'string') for (const value of own) known.add(value)
  const numbers = typeof wanted === 'object' && wanted !== null ? Object.values(wanted) : [wanted]
  for (const value of numbers) {
    if (own === 'rules' && typeof value === 'string') known.add(value)
    // Beside each bound a number on either side is enough to tell every answer apart.
    if (own === 'number' && typeof value === 'number')
      for (const near of [value - 1, value, value + 1]) if (near >= 0) known.add(near)
  }
}

/** Every value that a condition can tell apart, by fact. */
function valuesIn(when: When, values: Values = new Map()): Values {
  for (const [name, wanted] of Object.entries(when)) {
    if (name === 'all' || name === 'any') for (const part of wanted as When[]) valuesIn(part, values)
    else if (name === 'not') valuesIn(wanted as When, values)
    else if (isFact(name)) note(values, name, wanted)
  }
  return values
}

/** Whether some facts make it so; also where there are too many to try. A test asks as many facts as its size. */
function canBe(values: Values, tries: Tries, size: number, test: (facts: Facts) => boolean): boolean {
  const lists = [...values].map(([name, set]) => ({ name, values: [...set] }))
  const count = lists.reduce((product, list) => product * list.values.length, 1)
  if (count * size > tries.left) return true
  for (let nth = 0; nth < count; nth += 1) {
    tries.left -= size
    let rest = nth
    const facts: Partial<Record<FactName, FactValue>> = {}
    for (const { name, values: own } of lists) {
      facts[name] = own[rest % own.length] as FactValue
      rest = Math.floor(rest / own.length)
    }
    if (test(facts)) return true
  }
  return false
}

const fault = (path: (string | number)[], id: string, why: Words): Fault => ({
  path,
  code: 'rule.unreachable',
  text: { zh: `${id} 永远用不上：${why.zh}`, en: `${id} can never apply: ${why.en}` },
})

function neverHolds(pack: Pack, when: When, tries: Tries): boolean {
  const values = valuesIn(when)
  // A regime without tiers never has one.
  if (pack.is === 'regime' && !pack.tiers && values.has('tier')) return true
  const condition = compileWhen(when)
  return !canBe(values, tries, sizeOf(when), (facts) => condition(facts).holds === 'yes')
}

/** Days of a line on which the lines before it may be fewer than on its first. */
function daysOf(line: Line, before: readonly Line[], pack: Pack): Day[] {
  const first = line.from ?? pack.from
  const edges = before.flatMap(({ from, until }) => [...(from ? [addDays(from, -1)] : []), ...(until ? [addDays(until, 1)] : [])])
  return [first, ...edges].filter((day) => day >= first && covers(line, day))
}

interface ReadyLine {
  readonly line: Line
  readonly condition: Condition
  readonly size: number
}

function isShadowed({ line, condition, size }: ReadyLine, before: readonly ReadyLine[], pack: Pack, tries: Tries): boolean {
  const lines = before.map((each) => each.line)
  return daysOf(line, lines, pack).every((day) => {
    const ahead = before.filter((other) => covers(other.line, day))
    const values = ahead.reduce((known, other) => valuesIn(other.line.when, known), valuesIn(line.when))
    const asked = ahead.reduce((sum, other) => sum + other.size, size)
    const isLeft = (facts: Facts) =>
      condition(facts).holds === 'yes' && ahead.every((other) => other.condition(facts).holds !== 'yes')
    return !canBe(values, tries, asked, isLeft)
  })
}

/** Rules of a checked pack that no day and no facts can bring about, each with the reason. */
export function unreachable(pack: Pack): Fault[] {
  const tries: Tries = { left: mostAsked }
  const shadowed = (pack.gradings ?? []).flatMap(({ grades }, index) => {
    const lines = grades.map((line) => ({ line, condition: compileWhen(line.when), size: sizeOf(line.when) }))
    return lines.flatMap((each, nth) =>
      isShadowed(each, lines.slice(0, nth), pack, tries) ? [{ id: each.line.id, path: ['gradings', index, 'grades', nth] }] : [],
    )
  })
  const own = rulesOf(pack).flatMap(({ path, rule }) => {
    if ((rule.from ?? '') > (pack.until ?? '9999') || (rule.until ?? '9999') < pack.from)
      return [fault(path, rule.id, { zh: '它的日期在规则包的有效期之外', en: 'its days lie outside those of the pack' })]
    if (rule.when && neverHolds(pack, rule.when, tries))
      return [fault(path, rule.id, { zh: '它的条件不会同时成立', en: 'its conditions cannot hold together' })]
    return []
  })
  const said = new Set(own.map(({ path }) => path.join(' ')))
  const later = shadowed
    .filter(({ path }) => !said.has(path.join(' ')))
    .map(({ id, path }) => fault(path, id, { zh: '前面几行已经全部管到', en: 'the lines before it cover every case' }))
  return [...own, ...later]
}
