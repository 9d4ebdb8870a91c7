// A second whole notice, about no disease: what was written for the first must not have been made for it alone.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { housePacks } from '../../test/packs.ts'
import type { Facts } from '../../vocabulary.ts'
import { gradeFor } from '../grade.ts'
import { checkDraft } from '../library/draft.ts'
import { compilePacks } from '../packs.ts'
import { planFor } from '../plan.ts'

const textOf = (name: string) => readFileSync(new URL(`../../test/${name}`, import.meta.url), 'utf8')
const house = housePacks().files.map(({ pack }) => pack)
const texts = { body: textOf('heat/pack.yaml'), cases: textOf('heat/cases.yaml') }
const { pack: heat, ...checked } = checkDraft(texts, house)
const { pack: dengue } = checkDraft({ body: textOf('dengue/pack.yaml'), cases: '[]' }, house)
if (!heat || !dengue) throw new Error('a made-up notice cannot be read')
const packs = compilePacks([...house, dengue, heat])
const hubei = '420102001001'
const day = '2026-07-20'

test('a notice about heat is taken as it is written, its cases hold and every rule has one', () => {
  expect([checked.findings, checked.beyond, checked.advice]).toEqual([[], [], []])
  expect(checked.cases.length).toBeGreaterThan(15)
})

test('a case asks regime and tier of what its own notice is about, and is said in the words of the notice', () => {
  const wrong = `- { on: ${day}, facts: { heat-2026/level: red, response: open, response.rules: 'precision-2020@2021-03-01' }, plan: heat-2026, tier: summer }`
  const [said] = checkDraft({ ...texts, cases: wrong }, house).cases
  expect(said?.differences.map(({ zh }) => zh)).toEqual(['档次：应该是 summer，算出来是 urgent'])
  expect(said?.name.zh).toContain('高温预警 红色预警')
})

test('three notices about three things stand beside each other, each by its own level, and the level of one moves no other', () => {
  const facts: Facts = {
    ...{ response: 'open', 'response.rules': 'precision-2020@2021-03-01', 'county.risk': 'low', 'community.class': 'no-case' },
    ...{ 'dengue-2026/level': 'watch', 'heat-2026/level': 'red' },
  }
  const tiersOf = (known: Facts) => planFor(packs, known, hubei, day).subjects.map(({ subject, tier }) => [subject, tier])
  expect(tiersOf(facts)).toEqual([
    ['covid', 'low'],
    ['dengue', 'ordinary'],
    ['heat', 'urgent'],
  ])
  expect(tiersOf({ ...facts, 'heat-2026/level': 'yellow' })).toContainEqual(['heat', 'watch'])
  const ids = planFor(packs, facts, hubei, day).measures.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(['heat-care-daily', 'heat-riverside', 'dengue-water']))
  expect(ids).not.toContain('dengue-spray')
})

test('a level is proposed from the temperature, and asked for where nobody said one', () => {
  expect(gradeFor(packs, 'heat-2026/level', { 'heat-2026/forecast': 41 }, hubei, day)).toMatchObject({ value: 'red' })
  expect(gradeFor(packs, 'heat-2026/level', {}, hubei, day)).toMatchObject({ value: null, missing: ['heat-2026/forecast'] })
  expect(planFor(packs, {}, hubei, day).missing).toContain('heat-2026/level')
})

test('a notice of one summer asks nothing after it', () => {
  const after = planFor(packs, { 'heat-2026/level': 'red' }, hubei, '2026-10-01')
  expect(after.measures.filter(({ id }) => id.startsWith('heat-'))).toEqual([])
  expect(after.lines.filter(({ name }) => name.startsWith('heat-'))).toEqual([])
  expect(after.missing).not.toContain('heat-2026/level')
})
