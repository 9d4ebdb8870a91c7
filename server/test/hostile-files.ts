// Files that are small to send and large to read: each must end in a problem, soon and in little memory.
import { sheetXml, workbookMembers, type WorkbookParts, zipOf } from './zip.ts'

const million = 1_000_000
const workbook = (sheet: string, parts: Partial<WorkbookParts> = {}) => zipOf(workbookMembers({ sheet, ...parts }))
// Behind the declaration of XML, where a document type may stand.
const withDoctype = (entities: string, xml: string) => xml.replace('?>', `?><!DOCTYPE worksheet [${entities}]>`)
const nested = (depth: number) => `${'<row><c><is>'.repeat(depth)}`

/** What an attacker may send, and the code of the problem that it ends in. */
export const hostileFiles: readonly { readonly name: string; readonly code: string; make(): Buffer }[] = [
  {
    name: 'rows that never close',
    code: 'sheet.unreadable',
    make: () => workbook(`<worksheet><sheetData>${'<row>'.repeat(1.6 * million)}`),
  },
  { name: 'cells that never close', code: 'sheet.unreadable', make: () => workbook(sheetXml(`<row>${nested(300_000)}`)) },
  {
    name: 'cells within each other, all closed',
    code: 'sheet.unreadable',
    make: () => workbook(sheetXml(`<row>${nested(300_000)}${'</is></c></row>'.repeat(300_000)}</row>`)),
  },
  { name: 'more rows than a sheet has', code: 'sheet.too-large', make: () => workbook(sheetXml('<row/>'.repeat(1.6 * million))) },
  {
    name: 'more cells than a row has',
    code: 'sheet.too-large',
    make: () => workbook(sheetXml(`<row>${'<c/>'.repeat(million)}</row>`)),
  },
  {
    name: '200000 merged ranges',
    code: 'sheet.too-large',
    make: () => workbook(sheetXml('<row/>', `<mergeCells>${'<mergeCell ref="A1:A9"/>'.repeat(200_000)}</mergeCells>`)),
  },
  {
    name: 'an endless attribute',
    code: 'sheet.too-large',
    make: () => workbook(sheetXml(`<row a="${'x'.repeat(20 * million)}"/>`)),
  },
  { name: 'an endless name', code: 'sheet.too-large', make: () => workbook(sheetXml(`<${'x'.repeat(20 * million)}/>`)) },
  { name: 'an endless comment', code: 'sheet.too-large', make: () => workbook(sheetXml(`<!--${'x'.repeat(20 * million)}-->`)) },
  {
    name: 'an endless text in one cell',
    code: 'sheet.too-large',
    make: () => workbook(sheetXml(`<row><c t="str"><v>${'x'.repeat(20 * million)}</v></c></row>`)),
  },
  {
    name: 'an endless text in pieces in one cell',
    code: 'sheet.too-large',
    make: () => workbook(sheetXml(`<row><c t="str"><v>${'<![CDATA[xx]]>'.repeat(million)}</v></c></row>`)),
  },
  {
    name: 'an endless text in pieces',
    code: 'sheet.too-large',
    make: () => workbook(sheetXml('<row/>'), { strings: `<sst><si>${'<t>xx</t>'.repeat(million)}</si></sst>` }),
  },
  {
    name: 'entities that grow',
    code: 'sheet.unreadable',
    make: () =>
      workbook(
        withDoctype('<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">', sheetXml('<row><c t="str"><v>&b;</v></c></row>')),
      ),
  },
  {
    name: 'entities that no cell names',
    code: 'sheet.unreadable',
    make: () => workbook(withDoctype('<!ENTITY a "aaaaaaaaaa">', sheetXml('<row><c t="str"><v>a</v></c></row>'))),
  },
  {
    name: 'members that unpack to gigabytes',
    code: 'sheet.too-large',
    make: () => zipOf([['xl/workbook.xml', 'x']], { says: 4_000_000_000 }),
  },
  {
    name: 'a member that unpacks to more than it says',
    code: 'sheet.unreadable',
    make: () => zipOf(workbookMembers({ sheet: sheetXml('<row/>'.repeat(50_000)) }), { says: 2000 }),
  },
  {
    name: 'more members than a workbook has',
    code: 'sheet.too-large',
    make: () =>
      zipOf(
        Array.from({ length: 6000 }, (_, n) => [`xl/${n}.xml`, ''] as const),
        { stored: true },
      ),
  },
  { name: 'a text without a line end', code: 'sheet.too-large', make: () => Buffer.alloc(20 * million, 'x') },
  { name: 'a line of commas', code: 'sheet.too-large', make: () => Buffer.alloc(20 * million, ',') },
  { name: 'a quote that never ends', code: 'sheet.too-large', make: () => Buffer.from(`"${'x,\n'.repeat(5 * million)}`) },
  { name: 'nothing but quotes', code: 'sheet.too-large', make: () => Buffer.alloc(20 * million, '"') },
  { name: 'nothing but line ends', code: 'sheet.too-large', make: () => Buffer.alloc(5 * million, '\n') },
]
