import type { Words } from '../../../vocabulary.ts'

/** So many names are offered in place of one that nobody knows. */
const mostNear = 5
/** Longer names than any there is are compared by their beginning. */
const longest = 40

/** In how many signs two words differ: one more, one less, another, or two that stand the wrong way round. */
function signsApart(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, nth) => nth)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1]
      const isTurned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const turned = isTurned ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1), turned))
    }
    before = row
    row = next
  }
  return row.at(-1) ?? 0
}

const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

// Nought is the same, one has nothing in common. A part of a name is near it: “facilities” and “places.facilities”.
function farFrom(given: string, name: string): number {
  const apart = signsApart(given, name) / Math.max(given.length, name.length, 1)
  const parts =
    given.length < 3
      ? []
      : name.split(/[./-]/).map((part) => 0.2 + signsApart(given, part) / Math.max(given.length, part.length, 1))
  return Math.min(apart, ...parts)
}

function farFromWords(given: string, words: Words | undefined): number {
  const signs = new Set(words?.zh ?? '')
  const own = [...given].filter((sign) => isChinese(sign))
  return own.length === 0 ? 1 : 1 - own.filter((sign) => signs.has(sign)).length / own.length
}

/**
 * Of some names those nearest to what was written, nearest first, at most five: by their letters, or by their Chinese words where
 * Chinese was written. None where nothing is near.
 */
export function nearestOf(given: string, names: readonly string[], wordsOf: (name: string) => Words | undefined): string[] {
  const written = given.slice(0, longest).toLowerCase()
  const far = (name: string) => (isChinese(written) ? farFromWords(written, wordsOf(name)) : farFrom(written, name.toLowerCase()))
  return names
    .map((name) => ({ name, far: far(name) }))
    .filter((each) => each.far <= 0.5)
    .sort((a, b) => a.far - b.far)
    .slice(0, mostNear)
    .map(({ name }) => name)
}

/** The first of some names, where none is near to what was written. */
export const someOf = (names: readonly string[]): string[] => names.slice(0, mostNear)
