// Workbooks of the old kind (.xls) made by hand, record by record, as programs write them and as attackers do.
import * as XLSX from '@e965/xlsx'

/** A record of the workbook's stream: its number and its bytes ([MS-XLS] 2.1.4). */
export const record = (type: number, data: Buffer = Buffer.alloc(0), says = data.length): Buffer =>
  Buffer.concat([numbers(type, says), data])

/** Numbers of two bytes each. */
export function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, at) => bytes.writeUInt16LE(value & 0xffff, at * 2))
  return bytes
}

/** Numbers of four bytes each. */
export function wide(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeInt32LE(value, at * 4))
  return bytes
}

/** The first record of the workbook (5) or of a sheet (16), of Excel 97 (0x600) or 95 (0x500). */
const beginning = (of: 5 | 16, version = 0x600): Buffer => record(0x809, numbers(version, of, 0x0dbb, 0x07cc, 0, 0, 6, 0))
/** The last record of the workbook or of a sheet. */
const ending: Buffer = record(0x0a)
/** A text in a cell as Excel 95 writes it, in the bytes of its code page. */
export const label = (row: number, column: number, text: Buffer): Buffer =>
  record(0x204, Buffer.concat([numbers(row, column, 0, text.length), text]))

/** The stream of a workbook with one sheet; its name stands in the bytes of the code page. */
export function streamOf(globals: readonly Buffer[], cells: readonly Buffer[], version = 0x600, name = Buffer.from('S')): Buffer {
  const kind = Buffer.from(version === 0x600 ? [0, 0, name.length, 0] : [0, 0, name.length])
  const sheetRecord = (at: number) => record(0x85, Buffer.concat([wide(at), kind, name]))
  const before = (at: number) => Buffer.concat([beginning(5, version), ...globals, sheetRecord(at), ending])
  return Buffer.concat([before(before(0).length), beginning(16, version), ...cells, ending])
}

/** The file that holds the stream, as a compound file ([MS-CFB]). */
export function xlsOf(stream: Buffer, name = 'Workbook'): Buffer {
  const file = XLSX.CFB.utils.cfb_new()
  XLSX.CFB.utils.cfb_add(file, `/${name}`, stream)
  return Buffer.from(XLSX.CFB.write(file, { type: 'buffer' }) as Uint8Array)
}
