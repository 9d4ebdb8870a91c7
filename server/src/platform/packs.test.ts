import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { packFolder, readPacks } from './packs.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

/** A copy of the packs of the house in which one file was changed. */
function copyWith(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'packs-'))
  made.push(folder)
  cpSync(packFolder, folder, { recursive: true })
  const path = join(folder, file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
  return folder
}

test('the packs of the house are read without a finding', () => {
  const { findings, list } = readPacks()
  expect(findings).toEqual([])
  expect(list.map(({ id }) => id)).toEqual(expect.arrayContaining(['class-b-2023', 'precision-2020', 'observation-terms']))
})

test('a wrong fact is found with file and line, and the faulty pack is left out while the others answer', () => {
  const folder = copyWith('observation-terms/pack.yaml', (text) => text.replace('home-fit:', 'house-fit:'))
  const line =
    readFileSync(join(folder, 'observation-terms/pack.yaml'), 'utf8')
      .split('\n')
      .findIndex((each) => each.includes('house-fit:')) + 1
  const { findings, list } = readPacks(folder)
  expect(findings).toEqual([expect.objectContaining({ file: 'observation-terms/pack.yaml', line, code: 'fact.unknown' })])
  expect(list.map(({ id }) => id)).not.toContain('observation-terms')
  expect(list.map(({ id }) => id)).toContain('class-b-2023')
})

test('broken YAML and unreadable cases are findings, not failures', () => {
  expect(readPacks(copyWith('law/pack.yaml', (text) => `${text}\n  - : : x`)).findings).toEqual([
    expect.objectContaining({ file: 'law/pack.yaml', code: 'yaml.broken' }),
  ])
  expect(readPacks(copyWith('law/cases.yaml', (text) => `${text}\n- { on: tomorrow }\n`)).findings).toEqual([
    expect.objectContaining({ file: 'law/cases.yaml', code: 'case.unreadable' }),
  ])
})
