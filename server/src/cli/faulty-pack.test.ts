import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packFolder, type ReadPacks, readPacks } from '../platform/packs.ts'
import { checkPacks } from './pack.ts'
import { linesOfLeftOut } from './packs-to-ask.ts'
import { WrongUsage } from './verb.ts'

let folder: string
let read: ReadPacks
/** The line at which the fault was put. */
let line: number
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wangdi-packs-'))
  cpSync(packFolder, folder, { recursive: true })
  const file = join(folder, 'henan-2020', 'pack.yaml')
  const text = readFileSync(file, 'utf8').replace(/^until: .*$/m, 'until: 2019-01-01')
  line = text.split('\n').indexOf('until: 2019-01-01') + 1
  writeFileSync(file, text)
  read = readPacks(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a pack with a fault is there: its test names the fault and does not hold', () => {
  const { exit, value } = checkPacks(read, 'henan-2020')
  expect(exit).toBe(1)
  expect(value).toMatchObject({
    packs: 0,
    rows_missing: [],
    lints: [{ file: 'henan-2020/pack.yaml', line, code: 'date.reversed' }],
  })
  expect(checkPacks(read, undefined).exit).toBe(1)
  expect(checkPacks(read, 'observation-terms').exit).toBeUndefined()
  expect(() => checkPacks(read, 'no-such')).toThrow(WrongUsage)
})

test('an answer that a faulty pack had no part in says so, with pack, file and line', () => {
  expect(linesOfLeftOut(read)).toEqual([
    expect.stringMatching(new RegExp(`^henan-2020 有错.*policy/packs/henan-2020/pack.yaml:${line} .*早于`)),
  ])
  expect(linesOfLeftOut(readPacks())).toEqual([])
})
