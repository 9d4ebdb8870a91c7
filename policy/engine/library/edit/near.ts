import { type KeyLines, linesOfKey, readInParts, TooLong } from '../parts.ts'
import type { Path } from './nodes.ts'

/** What of a text is read for a change: from where to where it stands, what has to stand before it, and the path within it alone. */
export interface Near {
  readonly head: string
  readonly start: number
  readonly end: number
  readonly path: Path
}

/** What stands behind one key is read whole up to this length. */
const longest = 50_000

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

function withNeighbours(text: string, { entries, end }: KeyLines, path: Path): Near | undefined {
  const [key = '', nth, ...rest] = path
  // In a list of few entries it is seen what becomes of the list when the last one goes.
  if (typeof nth !== 'number' || entries.length < 4 || nth > entries.length) return undefined
  const first = Math.max(0, Math.min(nth, entries.length - 1) - 1)
  const to = entries[nth + 2] ?? end ?? Number.POSITIVE_INFINITY
  const [start = 0, stop = text.length] = startsOf(text, [entries[first] ?? 1, to])
  return { head: `${key}:\n`, start, end: stop, path: [key, nth - first, ...rest] }
}

function wholeKey(text: string, { key, end }: KeyLines, path: Path): Near | undefined {
  const [start = 0, stop = text.length] = startsOf(text, [key, end ?? Number.POSITIVE_INFINITY])
  return stop - start > longest ? undefined : { head: '', start, end: stop, path }
}

/**
 * What of a text has to be read to change what a path leads to: an entry of a list with those beside it, or what stands behind one key;
 * nothing where that is much, or the text cannot be read part by part.
 */
export function nearBy(text: string, path: Path): Near | undefined {
  try {
    const read = readInParts(text)
    const lines = read && !('why' in read) ? linesOfKey(text, String(path[0])) : undefined
    return lines && (withNeighbours(text, lines, path) ?? wholeKey(text, lines, path))
  } catch (error) {
    if (error instanceof TooLong) return undefined
    throw error
  }
}
