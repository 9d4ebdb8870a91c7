import { emptyHeld, type Held } from '@wangdi/domain/sync/held.rules.ts'
import { expect, test } from 'vitest'
import { namesOnPhone, offeredOnPhone } from '../src/kinds/pointing/offered.ts'

const held = {
  ...emptyHeld(),
  person: new Map([
    ['p1', { id: 'p1', name: '郑阿婆', dwelling: 'd1' }],
    ['p2', { id: 'p2', name: '隔壁的', dwelling: 'd2' }],
    ['p3', { id: 'p3', name: '没有门牌的', dwelling: undefined }],
  ]),
  thing: new Map([
    ['t1', { id: 't1', kind: 'rounds.facility', title: '图书室' }],
    ['t2', { id: 't2', kind: 'rounds.weak-point', title: '后巷' }],
  ]),
} as unknown as Held

test('a phone offers the members of the door at hand, and of things those of the kind; without a door nobody', () => {
  expect(offeredOnPhone(held, { type: 'person' }, 'd1')).toEqual([['p1', '郑阿婆']])
  expect(offeredOnPhone(held, { type: 'person' }, undefined)).toEqual([])
  expect(offeredOnPhone(held, { type: 'thing', of: 'rounds.weak-point' }, undefined)).toEqual([['t2', '后巷']])
  expect(offeredOnPhone(held, { type: 'staff' }, 'd1')).toEqual([])
})

test('what a value points at is called as the phone holds it, and by no other words', () => {
  expect(namesOnPhone(held, 'p2')).toEqual({ p2: '隔壁的' })
  expect(namesOnPhone(held, 'elsewhere')).toEqual({})
})
