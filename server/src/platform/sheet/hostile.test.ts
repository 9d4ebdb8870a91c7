import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostileFiles } from '../../../test/hostile-files.ts'
import { openSheetFile } from './sheet.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wangdi-hostile-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(hostileFiles)('$name: refused with a problem before it has been read to its end', async ({ name, make, code }) => {
  const path = join(folder, name.replaceAll(' ', '-'))
  writeFileSync(path, make())
  const reading = async () => {
    const opened = await openSheetFile(path)
    try {
      for (const sheet of opened.sheets) for await (const _ of opened.rows(sheet));
    } finally {
      opened.close()
    }
  }
  await expect(reading()).rejects.toMatchObject({ code, words: { zh: expect.any(String), en: expect.any(String) } })
})
