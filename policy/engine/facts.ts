import { type FactName, type Facts, type FactValue, facts as vocabulary, type FactWords, type Words } from '../vocabulary.ts'
import { isDay } from './day.ts'
import { readChosen } from './settings/chosen.ts'

export interface FactProblem {
  fact: string
  text: Words
}

/** Whether a name is one that the vocabulary knows. */
export const isFact = (name: string): name is FactName => Object.hasOwn(vocabulary, name)

/** The vocabulary's line about a fact: what it is about, its values, its words. */
export const getFact = (name: FactName): FactWords => vocabulary[name]

/** Why a value may not stand for a fact; nothing when it may. */
export function whyNotValue(name: FactName, value: unknown): Words | undefined {
  const { values } = getFact(name)
  if (values === 'number') {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1e9) return undefined
    return { zh: `${name} 要填 0 或正整数`, en: `${name} takes a whole number from 0` }
  }
  if (values === 'rules') {
    if (typeof value === 'string' && readRules(value) !== undefined) return undefined
    return { zh: `${name} 要写成 规则包@日期，多个用逗号隔开`, en: `${name} is written pack@date, several with commas` }
  }
  if (values === 'settings') {
    if (typeof value === 'string' && readChosen(value) !== undefined) return undefined
    return { zh: `${name} 要写成 名称=数字，多个用逗号隔开`, en: `${name} is written name=number, several with commas` }
  }
  if (typeof value === 'string' && values.includes(value)) return undefined
  return { zh: `${name} 只能是 ${values.join('、')}`, en: `${name} is one of ${values.join(', ')}` }
}

/** Facts from texts such as a command line or a form gives; what cannot be read comes back as problems. */
export function readFacts(raw: Readonly<Record<string, unknown>>): { facts: Facts; problems: FactProblem[] } {
  const facts: Partial<Record<FactName, FactValue>> = {}
  const problems: FactProblem[] = []
  for (const [name, text] of Object.entries(raw)) {
    if (text === undefined || text === null || text === '') continue
    if (!isFact(name) || getFact(name).about === 'derived') {
      problems.push({ fact: name, text: { zh: `没有“${name}”这一项`, en: `there is no fact ${name}` } })
      continue
    }
    const value = getFact(name).values === 'number' && typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text
    const problem = whyNotValue(name, value)
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
