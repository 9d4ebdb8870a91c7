import { describe, expect, test } from 'vitest'
import { housePacks } from '../test/packs.ts'
import { readFacts, readRules } from './facts.ts'
import { colourFor, proposeClass, proposeRisk } from './grade.ts'
import { compileWhen, missingIn } from './when.ts'

const { packs } = housePacks()
const place = '410105001003'

describe('facts are read', () => {
  test('numbers from text, and only names and values of the vocabulary', () => {
    const { facts, problems } = readFacts({
      'cases.total': '51',
      'county.risk': 'purple',
      'moon.phase': 'full',
      tier: 'low',
      response: '',
    })
    expect(facts).toEqual({ 'cases.total': 51 })
    expect(problems.map(({ fact }) => fact)).toEqual(['county.risk', 'moon.phase', 'tier'])
  })

  test('the rules of a response as packs with days', () => {
    expect(readRules('precision-2020@2020-05-01, terms@2022-07-15')).toEqual([
      { pack: 'precision-2020', at: '2020-05-01' },
      { pack: 'terms', at: '2022-07-15' },
    ])
    expect(readRules('terms')).toBeUndefined()
    expect(readRules('terms@2022-13-01')).toBeUndefined()
  })
})

describe('a condition', () => {
  test('that needs an unknown fact is unknown, unless another part decides', () => {
    const both = compileWhen({ 'county.risk': 'high', 'community.class': 'cases' })
    expect(missingIn(both({ 'county.risk': 'high' }))).toEqual(['community.class'])
    expect(both({ 'county.risk': 'low' }).holds).toBe('no')
    const either = compileWhen({ any: [{ 'county.risk': 'high' }, { 'community.class': 'cases' }] })
    expect(either({ 'county.risk': 'high' }).holds).toBe('yes')
    expect(either({ 'county.risk': 'low' }).holds).toBe('unknown')
    expect(compileWhen({ not: { 'county.risk': 'high' } })({ 'county.risk': 'low' }).holds).toBe('yes')
  })

  test('says in words what was wanted and what is', () => {
    const reason = compileWhen({ 'person.age': { at_least: 65, below: 80 } })({ 'person.age': 82 })
    expect(reason.text.zh).toBe('年龄（周岁）要不小于 65、小于 80，现在是82')
    expect(compileWhen({ 'county.risk': ['low', 'medium'] })({ 'county.risk': 'low' }).text.zh).toBe(
      '县域风险等级：低风险或中风险',
    )
  })
})

describe('the machine proposes from recorded facts, with its reasons [R-LAW-9]', () => {
  test('a level of the county, low first [R-2020P-1]', () => {
    const proposal = proposeRisk(packs, { 'cases.total': 80, 'cases.new-14-days': 0 }, place, '2020-05-01')
    expect(proposal).toMatchObject({ value: 'low', source: { section: '低风险' }, text: { zh: '连续 14 天没有新增' } })
  })

  test('a class of the community, and asks for what decides', () => {
    expect(proposeClass(packs, { 'community.cases': 2 }, place, '2020-05-01')).toMatchObject({
      value: null,
      missing: ['community.unknown-source-14-days', 'community.outbreaks-continuing'],
    })
  })

  test('a colour of a key person: table first, the score only where the table is silent [R-2023-19]', () => {
    const colour = (age: number, disease: 'none' | 'stable' | 'unstable', vaccination: 'full' | 'partial' | 'none') =>
      colourFor(packs, { age, disease, vaccination }, place, '2026-11-20')
    expect(colour(70, 'stable', 'full')).toMatchObject({ value: 'green', by: 'table' })
    expect(colour(60, 'stable', 'none')).toMatchObject({ value: 'yellow', by: 'score' })
    expect(colour(80, 'unstable', 'full')).toMatchObject({ value: 'red', by: 'score' })
  })
})
