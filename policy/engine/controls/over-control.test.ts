import { describe, expect, test } from 'vitest'
import { housePacks } from '../../test/packs.ts'
import type { Facts } from '../../vocabulary.ts'
import { planFor } from '../plan.ts'
import { readControl } from './control.ts'
import { overControl } from './over-control.ts'

const { packs } = housePacks()
const place = '410105001003'
const tier = (level: string, cls: string): Facts => ({ 'county.risk': level, 'community.class': cls, 'community.kind': 'urban' })
const low = tier('low', 'no-case')
const medium = tier('medium', 'cases')
const high = tier('high', 'transmission')

function check(day: string, facts: Facts, text: string) {
  const control = readControl(text)
  if ('problem' in control) throw new Error(control.problem.en)
  return overControl(packs, planFor(packs, facts, place, day), facts, [control])
}
const kinds = (day: string, facts: Facts, text: string) => check(day, facts, text).map(({ kind }) => kind)

describe('a control is compared with the plan of the day [R-2020P-79][R-2020P-80]', () => {
  test('closing a community is beyond the lowest tier, in the highest it needs an order', () => {
    expect(kinds('2020-05-01', low, 'community-closure,order=yes')).toEqual(['beyond-tier', 'blanket'])
    expect(kinds('2020-05-01', high, 'community-closure')).toEqual(['no-order'])
    expect(kinds('2020-05-01', high, 'community-closure,order=yes')).toEqual([])
  })

  test('refusing newcomers and forbidding to go out are blanket bans below the highest tier', () => {
    expect(kinds('2020-05-01', medium, 'newcomer-refusal,order=yes')).toEqual(['beyond-tier', 'blanket'])
    expect(kinds('2020-05-01', medium, 'go-out-ban,order=yes')).toEqual(['beyond-tier', 'blanket'])
  })

  test('what the tier asks is no finding: a register at the gate, a suspended facility, a ban on gatherings', () => {
    expect(kinds('2020-05-01', low, 'checkpoint')).toEqual([])
    expect(kinds('2020-05-01', medium, 'facility-closure')).toEqual([])
    expect(kinds('2020-05-01', high, 'gathering-ban')).toEqual([])
    expect(kinds('2020-05-01', low, 'gathering-ban')).toEqual(['beyond-tier'])
  })

  test('a building that needs control is one building, not all of them [R-2020P-32]', () => {
    expect(kinds('2020-05-01', medium, 'building-closure,order=yes')).toEqual([])
    expect(kinds('2020-05-01', medium, 'building-closure,scope=community,order=yes')).toEqual(['blanket'])
  })

  test('each finding names its limit and source', () => {
    expect(check('2020-05-01', low, 'newcomer-refusal,order=yes')).toMatchObject([
      { kind: 'beyond-tier', source: { section: '保障三' } },
      { kind: 'blanket', limit: { zh: expect.stringContaining('一拒了之') }, source: { section: '保障三' } },
    ])
  })
})

describe('an observation is compared with the term of the day', () => {
  test('on both sides of the term, monitoring not counted', () => {
    expect(kinds('2022-07-15', low, 'observation-close-contact,days=10')).toEqual(['beyond-term'])
    expect(kinds('2022-07-15', { ...low, 'outbreak.large-city': 'no' }, 'observation-close-contact,days=8')).toEqual([
      'beyond-term',
    ])
    expect(kinds('2022-07-15', { ...low, 'outbreak.large-city': 'no' }, 'observation-close-contact,days=7')).toEqual([])
    expect(kinds('2020-05-01', low, 'observation-close-contact,days=14')).toEqual([])
    expect(kinds('2020-05-01', low, 'observation-close-contact,days=15')).toEqual(['beyond-term'])
  })

  test('nobody is isolated today, nor with proof and point-to-point arrival in 2020 [R-2020P-12][R-2023-1]', () => {
    expect(check('2026-11-20', { response: 'none' }, 'observation-close-contact,days=5')).toMatchObject([
      { kind: 'beyond-term', source: { document: '对新型冠状病毒感染实施“乙类乙管”的总体方案' } },
    ])
    const proof: Facts = { ...low, 'holds-health-proof': 'yes', 'came-point-to-point': 'yes' }
    expect(kinds('2020-05-01', proof, 'observation-returned-other')).toEqual(['beyond-term'])
  })

  test('where no national rule was found a local order decides, so nothing is found', () => {
    expect(kinds('2021-08-01', low, 'observation-returned-high-risk,days=21')).toEqual([])
  })
})

test('only two certificates may be asked for, in 2020 and today [R-2020P-73]', () => {
  expect(kinds('2020-05-01', low, 'certificate-residence-proof')).toEqual([])
  expect(kinds('2020-05-01', low, 'certificate-release-notice')).toEqual([])
  expect(kinds('2020-05-01', low, 'certificate-no-fever')).toEqual(['forbidden-certificate'])
  expect(kinds('2026-11-20', {}, 'certificate-no-fever')).toEqual(['forbidden-certificate'])
})

test('an extra form is found, and today every restriction of the past is [R-2023-47][R-LAW-1]', () => {
  expect(kinds('2026-11-20', {}, 'form')).toEqual(['extra-form'])
  expect(kinds('2026-11-20', {}, 'checkpoint')).toEqual(['beyond-tier'])
  expect(kinds('2026-11-20', {}, 'community-closure')).toEqual(['beyond-tier', 'no-order'])
})

test('a control that cannot be read is a problem, not a guess', () => {
  for (const text of [
    '',
    'observation',
    'observation-martian',
    'certificate-',
    'checkpoint,scope=moon',
    'form,days=many',
    'form,colour=red',
  ]) {
    expect(readControl(text), text).toHaveProperty('problem')
  }
})
