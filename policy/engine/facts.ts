import {
  type FactName,
  type Facts,
  type FactValue,
  type ToldFacts,
  facts as vocabulary,
  type FactWords,
  type HouseFact,
  type Words,
} from '../vocabulary.ts'
import { isDay } from './day.ts'
import { readChosen } from './settings/chosen.ts'

export interface FactProblem {
  fact: string
  text: Words
}

/** What packs add to the vocabulary of the house, by name; of `tier` what the tiers of one notice are. */
export type FactBook = Readonly<Partial<Record<FactName, FactWords>>>
const noBook: FactBook = {}

/** Whether a name is one that the vocabulary of the house knows, or the packs that are asked. */
export const isFact = (name: string, own: FactBook = noBook): name is FactName =>
  Object.hasOwn(vocabulary, name) || Object.hasOwn(own, name)

/** The vocabulary's line about a fact: what it is about, its values, its words. A name that no pack at hand brings stands for itself. */
export const getFact = (name: FactName, own: FactBook = noBook): FactWords =>
  own[name] ??
  (Object.hasOwn(vocabulary, name)
    ? vocabulary[name as HouseFact]
    : { about: 'derived', values: [], words: { zh: name, en: name } })

const between = ({ least = 0, most = 999_999_999 }: FactWords) =>
  least === 0 && most === 999_999_999 ? { zh: '0 或正整数', en: 'a whole number from 0' } : sayBounds(least, most)
const sayBounds = (least: number, most: number) => ({
  zh: `${least} 到 ${most} 的整数`,
  en: `a whole number from ${least} to ${most}`,
})

/** Why a value may not stand for a fact; nothing when it may. */
export function whyNotValue(name: FactName, value: unknown, own: FactBook = noBook): Words | undefined {
  const fact = getFact(name, own)
  const { values, least = 0, most = 999_999_999 } = fact
  // A fact of the house is said by its name, as packs write it; one of a pack by its words, as people know it.
  const said = Object.hasOwn(own, name) ? fact.words : { zh: name, en: name }
  if (values === 'number') {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return undefined
    const { zh, en } = between(fact)
    return { zh: `${said.zh} 要填 ${zh}`, en: `${said.en} takes ${en}` }
  }
  if (values === 'day') {
    if (typeof value === 'string' && isDay(value)) return undefined
    return { zh: `${said.zh} 要写成日期，例如 2026-08-01`, en: `${said.en} takes a day such as 2026-08-01` }
  }
  if (values === 'rules') {
    if (typeof value === 'string' && readRules(value) !== undefined) return undefined
    return { zh: `${said.zh} 要写成 规则包@日期，多个用逗号隔开`, en: `${said.en} is written pack@date, several with commas` }
  }
  if (values === 'settings') {
    if (typeof value === 'string' && readChosen(value) !== undefined) return undefined
    return { zh: `${name} 要写成 名称=数字，多个用逗号隔开`, en: `${name} is written name=number, several with commas` }
  }
  if (typeof value === 'string' && values.includes(value)) return undefined
  return { zh: `${said.zh} 只能是 ${values.join('、')}`, en: `${said.en} is one of ${values.join(', ')}` }
}

/** Facts from texts such as a command line or a form gives; what cannot be read comes back as problems. */
export function readFacts(
  raw: Readonly<Record<string, unknown>>,
  own: FactBook = noBook,
): { facts: Facts; problems: FactProblem[] } {
  const facts: ToldFacts = {}
  const problems: FactProblem[] = []
  for (const [name, text] of Object.entries(raw)) {
    if (text === undefined || text === null || text === '') continue
    if (!isFact(name, own) || getFact(name, own).about === 'derived') {
      problems.push({ fact: name, text: { zh: `没有“${name}”这一项`, en: `there is no fact ${name}` } })
      continue
    }
    const value = getFact(name, own).values === 'number' && typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text
    const problem = whyNotValue(name, value, own)
    if (problem) problems.push({ fact: name, text: problem })
    else facts[name] = value as FactValue
  }
  return { facts, problems }
}

/** The packs and days that `response.rules` names (`precision-2020@2020-05-01,terms@2022-07-15`); undefined if unreadable. */
export function readRules(text: string): { pack: string; at: string }[] | undefined {
  const named = text.split(',').map((part) => {
    const [pack = '', at = '', ...rest] = part.trim().split('@')
    return /^[a-z0-9][a-z0-9.-]*$/.test(pack) && isDay(at) && rest.length === 0 ? { pack, at } : undefined
  })
  return named.every((each) => each !== undefined) ? named : undefined
}
