// A notice of release gives the ground that is true of this person, and claims nothing that nobody looked at.
import { releasingReasons } from '@wangdi/domain/observation/release/release.rules.ts'
import { expect, test } from 'vitest'
import { groundOf, readingsHead } from './release-ground.ts'
import { words } from './sheet.words.ts'

const zh = words.zh as unknown as Record<string, string>

test('only a stay that a shorter rule ended says so; each early end has words of its own', () => {
  expect(groundOf({ ended_on: null, ended_for: null })).toBe('endedInTime')
  const grounds = releasingReasons.map((reason) => groundOf({ ended_on: '2026-11-19', ended_for: reason }))
  expect(new Set(grounds).size).toBe(releasingReasons.length)
  expect(grounds.map((ground) => zh[ground]?.includes('规则'))).toEqual(
    releasingReasons.map((reason) => reason === 'shorter-rule'),
  )
})

test('nothing is said to be dealt with where nobody measured', () => {
  expect(readingsHead({ measured: 0, highest: null })).toBe('check.temperature')
  expect(readingsHead({ measured: 3, highest: 36.8 })).toBe('check.readings')
})
