import { isDay } from '@wangdi/domain/day.ts'
import { getFact, readFacts, readRules } from '@wangdi/policy/engine/facts.ts'
import { giverOf } from '@wangdi/policy/engine/asks/givers.ts'
import { type Packs, readyAt } from '@wangdi/policy/engine/packs.ts'
import type { FactName, Facts } from '@wangdi/policy/vocabulary.ts'
import { whyNotPlaceCode } from '@wangdi/policy/place-code.ts'
import { WrongUsage } from './verb.ts'

/** Refuses rules of a response that no pack holds: an answer without them would not be the one that was asked for. */
function refuseUnknownRules(packs: Packs, { 'response.rules': rules }: Facts): void {
  for (const { pack, at } of readRules(String(rules ?? '')) ?? []) {
    if (readyAt(packs, pack, at)) continue
    const known = [...packs.byId.keys()].sort()
    throw new WrongUsage(
      known.includes(pack)
        ? `规则包 ${pack} 在 ${at} 这一天没有规则 · the pack ${pack} has no rules for ${at}`
        : `没有规则包 ${pack}，有的是 ${known.join('、')} · there is no pack ${pack}; there are ${known.join(', ')}`,
    )
  }
}

/** Facts from `--fact name=value`; an unknown name, value or pack is wrong usage, said in both languages. */
export function factsFrom(packs: Packs, given: readonly string[] | undefined): Facts {
  const pairs = (given ?? []).map((text) => {
    const at = text.indexOf('=')
    if (at < 1) throw new WrongUsage(`--fact is name=value, not ${text}`)
    return [text.slice(0, at).trim(), text.slice(at + 1).trim()] as const
  })
  const twice = pairs.find(([name], nth) => pairs.findIndex(([other]) => other === name) < nth)
  if (twice) throw new WrongUsage(`${twice[0]} 说了两次，只说一次 · the fact ${twice[0]} is given twice`)
  const { facts, problems } = readFacts(Object.fromEntries(pairs), packs.brought)
  const [first] = problems
  if (first) throw new WrongUsage(`${first.text.zh} · ${first.text.en}`)
  refuseUnknownRules(packs, facts)
  return facts
}

/** A day from an option; anything else is wrong usage. */
export function dayFrom(name: string, text: string | undefined): string {
  if (text === undefined || !isDay(text)) throw new WrongUsage(`--${name} is a day such as 2026-11-20`)
  return text
}

/**
 * A place code from an option, or nothing for the nation. Of a code no more than its form and its province is judged: below
 * that places are merged and renumbered, and a question may be about a day on which another number stood.
 */
export function placeFrom(text = ''): string {
  const why = whyNotPlaceCode(text)
  if (why) throw new WrongUsage(`--place: ${why.zh} · ${why.en}`)
  return text
}

/** Which facts an answer lacks, in words, and who can give each. */
export const asksOf = ({ brought }: Packs, missing: readonly FactName[]) =>
  missing.map((fact) => {
    const [words, who] = [getFact(fact, brought).words, giverOf(fact, brought)]
    return { fact, text: words.zh, text_en: words.en, who: who.zh, who_en: who.en }
  })

/** The same as lines for people. */
export const linesOfAsks = (packs: Packs, missing: readonly FactName[]): string[] =>
  asksOf(packs, missing).map(({ fact, text, who }) => `还缺 ${text}（${fact}）：${who}`)
