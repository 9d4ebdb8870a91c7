import { TextDecoder } from 'node:util'
import { firstOf } from './first-bytes.ts'
import { sheetProblems } from './sheet-problems.ts'
import type { Package } from './xlsx/package.ts'

/** What a file is that can be read. */
export type Format = 'xlsx' | 'xls' | 'text' | 'html' | 'xml-spreadsheet'

// Pictures, PDF, packed folders, RTF: no table that a spreadsheet could save.
const noTable = /^(25504446|ffd8ff|89504e47|47494638|49492a00|4d4d002a|526172|377abcaf|1f8b|425a68|fd377a58|504b|7b5c7274)/

const byText: readonly (readonly [RegExp, string])[] = [
  [/^socialcalc:/i, 'SocialCalc'],
  [/^(.*\n){0,3}MIME-Version:[\s\S]*multipart/i, 'MHT'],
  [/^TABLE\s+0\s*,\s*\d/, 'DIF'],
  [/^ID;[PN]/, 'SYLK'],
  [/^\s*[{[]\s*("|[{[]|\d)/, 'JSON'],
  [/^<\?xml[\s\S]*urn:oasis:names:tc:opendocument/i, 'FODS (LibreOffice)'],
  [/^<\?xml|^<[a-z][\w:.-]*[\s>/]/i, 'XML'],
]

/** Says what a file is by what it holds, not by its name; one that cannot be read is a problem that says what it is. */
export async function formatOf(path: string): Promise<Format> {
  const bytes = await firstOf(path, 8192)
  if (bytes.length === 0) throw sheetProblems.empty({})
  const begins = bytes.subarray(0, 16).toString('hex')
  if (begins.startsWith('504b0304')) return 'xlsx'
  // A workbook of Excel 5 and older may stand in the file as it is, without the container that later ones have.
  if (begins.startsWith('d0cf11e0') || /^09(00|02|04|08)(04|06|08)00/.test(begins)) return 'xls'
  if (noTable.test(begins)) throw sheetProblems.notASheet({})
  if (isDbf(bytes)) throw sheetProblems.otherFormat({ format: 'DBF (dBase)' })
  const text = begin(bytes)
  if (/^<\?xml[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/i.test(text)) return 'xml-spreadsheet'
  if (/<(html|table|tbody|tr|!doctype html)[\s>]/i.test(text) && text.startsWith('<')) return 'html'
  const other = byText.find(([pattern]) => pattern.test(text))
  if (other) throw sheetProblems.otherFormat({ format: other[1] })
  if (text.trim() === '' && bytes.length < 8192) throw sheetProblems.empty({})
  return 'text'
}

function begin(bytes: Buffer): string {
  const wide = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return new TextDecoder(wide)
    .decode(bytes)
    .replace(/^[\ufeff\s]+/, '')
    .replace(/^(<!--[\s\S]*?-->\s*)+/, '')
}

// dBase: a version, the day of the last change, how long head and records are; the head ends with a carriage return.
function isDbf(bytes: Buffer): boolean {
  if (bytes.length < 65 || ![0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0xcb, 0xf5, 0xfb].includes(bytes[0] ?? 0))
    return false
  const [month = 0, day = 0] = [bytes[2], bytes[3]]
  const head = bytes.readUInt16LE(8)
  return (
    month <= 12 &&
    day <= 31 &&
    head >= 33 &&
    bytes.readUInt16LE(10) > 0 &&
    (head > bytes.length || bytes.subarray(32, head).includes(0x0d))
  )
}

const inPackage: readonly (readonly [string, string])[] = [
  ['xl/workbook.bin', 'XLSB'],
  ['content.xml', 'ODS (LibreOffice)'],
  ['index/document.iwa', 'Numbers'],
]

/** Refuses a ZIP that holds another kind of table, with its name. */
export function refuseOtherPackage(file: Package): void {
  const found = inPackage.find(([part]) => file.has(part))
  if (found) throw sheetProblems.otherFormat({ format: found[1] })
}
