import { maskNumbers } from '../../people/mask-numbers.ts'
import { maskPhone, plainPhone } from '../../people/phone.ts'
import type { Cell } from '../../sheet.ts'
import type { Field } from '../fields.ts'
import type { Common } from '../kind.ts'
import type { Named } from '../pointing/pointers.ts'
import { wordsOfValue } from '../said-in-words.ts'

/** The language in which paper and files are written. */
export type Language = 'zh' | 'en'

/** Whether a kind keeps data of people: what is written by hand there may hold numbers, and its phones are somebody's. */
export const isOfPeople = ({ handling: { sensitivity } }: Pick<Common, 'handling'>): boolean =>
  sensitivity.some((one) => one !== 'place' && one !== 'figure')

const unitsOf = ({ values = {} }: Field) => Object.values(values)

/** The head of a column of a field: its words, and its unit where there is only one. */
export function headOf(field: Field, language: Language): string {
  const { type, words } = field
  const [unit, another] = unitsOf(field)
  if (type === 'amount' && unit && !another) return language === 'zh' ? `${words.zh}（${unit.zh}）` : `${words.en} (${unit.en})`
  if (type === 'money') return language === 'zh' ? `${words.zh}（元）` : `${words.en} (CNY)`
  return words[language]
}

/**
 * A value as a cell of a list that leaves the house: numbers as numbers, all else as words; undefined where nothing was said. Phones and
 * numbers in the text of kinds that keep data of people are masked. What points is told by `names`.
 */
export function cellOf(field: Field, value: unknown, language: Language, masked: boolean, names: Named = {}): Cell {
  if (value === undefined || value === null) return undefined
  if (field.type === 'count') return Number(value)
  if (field.type === 'money') return Number(value) / 100
  if (field.type === 'amount' && unitsOf(field).length === 1) return (value as { n: number }).n
  if (field.type === 'phone') return masked ? maskPhone(plainPhone(String(value))) : String(value)
  const text = wordsOfValue(field, value, names)?.[language] ?? ''
  return masked && (field.type === 'text' || field.type === 'words' || field.type === 'rows') ? maskNumbers(text) : text
}
