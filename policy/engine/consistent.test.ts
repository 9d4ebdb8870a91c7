import { describe, expect, test } from 'vitest'
import { housePacks } from '../test/packs.ts'
import type { Facts } from '../vocabulary.ts'
import type { Plan } from './answer.ts'
import { planFor } from './plan.ts'

const { packs } = housePacks()
const place = '410105001003'
const days = [
  '2020-02-25',
  '2020-05-01',
  '2021-02-10',
  '2021-12-01',
  '2022-05-01',
  '2022-07-15',
  '2022-11-15',
  '2022-12-10',
  '2026-11-20',
]
const named = [
  '',
  'precision-2020@2020-05-01',
  'precision-2020@2022-07-15',
  'terms@2022-07-15',
  'precision-2020@2022-11-15,terms@2022-11-15',
]
const levels = ['none', 'low', 'medium', 'high'] as const
const classes = ['no-case', 'cases', 'transmission'] as const
const zones = ['none', 'sealed', 'controlled'] as const

/** Every situation of a community that the packs tell apart, with and without a response of today or of older rules. */
function* plans(): Generator<{ said: string; plan: Plan }> {
  for (const day of days)
    for (const rules of named)
      for (const level of levels)
        for (const cls of classes)
          for (const zone of zones) {
            const facts: Facts = {
              ...(rules === '' ? { response: 'none' } : { response: 'open', 'response.rules': rules }),
              ...{
                'county.risk': level,
                'area.risk': level,
                'community.class': cls,
                'area.zone': zone,
                'community.kind': 'urban',
              },
              ...{ 'tier.choice': level === 'none' ? 'low' : level },
            }
            yield { said: `${day} ${JSON.stringify(facts)}`, plan: planFor(packs, facts, place, day) }
          }
}
const closes = (plan: Plan) => plan.measures.filter(({ allows }) => allows.includes('community-closure')).map(({ id }) => id)
const isolates = (plan: Plan) => plan.terms.filter(({ phases }) => phases.some(({ where }) => where !== 'monitoring'))

describe('a plan never says one thing and its opposite', () => {
  const all = [...plans()]

  test('a closure is lifted, or it may be made', () => {
    const both = all.filter(({ plan }) => plan.measures.some(({ id }) => id === 'lift-closure') && closes(plan).length > 0)
    expect(both.map(({ said, plan }) => `${said} ${closes(plan).join()}`)).toEqual([])
    expect(all.some(({ plan }) => plan.measures.some(({ id }) => id === 'lift-closure'))).toBe(true)
  })

  test('people are isolated, or isolation is forbidden', () => {
    const forbidden = ({ limits }: Plan) => limits.some(({ forbids }) => forbids.includes('observation'))
    const both = all.filter(({ plan }) => isolates(plan).length > 0 && forbidden(plan))
    expect(both.map(({ said }) => said)).toEqual([])
    expect(all.some(({ plan }) => isolates(plan).length > 0)).toBe(true)
    expect(all.some(({ plan }) => forbidden(plan))).toBe(true)
  })

  test('what a limit forbids without more is not what a measure that it yields to allows', () => {
    const both = all.flatMap(({ said, plan }) =>
      plan.limits
        .filter(({ grounds }) => grounds === null)
        .filter(({ forbids, yields_to }) =>
          plan.measures.some(({ id, allows }) => yields_to.includes(id) && forbids.some((kind) => allows.includes(kind))),
        )
        .map(({ id }) => `${said} ${id}`),
    )
    expect(both).toEqual([])
  })
})
