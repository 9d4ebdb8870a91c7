import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { label, numbers, record, streamOf, wide, xlsOf } from '../../../test/xls.ts'
import { openOldWorkbook } from './old-workbook.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wangdi-old-workbook-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// 居民, 朱敏, 张喆 and 朱镕 in GBK; the last two letters stand in it and not in GB 2312.
const residents = Buffer.from('bed3c3f1', 'hex')
const people = ['d6ecc3f4', 'd5c586b4', 'd6ece946'].map((bytes) => Buffer.from(bytes, 'hex'))
const names = ['朱敏', '张喆', '朱镕']

// Excel 95 calls its stream Book, and says its code page in a record ([MS-XLS] 2.4.52).
const workbook95 = (globals: readonly Buffer[]) =>
  xlsOf(
    streamOf(
      globals,
      people.map((name, row) => label(row, 0, name)),
      0x500,
      residents,
    ),
    'Book',
  )

test.each([
  ['that says so', [record(0x42, numbers(936))]],
  ['that says nothing of it', []],
])('an old workbook in the Chinese code page, %s, is read with the letters that were written', async (_, globals) => {
  const path = join(folder, 'residents.xls')
  writeFileSync(path, workbook95(globals))
  expect(people.map((bytes) => new TextDecoder('gbk').decode(bytes))).toEqual(names)
  const opened = await openOldWorkbook(path)
  expect(opened.sheets).toEqual(['居民'])
  expect(opened.rows('居民').map(({ cells }) => cells[0])).toEqual(names)
})

test('texts of Excel 97 and later keep their letters beside the code page', async () => {
  const path = join(folder, 'later.xls')
  const shared = Buffer.concat([wide(1, 1), numbers(3), Buffer.from([1]), Buffer.from('龚𣲗', 'utf16le')])
  writeFileSync(
    path,
    xlsOf(
      streamOf([record(0x42, numbers(936)), record(0xfc, shared)], [record(0xfd, Buffer.concat([numbers(0, 0, 0), wide(0)]))]),
    ),
  )
  const opened = await openOldWorkbook(path)
  expect(opened.rows('S')[0]?.cells).toEqual(['龚𣲗'])
})
