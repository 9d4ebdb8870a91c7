import { isDay } from '../day.ts'
import type { Day } from '../schema.ts'
import { whyNotLifeDay } from './plain/life-days.rules.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkCharacters = '10X98765432'

/** What may be wrong with a citizen identity number, in the order in which it is looked at. */
export type IdentityNumberFault = 'length' | 'checksum' | 'date'

/** The check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2); undefined when they are not 17 digits. */
export function checkCharacterOf(first17: string): string | undefined {
  if (!/^[0-9]{17}$/.test(first17)) return undefined
  let sum = 0
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * (weights[i] ?? 0)
  return checkCharacters[sum % 11]
}

/**
 * Why a plain number (document-number.ts) is not one of GB 11643-1999: length, then check character, then birth date (a day
 * that the calendar has; where today is given, one on which somebody alive was born). Area codes are not looked at: old and special codes exist.
 */
export function whyNotIdentityNumber(number: string, today?: Day): IdentityNumberFault | undefined {
  if (number.length !== 18) return 'length'
  if (checkCharacterOf(number.slice(0, 17)) !== number[17]) return 'checksum'
  const birth = birthIn(number)
  if (!isDay(birth) || birth < '1800' || (today !== undefined && whyNotLifeDay(birth, today))) return 'date'
  return undefined
}

const birthIn = (number: string): Day => `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`

/** The day of birth that a valid number carries (digits 7 to 14). */
export const birthOf = (number: string): Day => birthIn(number)

/** The sex that a valid number carries: digit 17 is odd for men (GB 11643-1999). */
export const sexOf = (number: string): 'male' | 'female' => (Number(number[16]) % 2 === 1 ? 'male' : 'female')

/** A document number as it may be shown: six characters, stars, the last four (`410199********461X`); short ones keep only two. */
export function maskDocumentNumber(number: string): string {
  if (number.length >= 15) return number.slice(0, 6) + '*'.repeat(number.length - 10) + number.slice(-4)
  return '*'.repeat(Math.max(0, number.length - 2)) + number.slice(-2)
}
