import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { housePacks } from '../../test/packs.ts'
import type { Facts, FactValue } from '../../vocabulary.ts'
import { type Control, readControl } from '../controls/control.ts'
import { askControls } from '../controls/over-control.ts'
import { giverOf } from './givers.ts'
import { proposeClass, proposeRisk } from '../grade.ts'
import { planFor } from '../plan.ts'

const { packs } = housePacks()
const place = '410105001003'
const day = '2020-05-01'
const ask = (facts: Facts, ...texts: string[]) => {
  const controls = texts.map(readControl) as Control[]
  const { findings, missing } = askControls(packs, planFor(packs, facts, place, day), facts, controls)
  return { findings: findings.map(({ kind, control }) => `${control.kind} ${kind}`), missing }
}

describe('a check of controls asks where it cannot tell', () => {
  test('what one tier allows is no finding while level or class are not known, and both are asked for', () => {
    expect(ask({}, 'community-closure,order=yes')).toEqual({ findings: [], missing: ['county.risk', 'community.class'] })
    expect(ask({ 'county.risk': 'low' }, 'community-closure,order=yes')).toEqual({ findings: [], missing: ['community.class'] })
    const low: Facts = { 'county.risk': 'low', 'community.class': 'no-case' }
    expect(ask(low, 'community-closure,order=yes').findings).toEqual([
      'community-closure beyond-tier',
      'community-closure blanket',
    ])
    expect(ask(low, 'community-closure,order=yes').missing).toEqual([])
  })

  test('what no tier lets be is found whatever they are', () => {
    expect(ask({}, 'certificate-no-fever')).toEqual({ findings: ['certificate forbidden-certificate'], missing: [] })
    expect(ask({}, 'community-closure').findings).toEqual(['community-closure no-order'])
  })

  test('one fact more never takes a finding back', () => {
    const value = (...values: FactValue[]) => fc.constantFrom(undefined, ...values)
    const level = value('none', 'low', 'medium', 'high')
    const cls = value('none', 'no-case', 'cases', 'transmission')
    const kinds = fc.constantFrom('community-closure', 'go-out-ban', 'checkpoint', 'facility-closure', 'gathering-ban')
    fc.assert(
      fc.property(level, cls, kinds, (county, community, kind) => {
        const known: Facts = { ...(county !== undefined && { 'county.risk': county }) }
        const more: Facts = { ...known, ...(community !== undefined && { 'community.class': community }) }
        expect(ask(more, kind).findings).toEqual(expect.arrayContaining(ask(known, kind).findings))
      }),
      { numRuns: 30 },
    )
  }, 30_000)

  test('each fact that is asked for says who can give it', () => {
    for (const name of ['county.risk', 'community.class', 'cases.total', 'person.age', 'place.rural'] as const)
      expect(giverOf(name).zh, name).not.toBe('')
  })
})

describe('figures that contradict each other', () => {
  const figures: Facts = { 'cases.total': 3, 'cases.new-14-days': 5, 'cases.largest-cluster-14-days': 1 }
  test('are a problem with a code and no level', () => {
    expect(proposeRisk(packs, figures, '410105', day)).toMatchObject({
      ...{ value: null, rule: null },
      problem: {
        code: 'figures.contradict',
        facts: ['cases.new-14-days', 'cases.total'],
        text: { zh: expect.stringContaining('5') },
      },
    })
    const community: Facts = {
      'community.cases': 0,
      'community.unknown-source-14-days': 2,
      'community.outbreaks-continuing': 'no',
    }
    expect(proposeClass(packs, community, place, day)).toMatchObject({ value: null, problem: { code: 'figures.contradict' } })
  })

  test('that agree propose as ever, and so do those that nobody asks', () => {
    expect(proposeRisk(packs, { ...figures, 'cases.total': 9 }, '410105', day)).not.toHaveProperty('problem')
    expect(proposeRisk(packs, { ...figures, 'cases.total': 9, 'community.cases': 99 }, '410105', day)).not.toHaveProperty(
      'problem',
    )
  })
})
