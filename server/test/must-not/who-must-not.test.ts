import { access } from '@wangdi/domain/access/access.ts'
import type { Reach } from '@wangdi/domain/access/reach.ts'
import { type Role, roles } from '@wangdi/domain/roles.ts'
import { expect, test } from 'vitest'
import { served } from '../../src/app.ts'
import { familyOf } from './families.ts'
import { matters, walls, whyMustNot } from './who-must-not.ts'

const reaches: readonly Reach[] = ['own', 'grid', 'area', 'figures', 'above', 'given']
const endpoints = served.map(({ endpoint }) => endpoint)
const closed = endpoints.filter(({ open }) => !open)

/** What stands against a row, as it is or as somebody might widen it. */
const faultsOf = (verb: string, row: Partial<Record<Role, Reach>>): string[] => {
  const endpoint = endpoints.find(({ name }) => name === verb)
  if (!endpoint) return [`${verb}: nobody serves it`]
  return (Object.entries(row) as [Role, Reach][]).flatMap(([role, reach]) => whyMustNot(endpoint, role, reach) ?? [])
}

test('no role may do what its family must not', () => {
  expect(Object.entries(access).flatMap(([verb, row]) => faultsOf(verb, row))).toEqual([])
})

test('every verb stands in exactly one matter, and no matter speaks of a verb that is not served', () => {
  const named = matters.flatMap(({ verbs }) => verbs)
  expect(named.filter((verb, index) => named.indexOf(verb) !== index)).toEqual([])
  expect(closed.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([])
  expect(named.filter((name) => !endpoints.some((endpoint) => endpoint.name === name))).toEqual([])
})

test('each single widening of a row is caught, for every verb, role and reach', () => {
  const widened = closed.flatMap(({ name }) =>
    (Object.keys(roles) as Role[]).flatMap((role) =>
      reaches.filter((reach) => reach !== access[name]?.[role]).map((reach) => ({ name, role, reach })),
    ),
  )
  const missed = widened.filter(({ name, role, reach }) => faultsOf(name, { ...access[name], [role]: reach }).length === 0)
  expect(widened.length).toBeGreaterThan(10_000)
  expect(missed.map(({ name, role, reach }) => `${name} ${role} ${reach}`)).toEqual([])
})

test('the walls alone, which know no verb by name, hold for a verb that nobody has written yet', () => {
  const stopped = (role: string, reach: Reach, health = false) =>
    walls.some(({ stops }) => stops(familyOf(role) ?? 'residents', reach, { health, writes: false }))
  for (const role of ['city-officer', 'province-officer', 'nation-officer', 'policy-editor', 'auditor', 'system-administrator'])
    expect([role, stopped(role, 'area'), stopped(role, 'grid')]).toEqual([role, true, true])
  for (const role of ['volunteer', 'gate-keeper', 'building-lead', 'property-staff'])
    for (const reach of reaches) expect([role, reach, stopped(role, reach, true)]).toEqual([role, reach, true])
  for (const role of ['resident', 'proxy']) expect([stopped(role, 'own'), stopped(role, 'figures')]).toEqual([false, true])
  expect(whyMustNot({ name: 'gates.decide', health: false, writes: true }, 'grid-worker', 'grid')).toContain('say in matters/')
})
