import { planFor } from '@wangdi/policy/engine/plan.ts'
import type { FacilityClass, FacilityState } from '@wangdi/policy/facilities.ts'
import { housePacks } from '@wangdi/policy/test/packs.ts'
import type { Facts } from '@wangdi/policy/vocabulary.ts'
import { describe, expect, test } from 'vitest'
import { facilityAsked, facilityCrossed, facilityStanding } from './facilities.rules.ts'

const { packs } = housePacks()
const place = '410105001003'
const tier = (level: string, cls: string): Facts => ({ 'county.risk': level, 'community.class': cls, 'community.kind': 'urban' })
const low = tier('low', 'no-case')
const medium = tier('medium', 'cases')
const high = tier('high', 'transmission')
const planOf = (day: string, facts: Facts) => planFor(packs, facts, place, day)
const asked = (day: string, facts: Facts, kind: FacilityClass) => {
  const found = facilityAsked(planOf(day, facts), kind)
  return found && [found.proposed, found.fits, found.rules.map(({ id, source }) => `${id} ${source.section}`)]
}
const stands = (day: string, facts: Facts, kind: FacilityClass, own: FacilityState) => {
  const plan = planOf(day, facts)
  return facilityStanding(plan, facilityAsked(plan, kind), own)
}

describe('the rules in force propose the state of a facility', () => {
  test('in the first months rooms where people gather are suspended until it is over [R-2020A-43]', () => {
    const early = tier('none', 'no-case')
    expect(asked('2020-03-10', early, 'library')).toEqual(['suspended', ['suspended'], ['facilities-suspended 任务五']])
    expect(stands('2020-03-10', early, 'library', 'open')).toBe('differs')
    expect(stands('2020-03-10', early, 'library', 'suspended')).toBe('as-asked')
  })

  test('by tier: open with a cap in a low one, service points suspended in a medium one [R-2020P-17] [R-2020P-18]', () => {
    expect(asked('2020-05-01', low, 'service')).toEqual([
      'limited',
      ['limited'],
      ['open-facilities 低风险2', 'limit-crowding 低风险2'],
    ])
    expect(asked('2020-05-01', medium, 'service')).toEqual(['suspended', ['suspended'], ['suspend-facilities 中风险2']])
    expect(facilityAsked(planOf('2020-05-01', medium), 'service')?.rules[0]?.tier?.zh).toContain('中')
    expect(stands('2020-05-01', low, 'library', 'suspended')).toBe('differs')
  })

  test('where there are cases activity rooms meet less or pause, and both fit [R-2021-64] [R-2021-65]', () => {
    expect(asked('2022-03-10', medium, 'meeting')?.slice(0, 2)).toEqual(['limited', ['limited', 'suspended']])
    expect(stands('2022-03-10', medium, 'elder', 'suspended')).toBe('as-asked')
    expect(stands('2022-03-10', medium, 'elder', 'open')).toBe('differs')
    // Of service points the tier of the plan beside it asks more: the stricter of two rules holds.
    expect(asked('2022-03-10', medium, 'service')?.slice(0, 2)).toEqual(['suspended', ['suspended']])
    expect(asked('2022-03-10', high, 'service')?.slice(0, 2)).toEqual(['limited', ['limited']])
  })

  test('nothing is proposed where no rule in force names that kind of facility', () => {
    expect(asked('2020-05-01', medium, 'square')).toBeNull()
    expect(stands('2020-05-01', medium, 'square', 'open')).toBe('unsaid')
    expect(asked('2026-11-17', {}, 'library')).toBeNull()
  })
})

describe('what is kept shut', () => {
  test('is shown when nothing in force says so any more [R-2020A-43]', () => {
    expect(stands('2026-11-17', { response: 'none' }, 'library', 'suspended')).toBe('kept-shut')
    expect(stands('2026-11-17', { response: 'none' }, 'library', 'limited')).toBe('kept-shut')
    expect(stands('2026-11-17', { response: 'none' }, 'library', 'open')).toBe('unsaid')
  })

  test('is let be where a measure allows it without asking it of all', () => {
    expect(stands('2020-05-01', high, 'market', 'suspended')).toBe('allowed')
  })

  test('is not judged while facts are missing on which that depends', () => {
    expect(stands('2020-05-01', {}, 'market', 'suspended')).toBe('undecided')
  })

  test('crosses the limit of the day where one forbids it, and none where the tier asks it', () => {
    const crossed = (day: string, facts: Facts) => facilityCrossed(packs, planOf(day, facts), facts)
    expect(crossed('2022-07-15', low)).toMatchObject({
      limit: { zh: expect.stringContaining('不得随意关') },
      source: { section: '九' },
    })
    expect(crossed('2020-05-01', medium)).toBeNull()
    expect(crossed('2020-05-01', low)?.limit.zh).toContain('不得')
  })
})

test('whatever shuts a facility in the rules of the house also lets it be shut', () => {
  const shutting = packs.all
    .flatMap(({ pack }) => pack.measures ?? [])
    .filter(({ facilities }) => facilities?.state === 'suspended' || facilities?.or === 'suspended')
  expect(shutting.length).toBeGreaterThan(2)
  expect(shutting.filter(({ allows = [] }) => !allows.includes('facility-closure')).map(({ id }) => id)).toEqual([])
})
