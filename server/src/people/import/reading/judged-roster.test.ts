import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRoster } from '../../../../test/faults/rosters.ts'
import { endlessOldWorkbook } from '../../../../test/hostile-workbooks.ts'
import { judgeRoster } from './judged-roster.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wangdi-judged-roster-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function judge(name: string, bytes: Uint8Array, signal?: AbortSignal) {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const file = { path, kind: 'residents', place: '410105001003', today: '2026-11-20' } as const
  const judged = await judgeRoster({ file, wants: 'outcome' }, signal)
  await judged.close()
  return judged.opened.firstRows.length
}

test('a file that its reader would chew for minutes ends with the signal, its thread with it, and the next file is judged', async () => {
  // A warm thread: the signal comes while the file is read, not while the thread still loads.
  expect(await judge('first.csv', makeRoster('张', 3))).toBe(4)
  const gone = new AbortController()
  const why = new Error('gone')
  setTimeout(() => gone.abort(why), 1000)
  await expect(judge('endless.xls', endlessOldWorkbook(), gone.signal)).rejects.toBe(why)
  expect(await judge('next.csv', makeRoster('李', 3))).toBe(4)
})
