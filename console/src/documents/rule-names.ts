import { listVersions } from '@wangdi/domain/documents/packs.api.ts'
import { rulesWords } from '@wangdi/domain/documents/packs.rules.ts'
import { readRules } from '@wangdi/policy/engine/facts.ts'
import type { Subject } from '@wangdi/policy/vocabulary.ts'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../shell/call.ts'
import { useSaying } from '../shell/say.ts'

/** Rules as they are written for machines, `pack@day` with commas, by the titles of the packs; an unknown pack keeps its id. */
export function useRuleNames(place: string): (rules: string) => string[] {
  const say = useSaying()
  const packs = useQuery(ask(listVersions, { place })).data?.packs ?? []
  // `terms` is the short name of the nation's terms.
  const titles = new Map(
    packs.flatMap(({ pack, is, title }) => [[pack, title], ...(is === 'terms' ? [['terms', title] as const] : [])]),
  )
  return (rules) =>
    (readRules(rules) ?? []).map(({ pack, at }) => say(rulesWords(titles.get(pack) ?? { zh: pack, en: pack }, at)))
}

const canBeNamed = ['regime', 'adds', 'terms'] as const

/**
 * What a response about a subject can name: every version of a regime, of rules that add to one and of terms, newest first, and these.
 * `subjects` are those about which there is a regime or rules that add to one.
 */
export function useNameableRules(place: string, subject: Subject | undefined, these: readonly string[]) {
  const named = useRuleNames(place)
  const packs = useQuery(ask(listVersions, { place })).data?.packs ?? []
  const held = packs.filter(({ is, state }) => (canBeNamed as readonly string[]).includes(is) && state !== 'overtaken')
  const ofSubject = held.filter((pack) => pack.subject === subject)
  const rules = [...new Set([...these, ...ofSubject.map(({ pack, from }) => `${pack}@${from}`)])]
  const about = new Set(held.flatMap((pack) => (pack.is !== 'terms' && pack.subject ? [pack.subject] : [])))
  const now = ofSubject.filter(({ state }) => state === 'in-force').map(({ pack, from }) => `${pack}@${from}`)
  return { rules: rules.map((value) => ({ value, label: named(value).join('') || value })), subjects: [...about], now }
}
