// Rosters in the shapes in which people have them, made here: all people are invented.
import { checkCharacterOf } from '@wangdi/domain/people/identity-number.ts'
import { rowXml, sheetXml, workbookMembers, zipOf } from '../zip.ts'

/** A cell to be written: text, number, a day shown as such, or nothing. */
export type MadeCell = string | number | { readonly serial: number } | null

/** A valid identity number of an invented person: area 410199, which no county has. */
export function numberOf(birth: string, serial: number): string {
  const first17 = `410199${birth.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return first17 + (checkCharacterOf(first17) ?? '')
}

/** The heads of a plain roster of residents. */
export const heads = ['姓名', '性别', '身份证号', '联系电话', '楼栋', '单元', '房号', '备注'] as const

/** Three people behind one door, all good. */
export const people: readonly (readonly string[])[] = [
  ['赵一平', '男', numberOf('1980-01-01', 23), '19900000011', '1号楼', '1单元', '101', ''],
  ['钱二妹', '女', numberOf('1980-01-01', 24), '19900000012', '1号楼', '1单元', '101', ''],
  ['孙三立', '男', numberOf('1980-01-01', 27), '19900000013', '1号楼', '1单元', '101', ''],
]

/** A separated text. */
export const separated = (rows: readonly (readonly string[])[], sign = ',', end = '\r\n'): string =>
  rows.map((row) => row.join(sign) + end).join('')

/** The bytes of a text in an encoding of two bytes a character, which Node reads and does not write. */
export function encodedAs(encoding: 'gb18030' | 'big5', text: string): Buffer {
  const table = tables.get(encoding) ?? tableOf(encoding)
  tables.set(encoding, table)
  return Buffer.concat([...text].map((sign) => table.get(sign) ?? Buffer.from(sign.charCodeAt(0) < 128 ? sign : '?')))
}
const tables = new Map<string, ReadonlyMap<string, Buffer>>()
function tableOf(encoding: string): ReadonlyMap<string, Buffer> {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, Buffer>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = Buffer.from([lead, trail])
      const sign = decoder.decode(bytes)
      if ([...sign].length === 1 && sign !== '\ufffd' && !table.has(sign)) table.set(sign, bytes)
    }
  return table
}

const letter = (column: number): string =>
  (column >= 26 ? letter(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function cellXml(cell: MadeCell, at: string): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'object') return `<c r="${at}" s="1"><v>${cell.serial}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

/** One line of a sheet as its file holds it; `how` are more attributes of the row. */
export const lineXml = (row: number, cells: readonly MadeCell[], how = ''): string =>
  `<row r="${row}"${how}>${cells.map((cell, column) => cellXml(cell, `${letter(column)}${row}`)).join('')}</row>`

const styles =
  '<styleSheet><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'

/** A workbook of one sheet whose rows are written already. */
export const workbookOf = (rows: string, change: (members: [string, string][]) => [string, string][] = (same) => same): Buffer =>
  zipOf(change(workbookMembers({ sheet: sheetXml(rows), styles })))

/** A workbook of one sheet. */
export const workbook = (rows: readonly (readonly MadeCell[])[]): Buffer =>
  workbookOf(rows.map((cells, at) => lineXml(at + 1, cells)).join(''))

/** A workbook of several sheets, some of them hidden. */
export function workbookOfSheets(
  sheets: readonly { name: string; rows: readonly (readonly string[])[]; hidden?: boolean }[],
): Buffer {
  const relations = sheets
    .map((_, at) => `<Relationship Id="r${at}" Type="http://x/worksheet" Target="worksheets/s${at}.xml"/>`)
    .join('')
  return zipOf([
    [
      '_rels/.rels',
      '<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns:r="r"><sheets>${sheets
        .map(
          ({ name, hidden }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}"${hidden ? ' state="hidden"' : ''}/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', `<Relationships>${relations}</Relationships>`],
    ...sheets.map(({ rows }, at): [string, string] => [
      `xl/worksheets/s${at}.xml`,
      sheetXml(rows.map((cells, row) => rowXml(row + 1, cells)).join('')),
    ]),
  ])
}
