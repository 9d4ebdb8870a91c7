import type { Cell, SheetRow } from '@wangdi/domain/sheet.ts'
import { Parser } from 'htmlparser2'
import { firstOf } from '../first-bytes.ts'
import { pageRows, sheetLimits, sheetProblems } from '../sheet-problems.ts'
import { decoded, encodingOf } from '../text/encoding.ts'

/** Reads the tables of a web page that was saved under the name of a spreadsheet, as one sheet, a page at a time. */
export async function* htmlRows(path: string): AsyncGenerator<SheetRow[]> {
  let page: SheetRow[] = []
  const taking = takeTables((row) => page.push(row))
  const parser = new Parser(taking, { decodeEntities: true })
  let since = 0
  for await (const chunk of decoded(path, await charsetOf(path))) {
    // The parser keeps what lies between two tags: one endless text or attribute must not fill the memory.
    since = taking.taken() ? chunk.length : since + chunk.length
    if (since > sheetLimits.textCharacters + chunk.length) throw sheetProblems.tooLarge({ limit: '一格 3 万字' })
    parser.write(chunk)
    if (page.length < pageRows) continue
    yield page
    page = []
  }
  parser.end()
  if (page.length > 0) yield page
}

async function charsetOf(path: string): Promise<string> {
  const begin = (await firstOf(path, 4096)).toString('latin1')
  const said = /charset\s*=\s*["']?([\w-]+)/i.exec(begin)?.[1]?.toLowerCase()
  // What a page says of itself is believed where it names a Chinese encoding; many say UTF-8, or nothing, whatever they are.
  return said && /^(gb2312|gbk|gb18030|big5)$/.test(said) ? (said === 'big5' ? 'big5' : 'gb18030') : encodingOf(path)
}

interface Open {
  readonly cells: Cell[]
  readonly hidden: boolean
  column: number
}

// Rows and cells by their tags; a cell over several rows is filled down, one over several columns stands in its first.
function takeTables(take: (row: SheetRow) => void) {
  const down = new Map<number, { left: number; cell: Cell; width: number }>()
  let open: Open | undefined
  let cell: { text: string; columns: number; rows: number } | undefined
  let silent = 0
  let row = 0
  let event = false

  const fillDown = (open: Open) => {
    for (let above = down.get(open.column); above; above = down.get(open.column)) {
      while (open.cells.length < open.column) open.cells.push(undefined)
      open.cells[open.column] = above.cell
      if (above.left > 1) down.set(open.column, { ...above, left: above.left - 1 })
      else down.delete(open.column)
      open.column += above.width
    }
  }
  const closeCell = () => {
    if (!cell || !open) return
    fillDown(open)
    const text = cell.text.replace(/[ \t\r\n\f]*\n[ \t\r\f]*/g, '\n').trim()
    const value = text === '' ? undefined : text
    if (open.column >= sheetLimits.columns && value !== undefined)
      throw sheetProblems.tooLarge({ limit: `${sheetLimits.columns} 列` })
    if (open.column < sheetLimits.columns) {
      while (open.cells.length < open.column) open.cells.push(undefined)
      open.cells[open.column] = value
      if (cell.rows > 1) down.set(open.column, { left: cell.rows - 1, cell: value, width: cell.columns })
      open.column += cell.columns
    }
    cell = undefined
  }
  const closeRow = () => {
    closeCell()
    if (!open) return
    fillDown(open)
    row += 1
    if (row > sheetLimits.rows) throw sheetProblems.tooLarge({ limit: '25 万行' })
    if (open.cells.some((one) => one !== undefined))
      take({ row, cells: Array.from(open.cells), ...(open.hidden ? { hidden: true } : {}) })
    open = undefined
  }
  const isHidden = (style = '') => /display\s*:\s*none/i.test(style)
  const span = (said: string | undefined, most: number) => Math.max(1, Math.min(most, Number.parseInt(said ?? '1', 10) || 1))
  return {
    taken: () => {
      const was = event
      event = false
      return was
    },
    onopentag(name: string, attributes: Record<string, string>) {
      event = true
      if (name === 'style' || name === 'script' || name === 'title') silent += 1
      else if (name === 'table') {
        // A table within a cell of another, which only lays out the page, is read as its own.
        closeRow()
        down.clear()
      } else if (name === 'tr') {
        closeRow()
        open = { cells: [], hidden: isHidden(attributes['style']), column: 0 }
      } else if (name === 'td' || name === 'th') {
        closeCell()
        open ??= { cells: [], hidden: false, column: 0 }
        cell = {
          text: '',
          columns: span(attributes['colspan'], sheetLimits.columns),
          rows: span(attributes['rowspan'], sheetLimits.rows),
        }
      } else if (cell && (name === 'br' || name === 'p' || name === 'div') && cell.text !== '') cell.text += '\n'
    },
    onclosetag(name: string) {
      event = true
      if (name === 'style' || name === 'script' || name === 'title') silent = Math.max(0, silent - 1)
      else if (name === 'td' || name === 'th') closeCell()
      else if (name === 'tr' || name === 'table') closeRow()
    },
    ontext(text: string) {
      event = true
      // Line ends of the source are blanks; those that a person sees are written as br.
      if (cell && silent === 0) cell.text += text.replace(/[\r\n]+/g, ' ')
      if (cell && cell.text.length > sheetLimits.textCharacters) throw sheetProblems.tooLarge({ limit: '一格 3 万字' })
    },
  }
}
