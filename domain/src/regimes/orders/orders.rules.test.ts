import { describe, expect, test } from 'vitest'
import type { OrderAct } from './control-order.ts'
import { controlOf, endOfLeave, lastDayOfOrder, liftedFrom, orderStateOn } from './orders.rules.ts'

const place = '410105001003'
const at = { scope: 'unit', building: null, unit: '2', estate: null, group: null } as const
const order = {
  place,
  kind: 'building-closure' as const,
  at,
  from: '2026-11-10',
  until: '2026-11-16',
  review_on: null,
  acts: [] as OrderAct[],
}
const act = (kind: OrderAct['kind'], more: Partial<OrderAct>): OrderAct => ({
  kind,
  at: '2026-11-12T02:00:00.000Z',
  by: '赵明',
  number: '4号',
  reason: '',
  until: null,
  review_on: null,
  lifted_from: null,
  ...more,
})
const response = {
  scope: ['410105'],
  functions: ['orders' as const],
  from: '2026-11-01',
  until: '2026-11-30',
  review_on: null,
  acts: [],
}
const closedOn = (moment: string) => ({
  ...response,
  acts: [{ kind: 'closed' as const, at: moment, by: '', number: '', reason: '', until: null, review_on: null }],
})

describe('where an order stands follows from its days', () => {
  test('it begins on its first day and lapses after its last, without anybody doing anything', () => {
    const on = (day: string) => orderStateOn(order, day, [response])
    expect([on('2026-11-09'), on('2026-11-10'), on('2026-11-16'), on('2026-11-17')]).toEqual([
      'coming',
      'in-force',
      'in-force',
      'ended',
    ])
  })

  test('a review day ends it as a last day does, unless it is kept', () => {
    const reviewed = { ...order, until: null, review_on: '2026-11-12' }
    expect(orderStateOn(reviewed, '2026-11-13', [response])).toBe('ended')
    expect(lastDayOfOrder({ ...reviewed, acts: [act('kept', { until: '2026-11-15' })] })).toBe('2026-11-15')
  })

  test('shortened it ends earlier, lifted it ends on the day before', () => {
    expect(lastDayOfOrder({ ...order, acts: [act('shortened', { until: '2026-11-13' })] })).toBe('2026-11-13')
    const lifted = { ...order, acts: [act('lifted', { lifted_from: '2026-11-14' })] }
    expect(orderStateOn(lifted, '2026-11-13', [response])).toBe('in-force')
    expect(orderStateOn(lifted, '2026-11-14', [response])).toBe('lifted')
  })

  test('lifted on its first day it says from when, since no day of it is left', () => {
    const lifted = (from: string) => ({ ...order, acts: [act('lifted', { lifted_from: from })] })
    expect(liftedFrom(lifted('2026-11-10'))).toBe('2026-11-10')
    expect(liftedFrom(lifted('2026-11-16'))).toBe('2026-11-16')
    expect(orderStateOn(lifted('2026-11-10'), '2026-11-10', [response])).toBe('lifted')
    // Shortened meanwhile, the term ends it before.
    const shorter = { ...order, acts: [act('lifted', { lifted_from: '2026-11-16' }), act('shortened', { until: '2026-11-13' })] }
    expect([liftedFrom(shorter), liftedFrom(order)]).toEqual([null, null])
  })

  test('it ends with the response that let it be, and a later response does not wake it', () => {
    const ended = closedOn('2026-11-12T01:00:00.000Z')
    const later = { ...response, from: '2026-11-14' }
    expect(endOfLeave(order, [ended, later])).toBe('2026-11-12')
    expect(orderStateOn(order, '2026-11-11', [ended, later])).toBe('in-force')
    expect(orderStateOn(order, '2026-11-15', [ended, later])).toBe('response')
    expect(orderStateOn(order, '2026-11-15', [ended, { ...response, from: '2026-11-12' }])).toBe('in-force')
  })

  test('it ends on the first day without a response; one that follows on the next day, or runs beside it, keeps it', () => {
    const until = (last: string, from = '2026-11-01') => ({ ...response, from, until: last })
    const on = (day: string, ...responses: (typeof response)[]) => orderStateOn(order, day, responses)
    expect([on('2026-11-12', until('2026-11-12')), on('2026-11-13', until('2026-11-12'))]).toEqual(['in-force', 'response'])
    const next = until('2026-11-30', '2026-11-13')
    expect(on('2026-11-14', until('2026-11-12'), next)).toBe('in-force')
    const beside = [until('2026-11-11'), until('2026-11-15'), until('2026-11-12')]
    expect([endOfLeave(order, beside), endOfLeave(order, beside.toReversed())]).toEqual(['2026-11-16', '2026-11-16'])
    expect(endOfLeave(order, [until('2026-11-10')])).toBe('2026-11-11')
  })

  test('a response that does not open orders, or not here, lets none be', () => {
    expect(orderStateOn(order, '2026-11-11', [{ ...response, functions: ['arrivals'] }])).toBe('response')
    expect(orderStateOn(order, '2026-11-11', [{ ...response, scope: ['410106'] }])).toBe('response')
  })
})

test('an order is compared with the plan as a control with the days of its term', () => {
  expect(controlOf(order)).toEqual({ kind: 'building-closure', scope: 'unit', days: 7, order: true })
  expect(controlOf({ ...order, at: { ...at, scope: 'village-group' } }).scope).toBe('building')
})
