import type { FactName, Facts, Words } from '../vocabulary.ts'
import type { Day } from './day.ts'
import { readRules } from './facts.ts'
import { isInForce, type Packs, readyAt, type ReadyPack } from './packs.ts'

/** Which packs answer a question, each read at its day, and why. */
export interface RuleSet {
  /** The regime, further notices and laws whose measures and limits apply. */
  used: readonly { ready: ReadyPack; at: Day }[]
  regime: ReadyPack | undefined
  regime_at: Day
  /** The day whose terms apply. */
  terms_at: Day
  /** Whether an open response named these rules, or they are simply those of the day. */
  by: 'response' | 'day'
  named: readonly ReadyPack[]
  why: Words
  missing: readonly FactName[]
}

/** Whether a response is open; without any record of one, none is, and naming rules implies that it is. */
export const isOpen = (facts: Facts) =>
  facts.response === 'open' || (facts.response === undefined && facts['response.rules'] !== undefined)

function findRegime(packs: Packs, place: string, day: Day): ReadyPack | undefined {
  return packs.all.filter(({ pack }) => pack.is === 'regime' && isInForce(pack, place, day)).at(-1)
}

function beside(packs: Packs, place: string, rulesOf: Day, day: Day, named: readonly string[]) {
  const adding = packs.all.filter(({ pack }) => pack.is === 'adds' && !named.includes(pack.id))
  const brought = new Set(adding.filter(({ pack }) => isInForce(pack, place, rulesOf)).map(({ pack }) => pack.id))
  return packs.all.flatMap((ready) => {
    const { pack } = ready
    if (named.includes(pack.id)) return []
    if (pack.is === 'adds' && isInForce(pack, place, rulesOf)) return [{ ready, at: rulesOf }]
    // A notice issued since, such as one against another disease, also reaches those whose response brought older rules back.
    if (pack.is === 'adds' && !brought.has(pack.id) && isInForce(pack, place, day)) return [{ ready, at: day }]
    // A law binds whoever acts on the asked day, whichever rules a response brings back.
    if (pack.is === 'law' && isInForce(pack, place, day)) return [{ ready, at: day }]
    return []
  })
}

/** The rules in force on the day; where an open response names packs with days, those instead. */
export function ruleSetFor(packs: Packs, facts: Facts, place: string, day: Day): RuleSet {
  const today = findRegime(packs, place, day)
  const named = isOpen(facts) ? (readRules(String(facts['response.rules'] ?? '')) ?? []) : []
  const known = named.flatMap(({ pack, at }) => {
    const ready = readyAt(packs, pack, at)
    return ready && place.startsWith(ready.pack.place) ? [{ ready, at, pack }] : []
  })
  const lost = named.filter(({ pack, at }) => !known.some((each) => each.pack === pack && each.at === at))
  const terms = known.find(({ ready }) => ready.pack.is === 'terms')
  const plan = known.filter(({ ready }) => ready.pack.is === 'regime' || ready.pack.is === 'adds')
  const lead = plan.find(({ ready }) => ready.pack.is === 'regime')
  if (known.length === 0) {
    const asks =
      isOpen(facts) &&
      (named.length > 0 || !packs.all.some(({ pack }) => pack.opens && isInForce(pack, place, day) && pack.is === 'regime'))
    return {
      used: [...(today ? [{ ready: today, at: day }] : []), ...beside(packs, place, day, day, [])],
      regime: today,
      regime_at: day,
      terms_at: day,
      by: 'day',
      named: [],
      why: asks
        ? { zh: '响应还没写明用哪套规则，先按当天的规则', en: 'the response names no rules we hold; the rules of the day apply' }
        : { zh: '按当天有效的规则', en: 'the rules in force on the day' },
      missing: asks ? ['response.rules'] : [],
    }
  }
  const regime = lead?.ready ?? today
  const regimeAt = lead?.at ?? day
  return {
    used: [
      ...(lead ? [] : today ? [{ ready: today, at: day }] : []),
      ...plan,
      ...beside(
        packs,
        place,
        regimeAt,
        day,
        plan.map(({ ready }) => ready.pack.id),
      ),
    ],
    regime,
    regime_at: regimeAt,
    terms_at: terms?.at ?? regimeAt,
    by: 'response',
    named: known.map(({ ready }) => ready),
    why: {
      zh: `应急响应写明：${known.map(({ ready, at }) => `${ready.pack.title.zh}（${at}）`).join('、')}`,
      en: `named by the response: ${known.map(({ ready, at }) => `${ready.pack.title.en} (${at})`).join(', ')}`,
    },
    missing: lost.length > 0 ? ['response.rules'] : [],
  }
}
