import type { Facts, Words } from '../../vocabulary.ts'
import { addDays, covers, type Day } from '../day.ts'
import type { FactBook } from '../facts.ts'
import { type Condition, compileWhen } from '../when.ts'
import type { Fault } from './faults.ts'
import { rulesOf } from './located.ts'
import { canBe, mostAsked, sizeOf, type Tries, valuesIn } from './values.ts'
import type { Grading, Pack, When } from './schema.ts'

type Line = Grading['grades'][number]

const fault = (path: (string | number)[], id: string, why: Words): Fault => ({
  path,
  code: 'rule.unreachable',
  text: { zh: `${id} 永远用不上：${why.zh}`, en: `${id} can never apply: ${why.en}` },
})

function neverHolds(pack: Pack, when: When, tries: Tries, book: FactBook): boolean {
  const values = valuesIn(when, new Map(), book)
  // A regime without tiers never has one; that of a narrower place may have those of a wider one.
  if (pack.is === 'regime' && pack.place === '' && !pack.tiers && values.has('tier')) return true
  const condition = compileWhen(when, book)
  return !canBe(values, tries, sizeOf(when), (facts) => condition.holds(facts) === 'yes')
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

function isShadowed(
  { line, condition, size }: ReadyLine,
  before: readonly ReadyLine[],
  pack: Pack,
  tries: Tries,
  book: FactBook,
): boolean {
  const lines = before.map((each) => each.line)
  return daysOf(line, lines, pack).every((day) => {
    const ahead = before.filter((other) => covers(other.line, day))
    const values = ahead.reduce((known, other) => valuesIn(other.line.when, known, book), valuesIn(line.when, new Map(), book))
    const asked = ahead.reduce((sum, other) => sum + other.size, size)
    const isLeft = (facts: Facts) =>
      condition.holds(facts) === 'yes' && ahead.every((other) => other.condition.holds(facts) !== 'yes')
    return !canBe(values, tries, asked, isLeft)
  })
}

/** Rules of a checked pack that no day and no facts can bring about, each with the reason. */
export function unreachable(pack: Pack, book: FactBook): Fault[] {
  const tries: Tries = { left: mostAsked }
  const shadowed = (pack.gradings ?? []).flatMap(({ grades }, index) => {
    const lines = grades.map((line) => ({ line, condition: compileWhen(line.when, book), size: sizeOf(line.when) }))
    return lines.flatMap((each, nth) =>
      isShadowed(each, lines.slice(0, nth), pack, tries, book)
        ? [{ id: each.line.id, path: ['gradings', index, 'grades', nth] }]
        : [],
    )
  })
  const own = rulesOf(pack).flatMap(({ path, rule }) => {
    if ((rule.from ?? '') > (pack.until ?? '9999') || (rule.until ?? '9999') < pack.from)
      return [fault(path, rule.id, { zh: '它的日期在规则包的有效期之外', en: 'its days lie outside those of the pack' })]
    if (rule.when && neverHolds(pack, rule.when, tries, book))
      return [fault(path, rule.id, { zh: '它的条件不会同时成立', en: 'its conditions cannot hold together' })]
    return []
  })
  const said = new Set(own.map(({ path }) => path.join(' ')))
  const later = shadowed
    .filter(({ path }) => !said.has(path.join(' ')))
    .map(({ id, path }) => fault(path, id, { zh: '前面几行已经全部管到', en: 'the lines before it cover every case' }))
  return [...own, ...later]
}
