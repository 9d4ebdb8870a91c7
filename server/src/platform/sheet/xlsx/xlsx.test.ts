import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SheetRow } from '@wangdi/domain/sheet.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowXml, sheetXml, workbookMembers, type WorkbookParts, type ZipShape, zipOf } from '../../../../test/zip.ts'
import { openSheetFile } from '../sheet.ts'

let folder: string
let made = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wangdi-xlsx-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(bytes: Buffer): Promise<SheetRow[]> {
  const path = join(folder, `${(made += 1)}.xlsx`)
  writeFileSync(path, bytes)
  const opened = await openSheetFile(path)
  try {
    const rows: SheetRow[] = []
    for await (const page of opened.rows(opened.sheets[0] ?? '')) rows.push(...page)
    return rows
  } finally {
    opened.close()
  }
}
const readBook = (parts: WorkbookParts, shape?: ZipShape) => read(zipOf(workbookMembers(parts), shape))
const readRows = (rows: string, parts: Partial<WorkbookParts> = {}) => readBook({ sheet: sheetXml(rows), ...parts })

const people = rowXml(1, ['姓名', '备注']) + rowXml(2, ['龚𣲗', '独居'])
const asRows = [
  { row: 1, cells: ['姓名', '备注'] },
  { row: 2, cells: ['龚𣲗', '独居'] },
]

test.each<[string, ZipShape]>([
  ['packed', {}],
  ['not packed', { stored: true }],
  ['as ZIP64', { zip64: true }],
  ['with sizes behind the data', { descriptors: true }],
  ['as ZIP64 with sizes behind the data', { zip64: true, descriptors: true }],
])('a workbook written %s is read', async (_, shape) => {
  expect(await readBook({ sheet: sheetXml(people) }, shape)).toEqual(asRows)
})

test.each<[string, string, ZipShape]>([
  ['of the sheet', 'first.xml', {}],
  ['of the sheet, not packed', 'first.xml', { stored: true }],
  ['of the sheet, with sizes behind the data', 'first.xml', { descriptors: true }],
  ['of the texts', 'texts.xml', {}],
])('a letter %s that changed on the way is no other name: the file is refused as damaged', async (_, part, shape) => {
  const damage = (path: string, plain: Buffer) => {
    const text = plain.toString()
    return Buffer.from(path.endsWith(part) ? text.replace('朱敏', '朱毓') : text)
  }
  const sheet = sheetXml(`${people}<row r="3"><c r="A3" t="inlineStr"><is><t>朱敏</t></is></c><c r="B3" t="s"><v>0</v></c></row>`)
  const parts = { sheet, strings: '<sst><si><t>朱敏</t></si></sst>' }
  expect((await readBook(parts, shape)).at(-1)?.cells).toEqual(['朱敏', '朱敏'])
  await expect(readBook(parts, { ...shape, damage })).rejects.toMatchObject({ code: 'sheet.damaged' })
})

test.each(['xl/workbook2.xml', 'book.xml', 'a folder/主表.xml'])('the main part is found by the relations: %s', async (main) => {
  expect(await readBook({ sheet: sheetXml(people), main })).toEqual(asRows)
})

test('parts are found whatever the case of their names, with backslashes, a slash in front, or an address from the root', async () => {
  const members = workbookMembers({ sheet: sheetXml(people) })
  const renamed = (name: (path: string) => string) => read(zipOf(members.map(([path, text]) => [name(path), text])))
  expect(await renamed((path) => path.toUpperCase())).toEqual(asRows)
  expect(await renamed((path) => path.replaceAll('/', '\\'))).toEqual(asRows)
  expect(await renamed((path) => `/${path}`)).toEqual(asRows)
  const absolute = members.map(([path, text]): [string, string] => [path, text.replace('"worksheets/', '"/xl/worksheets/')])
  expect(await read(zipOf(absolute))).toEqual(asRows)
})

test('attributes in single quotes, prefixes, comments, and texts in CDATA are the same sheet', async () => {
  const sheet = `<?xml version='1.0' encoding='utf-8'?><!-- made by hand --><x:worksheet xmlns:x='urn:any'><x:sheetData>
    <x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t><![CDATA[姓名]]></x:t></x:is></x:c><x:c r = 'B1' t="str"><x:v>备<!-- -->注</x:v></x:c></x:row>
    <x:row r='2'><x:c r='A2' t='s'><x:v><![CDATA[0]]></x:v></x:c><x:c r='B2' t='str'><x:v>独<![CDATA[居]]></x:v></x:c></x:row>
  </x:sheetData></x:worksheet>`
  const strings = `<s:sst xmlns:s='urn:any'><s:si><s:t><![CDATA[龚]]>&#146583;</s:t></s:si></s:sst>`
  expect(await readBook({ sheet, strings })).toEqual(asRows)
})

test('a text in runs is joined, blanks within it kept, readings above it left out', async () => {
  const strings =
    '<sst><si><r><rPr><b/></rPr><t>欧阳</t></r><r><t xml:space="preserve"> 敏</t></r><rPh sb="0" eb="1"><t>OUYANG</t></rPh><phoneticPr fontId="1"/></si><si><t/></si></sst>'
  const cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
  const inline = '<c r="C1" t="inlineStr"><is><r><t>买买提</t></r><r><t>·艾力</t></r><rPh sb="0" eb="1"><t>MAI</t></rPh></is></c>'
  expect(await readRows(`<row r="1">${cells}${inline}</row>`, { strings })).toEqual([
    { row: 1, cells: ['欧阳 敏', undefined, '买买提·艾力'] },
  ])
})

test('characters beyond the first plane stay whole as signs and as numbers, wherever the file is cut into chunks', async () => {
  const names = Array.from({ length: 9000 }, (_, n) => `${'某'.repeat(n % 7)}𣲗&#x23C97;&#146583;`)
  const rows = await readRows(names.map((name, n) => rowXml(n + 1, [name])).join(''))
  expect(rows.map(({ cells }) => cells[0])).toEqual(names.map((_, n) => `${'某'.repeat(n % 7)}𣲗𣲗𣲗`))
})

test('styled rows without content, down to the last of the sheet, are passed over; what stands far below is read', async () => {
  const ghosts = Array.from(
    { length: 3000 },
    (_, n) => `<row r="${n + 10}" s="3" customFormat="1"><c r="A${n + 10}" s="3"/></row>`,
  )
  const rows = await readRows(
    `${people}${ghosts.join('')}${rowXml(900_000, ['朱敏', ''])}<row r="1048576" s="3" customFormat="1"/>`,
  )
  expect(rows).toEqual([...asRows, { row: 900_000, cells: ['朱敏'] }])
})

test('numbers that a style shows as days are days, in the calendar of 1904 as well; a formula is its last result', async () => {
  const styles =
    "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'/></numFmts><cellStyleXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='170'/></cellXfs></styleSheet>"
  const rows = '<row><c s="1"><v>30000</v></c><c s="0"><v>30000</v></c><c><f>1+1</f><v>2</v></c></row>'
  expect((await readRows(rows, { styles }))[0]?.cells).toEqual([{ day: '1982-02-18' }, 30000, 2])
  const members = workbookMembers({ sheet: sheetXml(rows), styles })
  const old = members.map(([path, text]): [string, string] => [
    path,
    text.replace('<sheets>', "<workbookPr date1904='1'/><sheets>"),
  ])
  expect((await read(zipOf(old)))[0]?.cells[0]).toEqual({ day: '1986-02-19' })
})

test('errors come as their text, and a formula whose result was not kept is told apart from one whose result is empty', async () => {
  const cells = [
    '<c t="e"><f>A1</f><v>#REF!</v></c>',
    '<c><f>1+1</f></c>',
    '<c><f>1+1</f><v/></c>',
    '<c t="str"><f>IF(1,"")</f><v></v></c>',
    '<c t="str"><f t="shared" si="0"/><v>甲</v></c>',
  ]
  const noResult = { fault: 'no-result' }
  expect((await readRows(`<row>${cells.join('')}</row>`))[0]?.cells).toEqual(['#REF!', noResult, noResult, undefined, '甲'])
})

test('a sheet in UTF-16, or with the mark of UTF-8 before it, is read; one that breaks its own encoding is refused, never garbled', async () => {
  const utf16 = Buffer.from(`\ufeff${sheetXml(people).replace('UTF-8', 'UTF-16')}`, 'utf16le')
  const withSheet = (sheet: Buffer) =>
    read(zipOf(workbookMembers({ sheet: '' }).map(([path, text]) => [path, path.endsWith('first.xml') ? sheet : text])))
  expect(await withSheet(utf16)).toEqual(asRows)
  expect(await withSheet(Buffer.from(`\ufeff${sheetXml(people)}`))).toEqual(asRows)
  await expect(withSheet(Buffer.from(sheetXml(people), 'latin1'))).rejects.toMatchObject({ code: 'sheet.unreadable' })
})

test('elements of other vocabularies, and cells that stand nowhere, are no cells', async () => {
  const after = '<extLst><ext><x14:row><x14:c><x14:v>1</x14:v></x14:c></x14:row></ext></extLst>'
  const within = `<row r="1"><c r="A1" t="str"><v>姓名</v><extLst><ext><v>不是</v></ext></extLst></c><x:other><c><v>9</v></c></x:other></row>`
  expect(await readBook({ sheet: sheetXml(within, after) })).toEqual([{ row: 1, cells: ['姓名'] }])
})

test('a control character that XML forbids costs its own sign, not the file', async () => {
  expect(await readRows(rowXml(1, ['姓\u0001名', '甲_x0041_乙']))).toEqual([
    { row: 1, cells: [expect.stringMatching(/^姓.?名$/), '甲A乙'] },
  ])
})
