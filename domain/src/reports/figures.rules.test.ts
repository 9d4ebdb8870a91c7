import { expect, test } from 'vitest'
import { behindPeople, peopleFigures, type Span, workFigures } from './figures.rules.ts'

const span = (more: Partial<Span> = {}): Span => ({ id: 'a', from: '2026-11-10', to: '2026-11-20', ...more })
const on = (day: string, ...spans: Span[]) => peopleFigures(spans, day)

test('somebody is new on the first day, held until the day before the end, and ended on that day alone', () => {
  expect([on('2026-11-09', span()), on('2026-11-10', span()), on('2026-11-11', span())]).toEqual([
    [0, 0, 0, 0],
    [1, 1, 1, 0],
    [0, 1, 1, 0],
  ])
  expect([on('2026-11-19', span()), on('2026-11-20', span()), on('2026-11-21', span())]).toEqual([
    [0, 1, 1, 0],
    [0, 1, 0, 1],
    [0, 1, 0, 0],
  ])
  expect(on('2027-11-21', span({ to: null }))).toEqual([0, 1, 1, 0])
})

test('who came is new at once and held from the order on; who was never held does not end', () => {
  const ordered = span({ heldFrom: '2026-11-12' })
  expect([on('2026-11-10', ordered), on('2026-11-11', ordered), on('2026-11-12', ordered)]).toEqual([
    [1, 1, 0, 0],
    [0, 1, 0, 0],
    [0, 1, 1, 0],
  ])
  expect(on('2026-11-12', span({ heldFrom: '2026-11-12', to: '2026-11-12' }))).toEqual([0, 1, 0, 0])
})

test('of two stays of one person one is counted, and done and left of work are what is due', () => {
  expect(behindPeople([span(), span({ from: '2026-11-12' })], '2026-11-13', 2)).toEqual(['a'])
  expect(
    workFigures([
      { id: 'a', done: true },
      { id: 'b', done: false, tried: true },
    ]),
  ).toEqual([2, 1, 1, null])
})
