import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { expect, test } from 'vitest'
import { stateOfVersion, whyNotPublish } from './packs.rules.ts'

const today = '2026-11-17'
const publish = (from: string, until?: string) =>
  whyNotPublish({ ...(until && { until }) } as Pack, { submitter: 'a', publisher: 'b', from, today })?.code

test('a version may begin today, never on a day that is over', () => {
  expect([publish(today), publish('2026-11-16')]).toEqual([undefined, 'documents.into-the-past'])
})

test('rules that end on the day they begin hold for that day; those that ended before it never do', () => {
  expect([publish('2026-11-20', '2026-11-20'), publish('2026-11-20', '2026-11-19')]).toEqual([
    undefined,
    'documents.never-in-force',
  ])
})

test('a version comes until the day before its first, is in force on its first and its last day, and past after it', () => {
  const on = (day: string) => stateOfVersion({ from: '2026-11-10', until: '2026-11-20' }, day)
  expect(['2026-11-09', '2026-11-10', '2026-11-20', '2026-11-21'].map(on)).toEqual(['coming', 'in-force', 'in-force', 'past'])
  expect([stateOfVersion({ from: today }, '2030-01-01'), stateOfVersion(undefined, today)]).toEqual(['in-force', 'overtaken'])
})
