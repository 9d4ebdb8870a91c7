// Workbooks of the old kind (.xls) whose file, chains or records lie: each must end in a problem, soon and in little memory.
import { numbers, record, streamOf, wide, xlsOf } from './xls.ts'

const many = (count: number, make: (nth: number) => Buffer) => Buffer.concat(Array.from({ length: count }, (_, nth) => make(nth)))
const text = record(0x204, Buffer.concat([numbers(0, 0, 0, 1), Buffer.from([0, 0x78])]))
const number = (row: number, column: number) => record(0x203, Buffer.concat([numbers(row, column, 0), Buffer.alloc(8)]))
const named = (row: number, which: number) => record(0xfd, Buffer.concat([numbers(row, 0, 0), wide(which)]))

/** A workbook of some rows that nobody harmed. */
export const goodOldWorkbook = (): Buffer =>
  xlsOf(
    streamOf(
      [record(0xfc, Buffer.concat([wide(1, 1), numbers(2), Buffer.from([0]), Buffer.from('ab')]))],
      [text, named(1, 0), many(2000, (nth) => number(nth + 2, nth % 3))],
    ),
  )

type Change = (file: Buffer) => void
const changed = (change: Change) => {
  const file = goodOldWorkbook()
  change(file)
  return file
}
// Where things stand in the head of the file ([MS-CFB] 2.2); sectors are of 512 bytes.
const sectorAt = (file: Buffer, field: number) => (file.readInt32LE(field) + 1) * 512
const chain = (file: Buffer, next: (sector: number) => number) => {
  for (let sector = 0; sector < 128; sector++) file.writeInt32LE(next(sector), sectorAt(file, 0x4c) + sector * 4)
}
const folder = (file: Buffer, change: (entry: number) => void) => {
  for (let entry = 0; entry < 4; entry++) change(sectorAt(file, 0x30) + entry * 128)
}

/** What an attacker may send, and the code of the problem that it ends in. */
export const hostileOldWorkbooks: readonly { readonly name: string; readonly code: string; make(): Buffer }[] = [
  { name: 'only its first bytes', code: 'sheet.unreadable', make: () => goodOldWorkbook().subarray(0, 8) },
  { name: 'only its head', code: 'sheet.unreadable', make: () => goodOldWorkbook().subarray(0, 512) },
  { name: 'half of it', code: 'sheet.unreadable', make: () => goodOldWorkbook().subarray(0, goodOldWorkbook().length / 2) },
  { name: 'sectors that lead to themselves', code: 'sheet.unreadable', make: () => changed((file) => chain(file, (own) => own)) },
  { name: 'sectors in a circle', code: 'sheet.unreadable', make: () => changed((file) => chain(file, (own) => (own + 1) % 128)) },
  {
    name: 'a list of sector lists in a circle',
    code: 'sheet.unreadable',
    make: () =>
      changed((file) => {
        file.writeInt32LE(3, 0x44)
        file.writeInt32LE(0x7fffffff, 0x48)
      }),
  },
  {
    name: 'a folder in a circle',
    code: 'sheet.unreadable',
    make: () =>
      changed((file) =>
        folder(file, (entry) => {
          file.writeInt32LE(1, entry + 68)
          file.writeInt32LE(2, entry + 72)
          file.writeInt32LE(0, entry + 76)
        }),
      ),
  },
  { name: 'sectors of one byte', code: 'sheet.unreadable', make: () => changed((file) => file.writeUInt16LE(0, 0x1e)) },
  { name: 'sectors of two gigabytes', code: 'sheet.unreadable', make: () => changed((file) => file.writeUInt16LE(31, 0x1e)) },
  {
    name: 'four billion shared texts in eight bytes',
    code: 'sheet.unreadable',
    make: () => xlsOf(streamOf([record(0xfc, wide(-1, -1))], [named(0, 5)])),
  },
  {
    name: 'a cell of a shared text that is not there',
    code: 'sheet.unreadable',
    make: () =>
      xlsOf(streamOf([record(0xfc, Buffer.concat([wide(1, 1), numbers(1), Buffer.from([0, 65])]))], [named(0, 7), named(1, -1)])),
  },
  {
    name: 'a record longer than the file',
    code: 'sheet.unreadable',
    make: () => xlsOf(streamOf([], [record(0x203, numbers(0, 0), 0xffff)])),
  },
  {
    name: 'cells that end before they begin',
    code: 'sheet.unreadable',
    make: () => xlsOf(streamOf([], [many(100_000, () => record(0xbd, numbers(0, 9, 0, 0, 0, 3)))])),
  },
  { name: 'a workbook without a sheet', code: 'sheet.unreadable', make: () => xlsOf(record(0x0a)) },
  { name: 'a password', code: 'sheet.locked', make: () => xlsOf(streamOf([record(0x2f, numbers(1, 1, 1))], [text])) },
  {
    name: 'more columns than are read',
    code: 'sheet.too-large',
    make: () => xlsOf(streamOf([], [many(60_000, (nth) => number(nth, 0xff))])),
  },
  {
    name: 'more sheets than are read',
    code: 'sheet.too-large',
    make: () =>
      xlsOf(
        streamOf([many(20_000, (nth) => record(0x85, Buffer.concat([wide(nth * 3), Buffer.from([0, 0, 1, 0, 65])])))], [text]),
      ),
  },
  {
    name: 'more merged ranges than are read',
    code: 'sheet.too-large',
    make: () =>
      xlsOf(
        streamOf(
          [],
          [text, many(200, () => record(0xe5, Buffer.concat([numbers(1000), many(1000, () => numbers(0, 0xffff, 0, 1))])))],
        ),
      ),
  },
]

/** Workbooks that the reader would chew for minutes: what ends them is the time of the thread. */
export const endlessOldWorkbook = (): Buffer =>
  xlsOf(
    streamOf(
      [],
      [
        many(300_000, (nth) =>
          Buffer.concat([
            record(0x06, Buffer.concat([numbers(nth & 0xffff, 0, 0, 0, 0, 0, 0xffff), Buffer.alloc(8)])),
            record(0x207, Buffer.concat([numbers(0xffff), Buffer.from([0, 65])])),
          ]),
        ),
      ],
    ),
  )

/** A workbook whose cells are many times as large in memory as in the file. */
export const swellingOldWorkbook = (): Buffer =>
  xlsOf(streamOf([], [many(700, (nth) => record(0xbd, Buffer.concat([numbers(nth, 0), Buffer.alloc(1350 * 6), numbers(1349)])))]))

/** Records of which no reader knows anything. */
export const unknownRecords = (): Buffer => xlsOf(streamOf([many(200_000, () => record(0x5555))], [text]))
