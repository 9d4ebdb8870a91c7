import { entryLines, readInParts, TooLong } from '../parts.ts'
import type { Path } from './nodes.ts'

/** An entry of a list at the root of a text, with those beside it: from where to where they stand, and the path within them alone. */
export interface Near {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly path: Path
}

/** Where lines of a text begin; the end of the text for one that it does not have. */
function startsOf(text: string, lines: readonly number[]): number[] {
  let [line, at] = [1, 0]
  return lines.map((wanted) => {
    while (line < wanted && at < text.length) {
      const end = text.indexOf('\n', at)
      at = end < 0 ? text.length : end + 1
      line += 1
    }
    return at
  })
}

function linesAround(text: string, key: string, nth: number): { first: number; from: number; to: number } | undefined {
  const entries = entryLines(text, key)
  // A list of few entries is read whole: what becomes of it when the last one goes is seen there.
  if (!entries || entries.begins.length < 4 || nth > entries.begins.length) return undefined
  const { begins, end } = entries
  const first = Math.max(0, Math.min(nth, begins.length - 1) - 1)
  const from = begins[first]
  const to = begins[nth + 2] ?? end ?? Number.POSITIVE_INFINITY
  return from === undefined ? undefined : { first, from, to }
}

/**
 * What of a text has to be read to change something in an entry of a list, or to add one at its end; nothing where it is no such
 * place, or where the text cannot be read part by part.
 */
export function entryWithNeighbours(text: string, path: Path): Near | undefined {
  const [key, nth, ...rest] = path
  if (typeof key !== 'string' || typeof nth !== 'number') return undefined
  try {
    const read = readInParts(text)
    const around = read && !('why' in read) ? linesAround(text, key, nth) : undefined
    if (!around) return undefined
    const [start = 0, end = text.length] = startsOf(text, [around.from, around.to])
    return { key, start, end, path: [key, nth - around.first, ...rest] }
  } catch (error) {
    if (error instanceof TooLong) return undefined
    throw error
  }
}
