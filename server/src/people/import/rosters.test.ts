import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type RosterKind } from '@wangdi/domain/people/roster/fields.ts'
import { recogniseHeads } from '@wangdi/domain/people/roster/heads.ts'
import { judge } from '@wangdi/domain/people/roster/judgement.ts'
import type { SheetRow } from '@wangdi/domain/sheet.ts'
import { describe, expect, test } from 'vitest'
import { openSheetFile } from '../../platform/sheet/sheet.ts'

const folder = fileURLToPath(new URL('../../../test/rosters/', import.meta.url))

interface Expected {
  kind: RosterKind
  place: string
  today?: string
  sheet?: string
  accepted?: number
  people_accepted?: number
  rejected: { row: number; code: string }[]
  duplicates?: { row: number; same_as_row: number }[]
  vacant_dwellings?: number
}
const expected = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as Record<string, Expected>

async function likelySheet(file: Awaited<ReturnType<typeof openSheetFile>>, kind: RosterKind): Promise<SheetRow[]> {
  let best: { rows: SheetRow[]; confidence: number } = { rows: [], confidence: -1 }
  for (const sheet of file.sheets) {
    const rows: SheetRow[] = []
    for await (const page of file.rows(sheet)) rows.push(...page)
    const { confidence } = recogniseHeads(kind, rows)
    if (confidence > best.confidence) best = { rows, confidence }
  }
  return best.rows
}

describe.each(Object.entries(expected))('%s', (name, right) => {
  test('gives exactly the rows, rejections and duplicates that a right import gives', async () => {
    const file = await openSheetFile(folder + name)
    const rows = await likelySheet(file, right.kind)
    const result = judge(right.kind, rows, { today: right.today ?? '2026-11-20', place: right.place })
    expect(result.rejected.map(({ row, code }) => ({ row, code }))).toEqual(right.rejected)
    expect(result.accepted.length).toBe(right.people_accepted ?? right.accepted)
    expect(result.duplicates.map(({ row, same_as_row }) => ({ row, same_as_row }))).toEqual(right.duplicates ?? [])
    expect(result.vacant_dwellings).toBe(right.vacant_dwellings ?? 0)
    expect(result.heads.confidence).toBeGreaterThan(0.8)
    expect(result.heads.unknown).toEqual([])
  })
})
