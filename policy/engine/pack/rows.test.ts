import { describe, expect, test } from 'vitest'
import { accountRows, catalogueOf, checkLeftOut, unknownRows } from './rows.ts'
import type { Pack } from './schema.ts'

const catalogue = {
  functions: [
    { id: 'GRID', rows: ['R-A-1', 'R-B-1'] },
    { id: 'REPORT', rows: ['R-A-2'] },
  ],
  textOnly: ['R-A-3'],
}
const rule = (rows: string[]) => ({ id: 'rule', rows })
const pack = { id: 'a', carries: 'R-A', measures: [rule(['R-A-1'])] } as unknown as Pack
const check = (raw: unknown) =>
  checkLeftOut({ file: 'a/left-out.yaml', raw, lineOf: ([index]) => Number(index) + 1 }, pack, catalogue)
const codes = (raw: unknown) => check(raw).findings.map(({ code }) => code)

describe('the clauses a pack leaves out', () => {
  test('name the function that serves each, or say that there is nothing to build', () => {
    const left = [
      { row: 'R-A-2', function: 'REPORT' },
      { row: 'R-A-3', reason: 'policy text only' },
    ]
    expect(check(left)).toEqual({ leftOut: left, findings: [] })
  })

  test('a wrong function is refused with file, line and the right one', () => {
    expect(
      check([
        { row: 'R-A-3', reason: 'text' },
        { row: 'R-A-2', function: 'GRID' },
      ]).findings,
    ).toEqual([
      {
        file: 'a/left-out.yaml',
        line: 2,
        code: 'left-out.function',
        text: { zh: 'R-A-2 由 REPORT 承担，不是 GRID', en: 'R-A-2 is served by REPORT, not GRID' },
      },
    ])
  })

  test('a clause with something to build is not put off with a reason, nor a mere exhortation given a function', () => {
    expect(codes([{ row: 'R-A-2', reason: 'later' }])).toEqual(['left-out.needs-function'])
    expect(codes([{ row: 'R-A-3', function: 'REPORT' }])).toEqual(['left-out.text-only'])
  })

  test('clauses of another document, unknown ones, repeats and those a rule carries are found', () => {
    expect(codes([{ row: 'R-B-1', function: 'GRID' }])).toEqual(['left-out.document'])
    expect(codes([{ row: 'R-A-9', function: 'GRID' }])).toEqual(['left-out.row'])
    expect(codes([{ row: 'R-A-1', function: 'GRID' }])).toEqual(['left-out.carried'])
    expect(
      codes([
        { row: 'R-A-3', reason: 'a' },
        { row: 'R-A-3', reason: 'b' },
      ]),
    ).toEqual(['left-out.repeated'])
    expect(codes([{ row: 'R-A-3' }])).toEqual(['left-out.form'])
    expect(codes('nothing')).toEqual(['left-out.form'])
  })
})

test('clauses are counted once, whoever carries them; exhortations are looked for and not counted', () => {
  const other = { id: 'b', carries: 'R-B', limits: [rule(['R-B-1', 'R-A-1'])] } as unknown as Pack
  const files = [
    { pack, leftOut: [{ row: 'R-A-2', function: 'REPORT' }] },
    { pack: other, leftOut: [] },
  ]
  expect(accountRows(catalogue, files)).toEqual({ carried: ['R-A-1', 'R-B-1', 'R-A-2'], missing: ['R-A-3'] })
  expect(accountRows(catalogueOf(catalogue, other), files)).toEqual({ carried: ['R-B-1'], missing: [] })
})

test('a rule that names a clause no notice has is found; clauses of the law are listed elsewhere', () => {
  const slip = { ...pack, limits: [rule(['R-A-12', 'R-LAW-3'])] } as unknown as Pack
  expect(unknownRows(catalogue, slip)).toEqual(['R-A-12'])
})
