import type { Cell } from '@wangdi/domain/sheet.ts'

/**
 * Writes rows as an .xlsx of one sheet. Every text is a text cell: nothing from outside becomes a formula or a link. A mark stands in
 * the foot of every page that is printed of it.
 */
export async function writeSheet(name: string, rows: Iterable<readonly Cell[]>, mark?: string): Promise<Buffer> {
  // Loaded when first used: it is among the heaviest of the house, and most servers write no sheet for days.
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31))
  // In a foot & begins a code.
  if (mark !== undefined) sheet.headerFooter.oddFooter = `&L${mark.replaceAll('&', '&&')}&R&P / &N`
  for (const row of rows) {
    sheet.addRow(row.map((cell) => shown(cell))).eachCell((cell) => {
      if (typeof cell.value === 'string') cell.numFmt = '@'
    })
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

// A day as its text; a formula without a result as nothing.
const shown = (cell: Cell) => (typeof cell !== 'object' ? cell : 'day' in cell ? cell.day : undefined)

/** A cell of a .csv for people: quoted, and with an apostrophe before what a spreadsheet would take for a formula. */
export function csvCell(cell: Cell): string {
  const text = cell === undefined ? '' : String(shown(cell) ?? '')
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
