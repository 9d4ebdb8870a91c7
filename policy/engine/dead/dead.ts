import { type Facts, restrictions } from '../../vocabulary.ts'
import type { FactBook } from '../facts.ts'
import { bookFor } from '../own/book.ts'
import { liesWithin, meet } from '../day.ts'
import type { Fault } from '../pack/faults.ts'
import type { LimitRule, MeasureRule, Pack, When } from '../pack/schema.ts'
import { canBe, mostAsked, sizeOf, type Tries, type Values, valuesIn } from '../pack/values.ts'
import { type Condition, compileWhen } from '../when.ts'
import { deadTiers } from './tiers.ts'
import { cyclesOfFacts, factsNotGiven, gradingsUnread } from './facts.ts'

const groups = ['measures', 'limits', 'rights', 'terms', 'settings', 'gradings', 'turns'] as const

/** A pack that asks, forbids, grants, times, sets and grades nothing. */
function doesNothing(pack: Pack): Fault[] {
  if (groups.some((group) => (pack[group]?.length ?? 0) > 0) || Object.hasOwn(pack, 'lines')) return []
  const text = {
    zh: '这个规则包什么也不做：没有措施、禁止、权利、期限、设置，也没有分级',
    en: 'this pack does nothing: no measure, limit, right, term, setting or grading',
  }
  return [{ path: [], code: 'pack.does-nothing', text }]
}

/** How much may still be tried, and which facts the pack brings with their values. */
interface Asked {
  readonly tries: Tries
  readonly book: FactBook
}

/** Choices of a term that no day or no facts can bring about, and those that earlier ones always take the place of. */
function deadChoices(pack: Pack, asked: Asked): Fault[] {
  return (pack.terms ?? []).flatMap((term, index) => {
    const choices = (term.alternatives ?? []).map((choice) => ({ choice, condition: compileWhen(choice.when, asked.book) }))
    return choices.flatMap(({ choice, condition }, nth): Fault[] => {
      const path = ['terms', index, 'alternatives', nth]
      const fault = (zh: string, en: string): Fault[] => [
        {
          path,
          code: 'rule.unreachable',
          text: {
            zh: `${term.id} 的第 ${nth + 1} 种选法永远用不上：${zh}`,
            en: `choice ${nth + 1} of ${term.id} can never apply: ${en}`,
          },
        },
      ]
      if (!meet(choice, term) || !meet(choice, pack))
        return fault('它的日期在这条规则之外', 'its days lie outside those of its rule')
      if (!choice.when) return []
      const own = choice.when
      if (!canHold([own], asked, (facts) => condition.holds(facts) === 'yes'))
        return fault('它的条件不会同时成立', 'its conditions cannot hold together')
      const before = choices.slice(0, nth).filter((one) => one.choice.when && liesWithin(choice, one.choice))
      const whens = before.flatMap((one) => (one.choice.when ? [one.choice.when] : []))
      const left = (facts: Facts) =>
        condition.holds(facts) === 'yes' && before.every((one) => one.condition.holds(facts) !== 'yes')
      return before.length > 0 && !choice.free && !canHold([own, ...whens], asked, left)
        ? fault('前面几种选法已经全部管到', 'the choices before it cover every case')
        : []
    })
  })
}

function canHold(whens: readonly When[], { tries, book }: Asked, test: (facts: Facts) => boolean): boolean {
  const values = whens.reduce<Values>((known, when) => valuesIn(when, known, book), new Map())
  const size = whens.reduce((sum, when) => sum + sizeOf(when), 0)
  return canBe(values, tries, size, test)
}

type Ruled = Pick<MeasureRule, 'id' | 'text' | 'when' | 'from' | 'until'>

/** Rules that say the same as another of their pack, which holds whenever they do and asks at least as much. */
function shadowed(pack: Pack, asked: Asked): Fault[] {
  const strengths = ['may', 'should', 'must']
  const covering = (group: 'measures' | 'limits' | 'rights', one: Ruled, other: Ruled) => {
    if (group !== 'measures') return true
    const [own, wide] = [one as MeasureRule, other as MeasureRule]
    const asksAlike =
      JSON.stringify([own.how_often, own.allows, own.facilities]) ===
      JSON.stringify([wide.how_often, wide.allows, wide.facilities])
    return (
      asksAlike &&
      own.who.every((role) => wide.who.includes(role)) &&
      strengths.indexOf(wide.strength) >= strengths.indexOf(own.strength)
    )
  }
  return (['measures', 'limits', 'rights'] as const).flatMap((group) => {
    const rules: readonly Ruled[] = pack[group] ?? []
    const alike = new Map<string, Ruled[]>()
    for (const rule of rules) alike.set(rule.text.zh, [...(alike.get(rule.text.zh) ?? []), rule])
    return rules.flatMap((rule, index): Fault[] => {
      const same = alike.get(rule.text.zh) ?? []
      if (same.length < 2) return []
      const wider = same.find((other) => {
        if (other === rule || !covering(group, rule, other) || !liesWithin(rule, other)) return false
        const isEarlier = rules.indexOf(other) < index
        const [own, wide] = [compileWhen(rule.when, asked.book), compileWhen(other.when, asked.book)]
        const apart = canHold(
          [rule.when ?? {}, other.when ?? {}],
          asked,
          (facts) => own.holds(facts) === 'yes' && wide.holds(facts) !== 'yes',
        )
        // Of two that hold on the same days and facts the later one is named.
        return (
          !apart &&
          (isEarlier ||
            canHold(
              [rule.when ?? {}, other.when ?? {}],
              asked,
              (facts) => wide.holds(facts) === 'yes' && own.holds(facts) !== 'yes',
            ))
        )
      })
      if (!wider) return []
      const text = {
        zh: `${rule.id} 说的 ${wider.id} 已经说了，凡是它成立的时候那一条都成立`,
        en: `${rule.id} says what ${wider.id} says, which holds whenever it does`,
      }
      return [{ path: [group, index], code: 'rule.shadowed', text }]
    })
  })
}

/** The restrictions that a limit is against whatever a person judges. */
function restrictionsOf({ forbids = [], grounds }: LimitRule) {
  if (!grounds) return forbids
  if (grounds.finding !== 'beyond-tier') return []
  return grounds.of ?? Object.keys(restrictions).filter((kind) => !['observation', 'certificate', 'form'].includes(kind))
}

/** Limits that forbid what a measure of their own pack allows on the same days under the same facts, and do not name it. */
function forbidsOwn(pack: Pack, asked: Asked): Fault[] {
  const conditions = new Map<MeasureRule, Condition>()
  return (pack.limits ?? []).flatMap((limit, index): Fault[] => {
    const against: readonly string[] = restrictionsOf(limit)
    const own = compileWhen(limit.when, asked.book)
    const crossed = (pack.measures ?? []).find((measure) => {
      const isMeant = measure.allows?.some((kind) => against.includes(kind)) ?? false
      if (!isMeant || limit.yields_to?.includes(measure.id) || !meet(limit, measure)) return false
      const condition = conditions.get(measure) ?? compileWhen(measure.when, asked.book)
      conditions.set(measure, condition)
      return canHold(
        [limit.when ?? {}, measure.when ?? {}],
        asked,
        (facts) => own.holds(facts) === 'yes' && condition.holds(facts) === 'yes',
      )
    })
    if (!crossed) return []
    const text = {
      zh: `${limit.id} 禁止的，同一个包里的 ${crossed.id} 又允许。两条只留一条，或者在 yields_to 里写明让 ${crossed.id}`,
      en: `${limit.id} forbids what ${crossed.id} of the same pack allows; keep one, or name ${crossed.id} in yields_to`,
    }
    return [{ path: ['limits', index], code: 'limit.forbids-own', text }]
  })
}

/** Functions that a law, a grading or settings would open: only rules that an open response uses can. */
function opensAlone(pack: Pack): Fault[] {
  if (!pack.opens || !neverUsedBy('opens').includes(pack.is)) return []
  const text = {
    zh: '应急功能只有应急响应采用的规则能开放，法律、分级标准和设置不开放',
    en: 'only rules that a response uses open emergency functions; a law, a grading or settings open none',
  }
  return [{ path: ['opens'], code: 'opens.outside-response', text }]
}

/** Functions that terms, a grading or settings would close: nobody asks them which are. */
function closesAlone(pack: Pack): Fault[] {
  if (!pack.closes || !neverUsedBy('closes').includes(pack.is)) return []
  const text = {
    zh: '关闭应急功能要写在方案、补充文件或法律里，期限、分级标准和设置不关闭',
    en: 'a notice or a law closes emergency functions; terms, a grading or settings close none',
  }
  return [{ path: ['closes'], code: 'closes.not-asked', text }]
}

// Of which packs no plan asks what they open or close: a response uses none of these, the day none of those.
const neverUsedBy = (key: 'opens' | 'closes'): readonly Pack['is'][] =>
  key === 'opens' ? ['law', 'grading', 'settings'] : ['terms', 'grading', 'settings']

/**
 * Parts of a checked pack that never do anything, or do the contrary of each other: choices and tiers no day and no facts bring
 * about, facts nobody can give, facts made from themselves, rules that others stand before, limits against what the pack allows; and
 * a pack that does nothing at all.
 */
export function deadParts(pack: Pack): Fault[] {
  const asked: Asked = { tries: { left: mostAsked }, book: bookFor(pack, [pack]) }
  return [
    ...doesNothing(pack),
    ...opensAlone(pack),
    ...closesAlone(pack),
    ...deadTiers(pack),
    ...factsNotGiven(pack),
    ...gradingsUnread(pack),
    ...cyclesOfFacts(pack),
    ...deadChoices(pack, asked),
    ...shadowed(pack, asked),
    ...forbidsOwn(pack, asked),
  ]
}
