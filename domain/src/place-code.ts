import type { PlaceCode } from './schema.ts'

/** Levels of the division tree by the length of their code. */
export const levelByLength = { 0: 'nation', 2: 'province', 4: 'city', 6: 'county', 9: 'street', 12: 'community' } as const
export type PlaceLevel = (typeof levelByLength)[keyof typeof levelByLength]

/** The level of a place code; an unknown length is a fault of the caller. */
export function levelOf(code: PlaceCode): PlaceLevel {
  const level = levelByLength[code.length as keyof typeof levelByLength]
  if (!level) throw new RangeError(`not a place code: ${code.length} digits`)
  return level
}

/** The county (six digits) of a street or community code. */
export const countyOf = (code: PlaceCode): PlaceCode => code.slice(0, 6)

/** Whether a place lies in another or is the same. */
export const isWithin = (place: PlaceCode, area: PlaceCode): boolean => place.startsWith(area)

/** The code of the next level up; the nation's parent is the nation. */
export function parentOf(code: PlaceCode): PlaceCode {
  const lengths = [0, 2, 4, 6, 9, 12]
  return code.slice(0, lengths[Math.max(0, lengths.indexOf(code.length) - 1)])
}

/** A place and all above it, nation first. */
export function ancestryOf(code: PlaceCode): PlaceCode[] {
  return [0, 2, 4, 6, 9, 12].filter((n) => n <= code.length).map((n) => code.slice(0, n))
}
