import { describe, expect, test } from 'vitest'
import { readControl } from './engine/controls/control.ts'
import { overControl } from './engine/controls/over-control.ts'
import { diffPlans } from './engine/diff.ts'
import { planFor } from './engine/plan.ts'
import { housePacks } from './test/packs.ts'
import type { Facts } from './vocabulary.ts'

const { packs } = housePacks()
const henan = '410105001003'
const hubei = '420102001001'
const classes = ['no-case', 'cases', 'transmission'] as const
const ofClass = (value: string): Facts => ({ 'community.class': value, 'community.kind': 'urban' })

function kinds(place: string, day: string, facts: Facts, text: string) {
  const control = readControl(text)
  if ('problem' in control) throw new Error(control.problem.en)
  return overControl(packs, planFor(packs, facts, place, day), facts, [control]).map(({ kind }) => kind)
}

describe('the classes of January 2020', () => {
  test('have the strategy of that time; the plan of April words the middle tier otherwise', () => {
    const said = (day: string, more: (value: string) => Facts) =>
      classes.map((value) => planFor(packs, { ...ofClass(value), ...more(value) }, henan, day).strategy?.zh)
    expect(said('2020-02-10', () => ({}))).toEqual(['外防输入', '内防扩散、外防输出', '内防扩散、外防输出'])
    const levels: Record<string, string> = { 'no-case': 'low', cases: 'medium', transmission: 'high' }
    expect(said('2020-05-01', (value) => ({ 'county.risk': levels[value] ?? 'none' }))).toEqual([
      '外防输入',
      '外防输入、内防扩散',
      '内防扩散、外防输出、严格管控',
    ])
  })

  test('bring six, eight and ten measures of the class; a class that rises only adds, and ends the oversight of communities without cases', () => {
    const plans = classes.map((value) => planFor(packs, ofClass(value), henan, '2020-02-10'))
    const own = plans.map(({ measures }) => measures.filter(({ id }) => id.startsWith('class-')).length)
    expect(own).toEqual([6, 8, 10])
    const [none, some, many] = plans
    if (!none || !some || !many) throw new Error('three classes')
    expect(diffPlans(none, some).stopped.map(({ id }) => id)).toEqual(['visit-no-case'])
    expect(diffPlans(some, many).stopped).toEqual([])
    expect(diffPlans(none, some).started.map(({ id }) => id)).toEqual([
      'class-contacts',
      'class-disinfect',
      'central-site',
      'cases-first',
    ])
  })
})

describe('the first days', () => {
  test('have the six, eight and ten measures of the first notice from 2020-01-24 until the joint notice of the 29th', () => {
    const counts = (day: string) => classes.map((value) => planFor(packs, ofClass(value), henan, day).measures.length)
    expect(counts('2020-01-23')).toEqual([0, 0, 0])
    expect(counts('2020-01-24')).toEqual([6, 8, 10])
    expect(counts('2020-01-28')).toEqual([6, 8, 10])
    expect(planFor(packs, ofClass('no-case'), henan, '2020-01-29').regime).toBe('joint-notice-2020')
  })

  test('know one axis; from 2020-02-17 on the level of the county is the other, and a person chooses where they differ', () => {
    const at = (day: string) => planFor(packs, { ...ofClass('no-case'), 'county.risk': 'medium' }, henan, day)
    expect(at('2020-02-16')).toMatchObject({ tier: 'low', choice: { needed: false } })
    expect(at('2020-02-17')).toMatchObject({ tier: null, choice: { needed: true }, missing: ['tier.choice'] })
    expect(at('2020-02-17').axes).toMatchObject({ level: { fact: 'county.risk', tier: 'medium' }, class: { tier: 'low' } })
  })
})

describe('over-control in early 2020', () => {
  test('a register, a suspended facility and a ban on gatherings are what the notice asks', () => {
    for (const text of ['checkpoint', 'facility-closure', 'gathering-ban']) {
      expect(kinds(henan, '2020-02-25', ofClass('no-case'), text), text).toEqual([])
    }
  })

  test('refusing everybody from outside is one rule for all, save where an area is sealed by order', () => {
    expect(kinds(hubei, '2020-02-15', ofClass('no-case'), 'newcomer-refusal')).toEqual([])
    expect(kinds(hubei, '2020-02-16', ofClass('no-case'), 'newcomer-refusal')).toEqual(['blanket'])
    expect(kinds(hubei, '2020-02-16', ofClass('transmission'), 'newcomer-refusal,order=yes')).toEqual([])
  })

  test('Henan names what goes beyond the tier and what has no order from the day of its letter', () => {
    const text = 'go-out-ban'
    const both = { ...ofClass('cases'), 'county.risk': 'medium' } as const
    expect(kinds(henan, '2020-02-20', both, text)).toEqual(['blanket'])
    expect(kinds(henan, '2020-02-21', both, text)).toEqual(['beyond-tier', 'blanket', 'no-order'])
    expect(kinds(hubei, '2020-02-21', both, text)).toEqual(['blanket'])
    expect(kinds(henan, '2020-02-21', ofClass('transmission'), `${text},order=yes`)).toEqual([])
  })

  test('an extra form is found from the notice of February on', () => {
    expect(kinds(hubei, '2020-02-15', ofClass('no-case'), 'form')).toEqual([])
    expect(kinds(hubei, '2020-02-16', ofClass('no-case'), 'form')).toEqual(['extra-form'])
  })

  test('certificates are limited from April on', () => {
    expect(kinds(hubei, '2020-04-13', ofClass('no-case'), 'certificate-no-fever')).toEqual([])
    expect(kinds(hubei, '2020-04-14', ofClass('no-case'), 'certificate-no-fever')).toEqual(['forbidden-certificate'])
  })

  test('14 days are the longest observation of those from an outbreak area', () => {
    expect(kinds(hubei, '2020-02-10', ofClass('no-case'), 'observation-from-outbreak-area,days=14')).toEqual([])
    expect(kinds(hubei, '2020-02-10', ofClass('no-case'), 'observation-from-outbreak-area,days=15')).toEqual(['beyond-term'])
  })
})
