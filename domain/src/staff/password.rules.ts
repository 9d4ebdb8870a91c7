import type { Problem } from '../problem.ts'
import { problems } from './sign-in.problems.ts'

/** The least number of characters of a password. */
export const passwordLeast = 10

// The most used ones of ten characters and more, and what people here would type first; compared without case.
const known = new Set([
  '1234567890',
  '0123456789',
  '0987654321',
  '1111111111',
  '0000000000',
  '8888888888',
  '6666666666',
  '1234512345',
  '1122334455',
  '1q2w3e4r5t',
  'qwertyuiop',
  'asdfghjkl;',
  'qwerty1234',
  'qwerty12345',
  '1qaz2wsx3edc',
  'password12',
  'password123',
  'password1234',
  'passw0rd123',
  'p@ssw0rd123',
  'admin12345',
  'admin123456',
  'administrator',
  'abc1234567',
  'abcd123456',
  'a123456789',
  'aa12345678',
  'zxcvbnm123',
  'woaini1314',
  'woaini1314520',
  '5201314520',
  '1314520520',
  'iloveyou123',
  'wangdi1234',
  'wangdi12345',
  'wangge1234',
  'shequ12345',
  'shequ123456',
])

const plain = (text: string) => text.toLowerCase().trim()

/** Why a password may not be used: too short, the login name, one repeated character, or among the best-known ones. */
export function whyNotPassword(password: string, login: string): Problem | undefined {
  if ([...password].length < passwordLeast) return problems.passwordShort({ least: passwordLeast })
  const text = plain(password)
  const name = plain(login)
  const repeated = new Set(text).size < 3
  const aroundName = name.length >= 3 && text.replaceAll(name, '').length < 4
  return repeated || aroundName || known.has(text) ? problems.passwordKnown({}) : undefined
}

// Without characters that look alike on paper: 0 O o 1 l I.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A one-time password of three groups of four, from at least 12 random bytes: 59 bits, read out easily. */
export function oneTimePassword(random: Uint8Array): string {
  if (random.length < 12) throw new RangeError('a one-time password needs 12 random bytes')
  const signs = [...random.slice(0, 12)].map((byte) => letters[byte % letters.length] ?? 'a')
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8, 12)].map((group) => group.join('')).join('-')
}
