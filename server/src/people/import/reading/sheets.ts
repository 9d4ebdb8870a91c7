import type { RosterKind } from '@wangdi/domain/people/roster/fields.ts'
import { type Heads, headTexts, recogniseHeads } from '@wangdi/domain/people/roster/heads.ts'
import { textOf } from '@wangdi/domain/people/roster/cells.ts'
import type { SheetRow } from '@wangdi/domain/sheet.ts'
import type { SheetFile } from '../../../platform/sheet/sheet.ts'

/** A sheet of the file as the answer names it: the one taken, one with the same heads that may be taken next, or why not. */
export interface ToldSheet {
  readonly name: string
  readonly hidden: boolean
  readonly state: 'taken' | 'same-heads' | 'other-heads' | 'only-heads' | 'no-heads' | 'empty' | 'not-looked-at'
}

/** What the first rows of a sheet show. */
export interface SheetLook {
  readonly sheet: string
  readonly heads: Heads
  /** The texts of its heads, by which sheets of one roster know each other. */
  readonly texts: string
  readonly rowsBelow: number
}

const mostSheets = 100
const looksAtRows = 40

/** Looks at the first rows of each sheet, of the first hundred and of the one asked for. */
export async function lookAtSheets(file: SheetFile, kind: RosterKind, asked: string | undefined): Promise<SheetLook[]> {
  const looks: SheetLook[] = []
  for (const sheet of file.sheets.filter((name, at) => at < mostSheets || name === asked)) {
    const rows: SheetRow[] = []
    for await (const page of file.rows(sheet)) {
      rows.push(...page.slice(0, looksAtRows))
      break
    }
    const heads = recogniseHeads(kind, rows)
    looks.push({ sheet, heads, texts: headTexts(rows, heads), rowsBelow: rowsBelow(rows, heads).length })
  }
  return looks
}

/** The rows below the heads in which something stands. */
export const rowsBelow = (rows: readonly SheetRow[], { headRow }: Pick<Heads, 'headRow'>): SheetRow[] =>
  rows.filter(({ row, cells }) => row > headRow && cells.some((cell) => textOf(cell) !== ''))

/** The sheet that most looks like a roster of the kind: most fields found, then most heads understood; visible ones first. */
export function chooseSheet(looks: readonly SheetLook[], first: string): string {
  let best = { sheet: first, fields: 0 }
  for (const { sheet, heads, rowsBelow } of looks) {
    const found = heads.columns.name === undefined ? 0 : Object.keys(heads.columns).length + heads.confidence
    const fields = rowsBelow === 0 ? found / 100 : found
    if (fields > best.fields) best = { sheet, fields }
  }
  return best.sheet
}

/** All sheets with what becomes of each, in the order of the file. `taken`: the one that is read, and whether it has heads alone. */
export function sheetsTold(
  { sheets, hidden }: SheetFile,
  looks: readonly SheetLook[],
  taken: { readonly sheet: string; readonly onlyHeads: boolean },
): ToldSheet[] {
  const chosen = looks.find(({ sheet }) => sheet === taken.sheet)
  return sheets.map((name) => {
    const look = looks.find(({ sheet }) => sheet === name)
    const own = taken.onlyHeads ? 'only-heads' : 'taken'
    return { name, hidden: hidden.includes(name), state: name === taken.sheet ? own : stateOf(look, chosen) }
  })
}

function stateOf(look: SheetLook | undefined, chosen: SheetLook | undefined): ToldSheet['state'] {
  if (!look) return 'not-looked-at'
  if (look.heads.headRow === 0 && look.rowsBelow === 0) return 'empty'
  if (look.heads.columns.name === undefined) return 'no-heads'
  if (look.rowsBelow === 0) return 'only-heads'
  return look.texts === chosen?.texts ? 'same-heads' : 'other-heads'
}
