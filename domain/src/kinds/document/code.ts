import Type from 'typebox'
import type { PlaceCode } from '../../schema.ts'

// No letter or digit that is taken for another when it is read aloud or copied by hand: no 0, 1, I, O.
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

const write = (value: number, length: number): string =>
  length === 0 ? '' : write(Math.floor(value / signs.length), length - 1) + (signs[value % signs.length] ?? '')

/** As many random bytes as a code takes. */
export const codeBytes = 8

/** The code by which a paper is checked, as it is kept: four signs that name the county, eight drawn at random (40 bits). */
export function makeCode(county: PlaceCode, random: Uint8Array): string {
  if (!/^\d{6}$/.test(county) || random.length !== codeBytes) throw new RangeError('a code is of a county and eight bytes')
  return write(Number(county), 4) + [...random].map((byte) => signs[byte % signs.length] ?? '').join('')
}

/** The code as it is printed: 7KQ4-M2XD-9HTR. */
export const codeText = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** A code as somebody typed it, and the county it names; nothing where it can be none. Case, blanks and dashes do not count. */
export function readCode(typed: string): { readonly code: string; readonly county: PlaceCode } | undefined {
  const code = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  if (code.length !== 12 || [...code].some((sign) => !signs.includes(sign))) return undefined
  const county = [...code.slice(0, 4)].reduce((sum, sign) => sum * signs.length + signs.indexOf(sign), 0)
  return county > 999_999 ? undefined : { code, county: String(county).padStart(6, '0') }
}

/** The number of a paper of a series and a year: 金卫观〔2026〕412号. */
export const numberOf = (letters: string, year: number, serial: number): string => `${letters}〔${year}〕${serial}号`

/** What whoever checks a code is told: whether there is such a paper, what it is and of when; nothing of any person, nothing of what it says. */
export const CodeAnswer = Type.Union([
  Type.Object({ known: Type.Literal(false) }),
  Type.Object({
    known: Type.Literal(true),
    kind: Type.Enum(['observation', 'release']),
    issuer: Type.String(),
    on: Type.String({ description: 'the day it was issued' }),
    until: Type.String({ description: 'the last day of the term; of a release, the day of the release' }),
    state: Type.Enum(['holds', 'over', 'void']),
  }),
  Type.Object({
    known: Type.Literal(true),
    kind: Type.Literal('document'),
    words: Type.Object({ zh: Type.String(), en: Type.String() }),
    number: Type.String(),
    issuer: Type.String(),
    on: Type.String({ description: 'the day from which it holds' }),
    until: Type.Union([Type.String(), Type.Null()], { description: 'the last day on which it holds, where it has one' }),
    state: Type.Enum(['holds', 'over', 'replaced', 'void']),
  }),
])
