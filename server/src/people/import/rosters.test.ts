import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ageOn } from '@wangdi/domain/day.ts'
import { type RosterKind } from '@wangdi/domain/people/roster/fields.ts'
import { recogniseHeads } from '@wangdi/domain/people/roster/heads.ts'
import { judge } from '@wangdi/domain/people/roster/judgement.ts'
import type { SheetRow } from '@wangdi/domain/sheet.ts'
import { colourFor } from '@wangdi/policy/engine/grade.ts'
import { describe, expect, test } from 'vitest'
import { packsAtHand } from '../../platform/packs.ts'
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

test('the elders of the survey get the colours of the 2022-12 table: three doses are full, one or two partial', async () => {
  const right = expected['elders-410105001003.xlsx'] as Expected & { colours_2022_12: Record<string, number> }
  const rows = await likelySheet(await openSheetFile(`${folder}elders-410105001003.xlsx`), 'elders')
  const { accepted } = judge('elders', rows, { today: right.today ?? '', place: right.place })
  const { packs } = packsAtHand()
  const colours: Record<string, number> = {}
  for (const { birth, elder } of accepted) {
    const doses = elder?.doses
    const person = {
      ...(birth === undefined ? {} : { age: ageOn(birth, right.today ?? '') }),
      ...(elder === undefined || elder.disease === 'unknown' ? {} : { disease: elder.disease }),
      ...(doses === undefined
        ? {}
        : { vaccination: doses >= 3 ? ('full' as const) : doses > 0 ? ('partial' as const) : ('none' as const) }),
    }
    const colour = String(colourFor(packs, person, right.place, '2022-12-20').value)
    colours[colour] = (colours[colour] ?? 0) + 1
  }
  expect(colours).toEqual(right.colours_2022_12)
})
