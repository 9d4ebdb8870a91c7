import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Cell, SheetRow } from '@wangdi/domain/sheet.ts'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workbookMembers, zipOf } from '../../../test/zip.ts'
import { openSheetFile, type SheetFile } from './sheet.ts'
import { showsDay } from './xlsx/styles.ts'
import { csvCell, writeSheet } from './write-sheet.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wangdi-sheet-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rosters = fileURLToPath(new URL('../../../test/rosters/', import.meta.url))

function file(name: string, bytes: Buffer | string): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

async function rowsOf(opened: SheetFile, sheet = opened.sheets[0] ?? ''): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const page of opened.rows(sheet)) rows.push(...page)
  return rows
}
// Trailing empty cells and texts without a letter are nothing on either road.
const plain = (rows: readonly SheetRow[]) =>
  rows
    .map(({ row, cells }) => {
      const known = cells.map((cell): Cell => (cell === '' ? undefined : cell))
      while (known.length > 0 && known.at(-1) === undefined) known.pop()
      return { row, cells: known.map((cell) => cell ?? null) }
    })
    .filter(({ cells }) => cells.length > 0)

test('sheets bear their real names in the order of their tabs, and rare characters stay whole', async () => {
  expect((await openSheetFile(`${rosters}elders-410105001003.xlsx`)).sheets).toEqual(['说明', '65岁以上'])
  const residents = await rowsOf(await openSheetFile(`${rosters}residents-410105001003.xlsx`))
  const names = residents.map(({ cells }) => cells[6])
  expect(names).toContain('龚𣲗')
  expect(names).toContain('司马𬭎')
})

test('merged cells are filled down, dates come as days, and formulas as their last result', async () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('一')
  sheet.addRows([
    ['楼', '名', '日'],
    ['1号楼', '甲', new Date(Date.UTC(2026, 10, 3))],
    [null, '乙', { formula: '1+1', result: 2 }],
  ])
  sheet.mergeCells('A2:A3')
  const path = file('merged.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()))
  const rows = await rowsOf(await openSheetFile(path))
  expect(rows[1]?.cells).toEqual(['1号楼', '甲', { day: '2026-11-03' }])
  expect(rows[2]?.cells).toEqual(['1号楼', '乙', 2])
})

test('characters stay whole however the file is cut into chunks', async () => {
  const path = join(folder, 'long.xlsx')
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true })
  const sheet = writer.addWorksheet('一')
  const names = Array.from({ length: 20_000 }, (_, n) => `${'某'.repeat((n % 7) + 1)}𣲗${n}`)
  for (const name of names) sheet.addRow([name]).commit()
  await writer.commit()
  expect((await rowsOf(await openSheetFile(path))).map(({ cells }) => cells[0])).toEqual(names)
})

test('other programs write the same sheet in other words: prefixes, no addresses, texts in runs, readings above', async () => {
  const sheetXml = `<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>朱</x:t></x:r><x:r><x:t xml:space="preserve"> 敏&#x1F600;</x:t></x:r><x:rPh><x:t>ZHU</x:t></x:rPh></x:is></x:c><x:c><x:v>1.5</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="str"><x:f>A1</x:f><x:v>甲&amp;乙</x:v></x:c></x:row><x:row/><x:row><x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`
  const path = file('other.xlsx', zipOf(workbookMembers({ sheet: sheetXml })))
  expect(await rowsOf(await openSheetFile(path))).toEqual([
    { row: 1, cells: ['朱 敏😀', 1.5, '#N/A', '甲&乙'] },
    { row: 3, cells: [true] },
  ])
})

test.each([
  ['yyyy/m/d', true],
  ['m"月"d"日"', true],
  ['[$-804]yyyy"年"m"月";@', true],
  ['mmm', true],
  ['General', false],
  ['0.00_);[Red](0.00)', false],
  ['h:mm', false],
  ['mm:ss', false],
  ['0"days"', false],
])('the number format %s shows a day: %s', (code, shows) => expect(showsDay(code)).toBe(shows))

test('text files are read in UTF-8, UTF-16 and GB18030, with commas or tabs, and records with line breaks count once', async () => {
  const text = '姓名,备注\r\n㛃玥,"多行\r\n备注"\r\n\r\n朱\'敏,\'=1+1'
  const rows = [
    { row: 1, cells: ['姓名', '备注'] },
    { row: 2, cells: ['㛃玥', '多行\n备注'] },
    { row: 4, cells: ["朱'敏", '=1+1'] },
  ]
  expect(plain(await rowsOf(await openSheetFile(file('a.csv', text))))).toEqual(rows)
  expect(plain(await rowsOf(await openSheetFile(file('b.csv', `\ufeff${text}`))))).toEqual(rows)
  expect(plain(await rowsOf(await openSheetFile(file('c.csv', Buffer.from(`\ufeff${text}`, 'utf16le')))))).toEqual(rows)
  expect(plain(await rowsOf(await openSheetFile(file('d.txt', text.replaceAll(',', '\t')))))).toEqual(rows)
  const chinese = await rowsOf(await openSheetFile(`${rosters}arrivals-410105001003-gbk.csv`))
  expect(chinese[0]?.cells[0]).toBe('姓名')
  expect(chinese.some(({ cells }) => cells[0] === '㛃玥')).toBe(true)
})

test('a file that is no sheet, is cut off, or unpacks to more than its directory says is refused with a problem', async () => {
  const good = await writeSheet('一', [['姓名'], ['甲']])
  const hostile = [
    file('picture.xlsx', Buffer.from('89504e470d0a1a0a', 'hex')),
    file('cut.xlsx', good.subarray(0, good.length / 2)),
    file('zeros.csv', Buffer.alloc(100)),
    file('empty.zip', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')),
  ]
  for (const path of hostile) {
    const reading = openSheetFile(path).then((opened) => rowsOf(opened))
    await expect(reading).rejects.toMatchObject({ code: 'sheet.unreadable' })
  }
})

test('a file that would unpack to gigabytes is refused by its directory, before anything is unpacked', async () => {
  await expect(
    openSheetFile(file('bomb.xlsx', zipOf([['xl/worksheets/sheet1.xml', 'x'.repeat(1000)]], { says: 900_000_000 }))),
  ).rejects.toMatchObject({ code: 'sheet.too-large' })
})

test('a sheet with too many columns is refused', async () => {
  const path = file('wide.csv', Array.from({ length: 300 }, (_, n) => n).join(','))
  await expect(openSheetFile(path).then((opened) => rowsOf(opened))).rejects.toMatchObject({ code: 'sheet.too-large' })
})

test('what we write holds texts, never formulas', async () => {
  const rows = await rowsOf(await openSheetFile(file('out.xlsx', await writeSheet('一', [['=1+1', '+86 1', '-1', '@a']]))))
  expect(rows[0]?.cells).toEqual(['=1+1', '+86 1', '-1', '@a'])
  expect(['=1+1', '+1', '-1', '@a', 'a,"b"'].map(csvCell)).toEqual(["'=1+1", "'+1", "'-1", "'@a", '"a,""b"""'])
})
