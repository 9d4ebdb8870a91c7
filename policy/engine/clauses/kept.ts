import type { Words } from '../../vocabulary.ts'
import type { DutyWord, Reading, ReadWhen } from './reading.ts'

/** How a rule says a condition that no fact of a place can tell; one of the signs must stand in each language. */
const saidAs = {
  able: [/有条件|条件允许|办得到/, /where (it|they|this) can|where possible/i],
  need: [/需要|急|非办不可/, /need|urgent|cannot (wait|do without)/i],
  ordered: [/依法|按|照|听|统一|根据/, /law|order|prescribe|arrange|laid down|lays? down|rule|asked by|situation/],
  guided: [/指导|同意|按疾控/, /guid|consent|CDC/i],
  until_over: [/解除/, /is over/],
  many_cases: [/病例较?多/, /cases are many/i],
  closed: [/封闭/, /closed/i],
  few_hands: [/人手|忙不过来|缺人/, /short of|overloaded/i],
  mass: [/大批|大规模/, /many/],
  principle: [/原则上/, /in principle/i],
  lead: [/牵头/, /lead/],
  not_lead: [/牵头/, /lead/],
} as const satisfies Partial<Record<keyof ReadWhen, readonly [RegExp, RegExp]>>

const holiday = [/过节|节日|节假|春节|过年/, /holiday|festival|New Year/] as const
const alsoAs: Partial<Record<DutyWord, readonly [RegExp, RegExp]>> = {
  应尽量: [/尽量|少/, /as far as|where possible|few/i],
  可: [/可|能/, /may|can/],
}

/** Conditions and softer words of a clause that the text of a rule does not say. */
export function unsaidIn(text: Words, { when = {}, also = [] }: Reading): string[] {
  const signs: readonly (readonly [string, readonly [RegExp, RegExp]])[] = [
    ...Object.entries(saidAs).filter(([name]) => name in when),
    ...(when.season === 'holiday' ? [['holiday', holiday] as const] : []),
    ...also.flatMap((word) => (alsoAs[word] ? [[word, alsoAs[word]] as const] : [])),
  ]
  return signs.filter(([, [zh, en]]) => !zh.test(text.zh) || !en.test(text.en)).map(([name]) => name)
}

const outbreaks = {
  no: { level: ['low', 'none'], 'community.class': ['no-case', 'none'] },
  yes: { any: [{ level: ['high', 'medium'] }, { 'community.class': ['cases', 'transmission'] }] },
} as const
const seasons = {
  'winter-spring': { season: ['spring', 'winter'] },
  spring: { season: ['spring'] },
  festival: { festival: ['yes'] },
  holiday: {},
} as const

const tiers = ['low', 'medium', 'high'] as const
const tiersOf = ({ tier = [], carried_up }: ReadWhen) =>
  carried_up ? tiers.slice(Math.min(...tier.map((each) => tiers.indexOf(each)))) : tier

/** The conditions on facts that a rule may have to keep those of the clause; several where the clause names several kinds of place. */
export function conditionsOf({ when = {} }: Reading): string[] {
  const { level, response, kind, election, elder_care, outbreak, season, mark } = when
  const plain: Record<string, unknown> = {
    ...(when.tier && { tier: tiersOf(when) }),
    ...(level && { level }),
    ...(response && { response }),
    ...(kind && { 'community.kind': kind }),
    ...(election && { 'election.under-way': election }),
    ...(elder_care && { 'elder-care.site': elder_care }),
    ...(outbreak && outbreaks[outbreak]),
    ...(season && seasons[season]),
  }
  return mark ? mark.map((each) => writeWhen({ ...plain, [`place.${each}`]: 'yes' })) : [writeWhen(plain)]
}

/** A condition as one text, whatever the order in which it is written. */
export function writeWhen(when: unknown): string {
  if (Array.isArray(when)) return `[${when.map(writeWhen).sort().join()}]`
  if (typeof when !== 'object' || when === null) return String(when)
  const parts = Object.entries(when).map(([name, wanted]) => `${name}:${writeWhen(isLone(wanted) ? [wanted] : wanted)}`)
  return `{${parts.sort().join(';')}}`
}

const isLone = (wanted: unknown) => typeof wanted === 'string' || typeof wanted === 'number'
