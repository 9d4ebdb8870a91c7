import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellOf, hideInCounty } from './small-figures.ts'

const county = '410105'
const least = 5
/** A county with all its sums, from what each community has. */
function tree(leaves: Readonly<Record<string, readonly number[]>>) {
  const rows = new Map<string, number[]>()
  for (const [place, figures] of Object.entries(leaves))
    for (const code of [place, place.slice(0, 9), county])
      rows.set(
        code,
        figures.map((value, nth) => value + (rows.get(code)?.[nth] ?? 0)),
      )
  return rows
}
const one = (leaves: Readonly<Record<string, number>>) =>
  hideInCounty(county, tree(Object.fromEntries(Object.entries(leaves).map(([place, value]) => [place, [value]]))), [], least)

test('fewer than the least count are not told of a community, zero and the county itself are', () => {
  const hidden = one({ '410105001001': 3, '410105001002': 2, '410105001003': 0, '410105002001': 40 })
  expect(hidden.get(cellOf('410105001001'))).toBe('few')
  expect(hidden.get(cellOf('410105001002'))).toBe('few')
  expect(hidden.has(cellOf('410105001003'))).toBe(false)
  expect(hidden.has(cellOf(county))).toBe(false)
})

test('one small figure alone takes the smallest beside it along, so that the sum less the others does not give it away', () => {
  const hidden = one({ '410105001001': 3, '410105001002': 60, '410105001003': 20, '410105002001': 40 })
  expect([...hidden]).toEqual([
    [cellOf('410105001001'), 'few'],
    [cellOf('410105001003'), 'withheld'],
  ])
})

test('where a whole county has fewer, nothing below is told, not even in which communities there is nobody', () => {
  const hidden = one({ '410105001001': 2, '410105001002': 0, '410105002001': 0 })
  expect(hidden.size).toBe(5)
})

test('figures of one row that add up do not give each other away: done is due less what is left', () => {
  const hidden = hideInCounty(county, tree({ '410105001001': [20, 17, 3], '410105001002': [90, 50, 40] }), [[0, 1, 2]], least)
  expect(hidden.get(cellOf('410105001001', 2))).toBe('few')
  expect(hidden.get(cellOf('410105001001', 1))).toBe('withheld')
})

const code = fc
  .integer({ min: 1, max: 4 })
  .chain((street) => fc.integer({ min: 1, max: 5 }).map((at) => `41010500${street}00${at}`))
const figures = fc
  .integer({ min: 0, max: 12 })
  .chain((held) => fc.integer({ min: 0, max: 12 }).map((ended) => [held + ended, held, ended]))
const counties = fc.uniqueArray(fc.tuple(code, figures), { minLength: 1, maxLength: 14, selector: ([place]) => place })

/** The hidden cells that follow from what is told: Gauss's elimination over all sums, hidden cells as unknowns. */
function workedOut(
  rows: ReadonlyMap<string, readonly number[]>,
  hidden: ReadonlyMap<string, unknown>,
  sumsOfRow: readonly (readonly number[])[],
) {
  const unknown = [...hidden.keys()]
  const sums: string[][] = []
  for (const place of rows.keys()) {
    for (const sum of sumsOfRow) sums.push(sum.map((nth) => cellOf(place, nth)))
    const parts = [...rows.keys()].filter((each) => each !== place && each.startsWith(place) && each.length === place.length + 3)
    if (parts.length > 0) for (const nth of [0, 1, 2]) sums.push([place, ...parts].map((each) => cellOf(each, nth)))
  }
  const matrix: number[][] = sums.map((sum) =>
    unknown.map((cell) => (sum[0] === cell ? -1 : sum.slice(1).includes(cell) ? 1 : 0)),
  )
  let done = 0
  for (let column = 0; column < unknown.length; column++) {
    const at = matrix.findIndex((row, nth) => nth >= done && Math.abs(row[column] ?? 0) > 1e-9)
    if (at < 0) continue
    const [pivot] = matrix.splice(at, 1)
    if (!pivot) continue
    const scaled = pivot.map((value) => value / (pivot[column] ?? 1))
    for (const row of matrix) {
      const factor = row[column] ?? 0
      if (factor !== 0) for (const [nth, value] of scaled.entries()) row[nth] = (row[nth] ?? 0) - factor * value
    }
    matrix.splice(done++, 0, scaled)
  }
  return matrix.flatMap((row) => {
    const left = unknown.filter((_, nth) => Math.abs(row[nth] ?? 0) > 1e-9)
    return left.length === 1 ? left : []
  })
}

test('whatever a county holds, no figure below the least count is told or follows from those that are', () => {
  fc.assert(
    fc.property(counties, (leaves) => {
      // A county with one community is that community: what it comes to is told above, so two more stand beside.
      const rows = tree({ '410105001009': [0, 0, 0], '410105009009': [0, 0, 0], ...Object.fromEntries(leaves) })
      const hidden = hideInCounty(county, rows, [[0, 1, 2]], least)
      const isFew = (cell: string) => {
        const [place = '', nth] = cell.split(':')
        const value = rows.get(place)?.[Number(nth)] ?? 0
        return place !== county && value >= 1 && value < least
      }
      const all = [...rows.keys()].flatMap((place) => [0, 1, 2].map((nth) => cellOf(place, nth)))
      expect(all.filter((cell) => isFew(cell) && !hidden.has(cell))).toEqual([])
      expect(workedOut(rows, hidden, [[0, 1, 2]]).filter(isFew)).toEqual([])
    }),
    { numRuns: 2000 },
  )
})
