/** A line of a difference: added, removed, the same, or a run of same lines that is not shown. */
export type DifferenceLine =
  | { readonly kind: 'more' | 'less' | 'same'; readonly text: string }
  | { readonly kind: 'skipped'; readonly lines: number }

/** So many pairs of lines are compared; of texts that differ in more, all of one goes and all of the other comes. Ours. */
const mostPairs = 20_000_000

/** Same lines shown around a change. */
const around = 2

/** The lines that a text has more or less than another, with a few same lines around them; longest common lines are kept. */
export function differenceOf(before: string, after: string): DifferenceLine[] {
  const [was, is] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < was.length && head < is.length && was[head] === is[head]) head += 1
  let tail = 0
  while (tail < was.length - head && tail < is.length - head && was.at(-1 - tail) === is.at(-1 - tail)) tail += 1
  const middle = middleOf(was.slice(head, was.length - tail), is.slice(head, is.length - tail))
  const same = (text: string): DifferenceLine => ({ kind: 'same', text })
  return shorten([...was.slice(0, head).map(same), ...middle, ...was.slice(was.length - tail).map(same)])
}

function middleOf(was: readonly string[], is: readonly string[]): DifferenceLine[] {
  if (was.length * is.length > mostPairs)
    return [
      ...was.map((text): DifferenceLine => ({ kind: 'less', text })),
      ...is.map((text): DifferenceLine => ({ kind: 'more', text })),
    ]
  const width = is.length + 1
  // The length of the longest common lines of what is left, by the places in both.
  const common = new Uint32Array((was.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = was.length - 1; i >= 0; i -= 1)
    for (let j = is.length - 1; j >= 0; j -= 1)
      common[i * width + j] = was[i] === is[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const found: DifferenceLine[] = []
  let [i, j] = [0, 0]
  while (i < was.length || j < is.length) {
    if (i < was.length && j < is.length && was[i] === is[j]) {
      found.push({ kind: 'same', text: was[i] ?? '' })
      i += 1
      j += 1
    } else if (j >= is.length || (i < was.length && at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: 'less', text: was[i] ?? '' })
      i += 1
    } else {
      found.push({ kind: 'more', text: is[j] ?? '' })
      j += 1
    }
  }
  return found
}

function shorten(lines: readonly DifferenceLine[]): DifferenceLine[] {
  const changed = lines.flatMap(({ kind }, nth) => (kind === 'more' || kind === 'less' ? [nth] : []))
  const near = new Set(changed.flatMap((nth) => Array.from({ length: 2 * around + 1 }, (_, off) => nth - around + off)))
  const found: DifferenceLine[] = []
  for (const [nth, line] of lines.entries()) {
    const last = found.at(-1)
    if (near.has(nth)) found.push(line)
    else if (last?.kind === 'skipped') found[found.length - 1] = { kind: 'skipped', lines: last.lines + 1 }
    else found.push({ kind: 'skipped', lines: 1 })
  }
  return found
}
