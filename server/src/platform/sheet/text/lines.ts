import { sheetLimits, sheetProblems } from '../sheet-problems.ts'

/** Cuts a text into lines at CR LF, LF and CR, whichever comes, in any mixture; without the ends themselves. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const text = rest + chunk
    let from = 0
    for (let at = nextEnd(text, 0); at >= 0; at = nextEnd(text, from)) {
      // A CR at the end of a chunk may be half of a CR LF.
      if (text[at] === '\r' && at === text.length - 1) break
      yield text.slice(from, at)
      from = at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1)
    }
    rest = from === 0 ? text : text.slice(from)
    if (rest.length > sheetLimits.textCharacters) throw longLine()
  }
  if (rest !== '') yield rest.endsWith('\r') ? rest.slice(0, -1) : rest
}

/** One line, or one record of several lines, beyond the limit. */
export const longLine = () => sheetProblems.tooLarge({ limit: '一行 100 万字' })

function nextEnd(text: string, from: number): number {
  const lf = text.indexOf('\n', from)
  const cr = text.lastIndexOf('\r', lf < 0 ? text.length : lf) >= from ? text.indexOf('\r', from) : -1
  if (lf < 0) return cr
  return cr >= 0 && cr < lf ? cr : lf
}
