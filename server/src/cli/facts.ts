import { isDay } from '@wangdi/domain/day.ts'
import { readFacts } from '@wangdi/policy/engine/facts.ts'
import type { Facts } from '@wangdi/policy/vocabulary.ts'
import { WrongUsage } from './verb.ts'

/** Facts from `--fact name=value`; an unknown name or value is wrong usage, said in both languages. */
export function factsFrom(given: readonly string[] | undefined): Facts {
  const pairs = (given ?? []).map((text) => {
    const at = text.indexOf('=')
    if (at < 1) throw new WrongUsage(`--fact is name=value, not ${text}`)
    return [text.slice(0, at).trim(), text.slice(at + 1).trim()] as const
  })
  const { facts, problems } = readFacts(Object.fromEntries(pairs))
  const [first] = problems
  if (first) throw new WrongUsage(`${first.text.zh} · ${first.text.en}`)
  return facts
}

/** A day from an option; anything else is wrong usage. */
export function dayFrom(name: string, text: string | undefined): string {
  if (text === undefined || !isDay(text)) throw new WrongUsage(`--${name} is a day such as 2026-11-20`)
  return text
}

/** A place code from an option: 2, 4, 6, 9 or 12 digits, or nothing for the nation. */
export function placeFrom(text: string | undefined): string {
  if (text !== undefined && !/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$/.test(text))
    throw new WrongUsage('--place is a code of 2, 4, 6, 9 or 12 digits')
  return text ?? ''
}
