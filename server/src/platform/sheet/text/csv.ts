import type { SheetRow } from '@wangdi/domain/sheet.ts'
import { pageRows, sheetLimits, sheetProblems } from '../sheet-problems.ts'
import { decoded, encodingOf } from './encoding.ts'
import { linesOf } from './lines.ts'
import { recordsOf } from './records.ts'

/**
 * Reads the records of a text separated by commas, semicolons, tabs or bars a page at a time; the number is that of the
 * record, head included. Columns in which nothing stands cost nothing.
 */
export async function* csvRows(path: string): AsyncGenerator<SheetRow[]> {
  const lines = linesOf(decoded(path, await encodingOf(path)))
  const first: string[] = []
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    first.push(next.value)
    if (first.length >= 60) break
  }
  const delimiter = delimiterOf(first)
  if (delimiter === undefined && first.filter(isPadded).length * 2 > first.length)
    throw sheetProblems.otherFormat({ format: 'PRN' })
  const all = async function* () {
    yield* first
    yield* lines
  }
  let page: SheetRow[] = []
  let row = 0
  for await (const { fields, strayQuote } of recordsOf(all(), delimiter ?? ',')) {
    row += 1
    if (row > sheetLimits.rows) throw sheetProblems.tooLarge({ limit: '25 万行' })
    const cells = fields.slice(0, sheetLimits.columns).map((field) => (field === '' ? undefined : unescaped(field)))
    if (fields.length > sheetLimits.columns && fields.slice(sheetLimits.columns).some((field) => field.trim() !== ''))
      throw sheetProblems.tooLarge({ limit: `${sheetLimits.columns} 列` })
    page.push({ row, cells, ...(strayQuote ? { fault: 'quote' as const } : {}) })
    if (page.length < pageRows) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

// What must stay text is written as ="0101", or with an apostrophe before it.
function unescaped(field: string): string {
  const formula = /^\s*="((?:[^"]|"")*)"\s*$/.exec(field)
  if (formula) return (formula[1] ?? '').replaceAll('""', '"')
  return /^['’‘][0-9=+\-@Xx]/.test(field) ? field.slice(1) : field
}

const isPadded = (line: string) => line.trim().split(/ {2,}/).length > 2

// The sign that stands in most lines the same number of times: titles above the table may hold others.
function delimiterOf(lines: readonly string[]): string | undefined {
  let best: { sign: string; lines: number; times: number } | undefined
  const written = lines.filter((line) => line.trim() !== '').map((line) => line.replace(/"[^"]*"/g, ''))
  for (const sign of [',', '\t', ';', '|', '，', '；', '｜']) {
    const counts = new Map<number, number>()
    for (const line of written) {
      const times = line.split(sign).length - 1
      if (times > 0) counts.set(times, (counts.get(times) ?? 0) + 1)
    }
    for (const [times, count] of counts)
      if (!best || count * times > best.lines * best.times) best = { sign, lines: count, times }
  }
  return best?.sign
}
