import type { Finding } from '../answer.ts'
import { meet } from '../day.ts'
import { type LineOf, lineOfRule } from '../pack/located.ts'
import type { Pack, TermRule } from '../pack/schema.ts'
import { subjectOf } from '../packs.ts'
import { plainDemands } from '../when.ts'

interface Read {
  file: string
  pack: Pack
  lineOf?: LineOf | undefined
}

const isApart = (a: TermRule, b: TermRule) => {
  const other = plainDemands(b.when)
  return [...plainDemands(a.when)].some(([fact, values]) => other.get(fact)?.every((value) => !values.includes(value)) ?? false)
}
const sameKinds = (a: TermRule, b: TermRule) =>
  a.kinds.includes('everybody') || b.kinds.includes('everybody') ? a.kinds : a.kinds.filter((kind) => b.kinds.includes(kind))
const widthOf = (pack: Pack, { place }: TermRule) => (place ?? [pack.place]).map((code) => code.length)

// Rules of a narrower place go before wider ones and are compared with them elsewhere.
function samePlace(a: readonly [Pack, TermRule], b: readonly [Pack, TermRule]): boolean {
  const [one, other] = [a[1].place ?? [a[0].place], b[1].place ?? [b[0].place]]
  return one.some((code) => other.includes(code)) && widthOf(...a).join() === widthOf(...b).join()
}

/** Terms of a pack that cover somebody for whom another pack in force has a term on the same days. */
export function overlappingTerms({ file, pack, lineOf }: Read, others: readonly Pack[]): Finding[] {
  const beside = others.filter(
    (other) => other.id !== pack.id && other.terms && subjectOf(other) === subjectOf(pack) && meet(other, pack),
  )
  return (pack.terms ?? []).flatMap((rule) =>
    beside.flatMap((other) =>
      (other.terms ?? []).flatMap((wide): Finding[] => {
        const days = { from: max(wide.from, other.from), until: min(wide.until, other.until) }
        const kinds = sameKinds(rule, wide)
        const isClear = kinds.length === 0 || !meet(rule, days) || !samePlace([pack, rule], [other, wide]) || isApart(rule, wide)
        if (isClear) return []
        const text = {
          zh: `${rule.id} 和 ${other.id} 的 ${wide.id} 有几天同时管 ${kinds.join('、')}`,
          en: `${rule.id} and ${wide.id} of ${other.id} both cover ${kinds.join(', ')} on some days`,
        }
        return [{ file, ...lineOfRule({ pack, lineOf }, rule.id), rule: rule.id, code: 'date.overlap', text }]
      }),
    ),
  )
}
const max = (a: string, b: string) => (a > b ? a : b)
const min = (a: string | undefined, b: string | undefined) => (a !== undefined && (b === undefined || a < b) ? a : b)

/** Tiers of a regime that a wider regime about the same has already: those of the wider one are used. */
export function unusedTiers({ file, pack, lineOf }: Read, others: readonly Pack[]): Finding[] {
  if (pack.is !== 'regime' || !pack.tiers) return []
  const wider = others.find(
    (other) =>
      other.is === 'regime' &&
      other.tiers &&
      subjectOf(other) === subjectOf(pack) &&
      other.place.length < pack.place.length &&
      pack.place.startsWith(other.place) &&
      meet(other, pack) &&
      (other.until ?? '9999') >= (pack.until ?? '9999'),
  )
  if (!wider) return []
  const line = lineOf?.(['tiers'])
  const text = {
    zh: `这些档次永远用不上：上级的 ${wider.id} 已经分了档`,
    en: `these tiers can never apply: ${wider.id} of a wider place has its own`,
  }
  return [{ file, code: 'tier.unreachable', text, ...(line !== undefined && { line }) }]
}

/** Measures that a limit names and no pack has. */
export function unknownYields({ file, pack, lineOf }: Read, others: readonly Pack[]): Finding[] {
  const known = new Set([pack, ...others].flatMap(({ measures = [] }) => measures.map(({ id }) => id)))
  return (pack.limits ?? []).flatMap((limit) =>
    (limit.yields_to ?? [])
      .filter((id) => !known.has(id))
      .map((id): Finding => {
        const text = { zh: `yields_to 里的 ${id} 不是哪一条措施`, en: `${id} in yields_to is no measure` }
        return { file, ...lineOfRule({ pack, lineOf }, limit.id), rule: limit.id, code: 'id.unknown', text }
      }),
  )
}
