import { expect, test } from 'vitest'
import { modules } from '../modules.ts'
import { access, join, reachOf, tableOf, verbsOf } from './access.ts'

test('a verb that two tables declare is a fault that names it', () => {
  expect(() => join([{ 'people.get': {} }, { 'people.add': {}, 'people.get': { auditor: 'own' } }])).toThrow(
    'people.get is declared twice',
  )
})

test('a verb stands in the table of its own subject', () => {
  expect(() => tableOf('people', { 'people.get': {}, 'plan.read': {} })).toThrow('plan.read does not belong to people')
})

test('every subject has rows, and each row is read for the role that asks', () => {
  const subjects = new Set(Object.keys(access).map((verb) => verb.split('.')[0]))
  expect(modules.filter((subject) => !subjects.has(subject))).toEqual([])
  expect(reachOf('observation.decide', 'county-health')).toBe('area')
  expect(reachOf('observation.decide', 'volunteer')).toBeUndefined()
  expect(reachOf('nothing.such', 'county-health')).toBeUndefined()
  expect(verbsOf('grid-worker')['sync.snapshot']).toBe('grid')
})
