import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '@wangdi/domain/problem.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { hostileFiles } from '../../../test/hostile-files.ts'
import { goodOldWorkbook, hostileOldWorkbooks, unknownRecords } from '../../../test/hostile-workbooks.ts'
import { openSheetFile } from './sheet.ts'
import { linesOf } from './text/lines.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wangdi-hostile-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function readAll(name: string, bytes: Buffer): Promise<unknown[]> {
  const path = join(folder, name.replaceAll(' ', '-'))
  writeFileSync(path, bytes)
  const opened = await openSheetFile(path)
  const cells: unknown[] = []
  try {
    for (const sheet of opened.sheets)
      for await (const page of opened.rows(sheet)) for (const row of page) cells.push(...row.cells)
    return cells
  } finally {
    opened.close()
  }
}

test.each([...hostileFiles, ...hostileOldWorkbooks.map((file) => ({ ...file, name: `an old workbook, ${file.name}` }))])(
  '$name: refused with a problem before it has been read to its end',
  async ({ name, make, code }) => {
    const words = { zh: expect.any(String), en: expect.any(String) }
    await expect(readAll(name, make())).rejects.toMatchObject({ code, words })
  },
)

test('a text without a line end is refused while it still comes', async () => {
  let pieces = 0
  const endless = async function* () {
    for (; pieces < 1000; pieces++) yield 'x'.repeat(100_000)
  }
  await expect(linesOf(endless()).next()).rejects.toMatchObject({ code: 'sheet.too-large' })
  expect(pieces).toBeLessThan(20)
})

test('an old workbook in which nothing lies is read', async () => {
  const cells = await readAll('good', goodOldWorkbook())
  expect(cells.slice(0, 2)).toEqual(['x', 'ab'])
})

test('whatever bytes of an old workbook are changed, cut or blotted, it is read or refused with a problem', async () => {
  const whole = goodOldWorkbook()
  const at = fc.nat(whole.length - 5)
  const value = fc.constantFrom(0, 1, -1, -2, -3, 0x7fffffff, 0xffff, 0x10000, 0x8000, 255)
  // Half of the blots fall on the head, where chains and sizes stand.
  const blots = fc.array(fc.tuple(fc.oneof(at, fc.nat(511)), value), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(blots, fc.option(at), async (changes, cut) => {
      const file = Buffer.from(whole)
      for (const [place, number] of changes) file.writeInt32LE(number, place)
      await readAll('blotted', file.subarray(0, cut ?? file.length)).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error
      })
    }),
    { numRuns: 400, seed: 7 },
  )
})

test('records that the reader does not know are passed over, and nothing is said of them in the log', async () => {
  const say = vi.spyOn(console, 'error')
  onTestFinished(() => say.mockRestore())
  expect(await readAll('unknown', unknownRecords())).toEqual(['x'])
  expect(say).not.toHaveBeenCalled()
})
