import type { Finding } from '../answer.ts'
import { type LineOf, rulesOf } from '../pack/located.ts'
import type { Pack } from '../pack/schema.ts'

/** A place of the list: its code and its name. */
export interface NamedPlace {
  readonly code: string
  readonly name: string
}

/** Of some codes those that the list of places lacks, each with the nearest that it has; what a server or a command line knows. */
export type LookUpPlaces = (codes: readonly string[]) => ReadonlyMap<string, readonly NamedPlace[]>

interface Placed {
  readonly path: (string | number)[]
  readonly code: string
}

const placesIn = (pack: Pack): Placed[] => [
  ...(pack.place === '' ? [] : [{ path: ['place'], code: pack.place }]),
  ...rulesOf(pack).flatMap(({ path, rule }) =>
    (rule.place ?? []).map((code, nth): Placed => ({ path: [...path, 'place', nth], code })),
  ),
]

/** Places of a pack that the list of places does not have: its rules would reach nobody, or other people than meant. */
export function placesNotListed(
  { file, pack, lineOf }: { file: string; pack: Pack; lineOf?: LineOf | undefined },
  lookUp: LookUpPlaces,
): Finding[] {
  const all = placesIn(pack)
  const lost = all.length === 0 ? new Map<string, readonly NamedPlace[]>() : lookUp([...new Set(all.map(({ code }) => code))])
  return all.flatMap(({ path, code }): Finding[] => {
    const near = lost.get(code)
    if (!near) return []
    const line = lineOf?.(path)
    const [zh, en] = [
      near.map((one) => `${one.code} ${one.name}`).join('、'),
      near.map((one) => `${one.code} ${one.name}`).join(', '),
    ]
    const text = {
      zh: `地区名录里没有 ${code}${zh ? `，相近的有 ${zh}` : ''}`,
      en: `the list of places has no ${code}${en ? `; the nearest are ${en}` : ''}`,
    }
    return [{ file, code: 'place.not-listed', text, ...(line !== undefined && { line }) }]
  })
}

const digitsApart = (a: string, b: string) => [...a].filter((digit, nth) => digit !== b[nth]).length

/** How many of the nearest places are named, and for how many codes. */
const mostNear = 3
const mostSought = 20

/** Looks codes up in a list that is walked through; the nearest are those of the same level and province whose codes differ in fewest digits. */
export function lookUpIn(places: () => Iterable<NamedPlace>): LookUpPlaces {
  return (codes) => {
    const missing = new Set(codes.filter((code) => code !== ''))
    for (const { code } of places()) missing.delete(code)
    const near = new Map([...missing].map((code): [string, NamedPlace[]] => [code, []]))
    const sought = [...near].slice(0, mostSought)
    if (sought.length === 0) return near
    for (const { code, name } of places())
      for (const [wanted, found] of sought)
        if (wanted.length === code.length && wanted.startsWith(code.slice(0, 2)) && digitsApart(wanted, code) <= 2)
          found.push({ code, name })
    for (const [wanted, found] of sought) {
      const nearest = found.sort((a, b) => digitsApart(a.code, wanted) - digitsApart(b.code, wanted)).slice(0, mostNear)
      near.set(wanted, nearest)
    }
    return near
  }
}
