import { expect, test } from 'vitest'
import { rowsOf } from './fold.rules.ts'
import { applyRows, emptyHeld, withoutOld } from './held.rules.ts'
import { phoneRounds } from './phone-kinds.ts'
import { roundOnPhone } from './round.rules.ts'

const me = { account: 'me', name: '孙丽' }
const today = '2026-11-17'
const [kind] = phoneRounds as [(typeof phoneRounds)[number]]
const thing = (id: string, own: string | null = 'open') => ({ id, kind: kind.over.things, title: `${id} 活动室`, own })
const held = applyRows(emptyHeld(), {
  thing: [thing('t1'), thing('t2'), thing('t3', 'suspended'), { ...thing('t4'), kind: 'other.kind' }],
})
const look = (id: string, target: string, done: string, at = '2026-11-17T02:00:00.000Z') => ({
  ...{ verb: `${kind.name}.record`, at },
  input: { id, thing: target, v: 1, fields: { done, agent: 'chlorine', strength: { n: 500, unit: 'mgl' } } },
})

test('a look recorded on the phone stands in the round at once, without what a condition hides, and a repeat changes nothing', () => {
  const said = look('c1', 't1', 'closed')
  const after = applyRows(held, rowsOf(held, said, me))
  expect(after.check.get('c1')?.values).toEqual({ done: 'closed' })
  const { all, coverage } = roundOnPhone(after, kind, today)
  expect(all.map((one) => [one.thing.id, one.standing])).toEqual([
    ['t1', 'closed'],
    ['t2', 'not-reached'],
    ['t3', 'outside'],
  ])
  expect([coverage.due, coverage.done, coverage.notReached, coverage.outside]).toEqual([2, 0, 1, 1])
  expect(roundOnPhone(applyRows(after, rowsOf(after, said, me)), kind, today).coverage).toEqual(coverage)
  const fixed = { verb: `${kind.name}.replace`, at: said.at, input: { id: 'c2', replaces: 'c1', v: 1, fields: { done: 'done' } } }
  expect(roundOnPhone(applyRows(after, rowsOf(after, fixed, me)), kind, today).coverage.done).toBe(1)
  expect(rowsOf(held, fixed, me)).toEqual({})
})

test('a look of a turn that is over leaves the phone, the thing stays', () => {
  const after = applyRows(held, rowsOf(held, look('c1', 't1', 'done'), me))
  expect(withoutOld(after, today).check.size).toBe(1)
  const next = withoutOld(after, '2026-11-18')
  expect([next.check.size, next.thing.size]).toEqual([0, 4])
})
