import { expect, test } from 'vitest'
import { isWayTold } from './looks.rules.ts'

const at = '2026-11-17T02:00:00Z'
const told = (verb: Parameters<typeof isWayTold>[0], may: boolean, kept = {}) => isWayTold(verb, at, may, kept)

test('by which verb of health somebody was seen is told to whoever may do it, and to nobody else', () => {
  const health = { name: 'health.card', health: true }
  expect([told(health, true), told(health, false)]).toEqual([true, false])
  expect([told({ name: 'people.get', health: false }, false), told({ name: 'sync.changes', health: true }, false)]).toEqual([
    true,
    true,
  ])
})

test('a look at a stay or an arrival is told from the first day of the record that is kept, and not once there is none', () => {
  const stay = { name: 'observation.get', health: false, needs: 'observation' as const }
  const since = (verb: Parameters<typeof isWayTold>[0], kept: object) => told(verb, true, kept)
  expect([since(stay, { stay: '2026-11-17' }), since(stay, { stay: '2026-11-18' }), since(stay, {})]).toEqual([
    true,
    false,
    false,
  ])
  const arrival = { name: 'people.list-arrivals', health: false, needs: 'arrivals' as const }
  expect([since(arrival, { arrival: '2026-11-17' }), since(arrival, { stay: '2026-11-17' })]).toEqual([true, false])
  // One o'clock of the 18th in China is the 17th elsewhere.
  expect(isWayTold(stay, '2026-11-17T17:00:00Z', true, { stay: '2026-11-18' })).toBe(true)
})
