import { expect, test } from 'vitest'
import { planFor } from './engine/plan.ts'
import { housePacks } from './test/packs.ts'
import type { Facts } from './vocabulary.ts'

const { packs } = housePacks()
const place = '410105001003'
const ordinary: Facts = { response: 'none' }
// A response of today brings back rules of 2020: the law of today binds all the same.
const restricted: Facts = {
  response: 'open',
  'response.rules': 'precision-2020@2020-05-01,observation-terms@2022-07-15',
  'county.risk': 'high',
  'community.class': 'transmission',
  'community.kind': 'urban',
}
const lawOn = (day: string, facts: Facts) => {
  const { measures, limits, rights } = planFor(packs, facts, place, day)
  return [...measures, ...limits, ...rights].filter(({ pack }) => pack === 'law')
}
const idsFor = (row: string, facts: Facts) =>
  lawOn('2026-11-20', facts)
    .filter(({ rows }) => rows.includes(row))
    .map(({ id }) => id)

test('every clause of the law stands in the plan of a day under a response, each with its article', () => {
  const bound = lawOn('2026-11-20', restricted)
  const rows = new Set(bound.flatMap((each) => each.rows))
  expect(Array.from({ length: 25 }, (_, nth) => `R-LAW-${nth + 1}`).filter((row) => !rows.has(row))).toEqual([])
  for (const { source } of bound) expect([source.document === '', source.section === '']).toEqual([false, false])
})

test('orders with a term, the machine that only proposes, deletion, assessment, burden and services are asked, forbidden or owed', () => {
  const wanted: Record<string, string[]> = {
    'R-LAW-1': ['review-of-open-order', 'not-beyond-order', 'order-published'],
    'R-LAW-3': ['no-own-figures'],
    'R-LAW-6': ['delete-after-response', 'data-gone-after'],
    'R-LAW-9': ['machine-proposes-only', 'object-to-machine'],
    'R-LAW-12': ['impact-assessment', 'trail-untouched'],
    'R-LAW-16': ['no-second-asking', 'not-asked-twice'],
    'R-LAW-17': ['work-with-basis'],
    'R-LAW-20': ['services-under-restriction', 'served-under-restriction'],
  }
  for (const [row, ids] of Object.entries(wanted)) expect(idsFor(row, restricted), row).toEqual(ids)
})

test('what only a restriction calls for is not asked on ordinary days; limits and rights bind always', () => {
  expect(idsFor('R-LAW-20', ordinary)).toEqual([])
  expect(idsFor('R-LAW-1', ordinary)).toEqual(['not-beyond-order', 'order-published'])
  expect(idsFor('R-LAW-9', ordinary)).toEqual(['machine-proposes-only', 'object-to-machine'])
  expect(lawOn('2025-10-31', ordinary)).toEqual([])
  expect(lawOn('2025-11-01', ordinary).length).toBeGreaterThan(10)
})
