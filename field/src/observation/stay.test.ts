import { householdsOf } from '../places/door.ts'
import { applyRows, emptyHeld } from '@wangdi/domain/sync/held.rules.ts'
import { expect, test } from 'vitest'
import { staysOf } from './stay.ts'

const rule = {
  ...{ fever: 37.3, symptoms: [], second_reading: 15, per_day: 2, split: '13:00', source: '' },
  due_by: { morning: '12:00', evening: '20:00' },
}
const door = {
  ...{ id: 'd', block: '1号楼', estate: null, building: '1号楼', unit: null, floor: 1, room: '101', group: null, house: null },
  ...{ use: 'own' as const, ordinal: 1, version: 1 },
}
const person = { id: 'p', dwelling: 'd', name: '谭凯', sex: null, born: null, phone: null, relation: '' }
const episode = (decided_at: string) => ({
  ...{ id: 'e', person: 'p', community: '410105001003', dwelling: null, kind: 'close-contact' as const },
  ...{ number: '1', issuer: '疾控', decided_at, day_zero: '2026-11-27', last_day: '2026-12-04', ended_at: null, rule },
  phases: [{ where: 'home' as const, from: '2026-11-28', until: '2026-12-04', tests: [] }],
})
const yesterday = (decided_at: string) => {
  const now = '2026-11-30T08:40:00+08:00'
  const held = applyRows(emptyHeld(), { dwelling: [door], person: [person], episode: [episode(decided_at)] })
  return [...householdsOf(held, undefined, '2026-11-30').values()].flatMap((home) => staysOf(held, home, now))[0]?.yesterday
}

test('what nobody asked for before the order is not said to be missed; what was due and is not there is', () => {
  expect(yesterday('2026-11-30T08:36:00+08:00')).toEqual({ morning: undefined, evening: undefined })
  expect(yesterday('2026-11-29T13:30:00+08:00')).toEqual({ morning: undefined, evening: null })
  expect(yesterday('2026-11-27T10:00:00+08:00')).toEqual({ morning: null, evening: null })
})
