import { describe, expect, test } from 'vitest'
import { housePacks } from '../../test/packs.ts'
import { checkPack } from '../pack/check.ts'
import type { Pack } from '../pack/schema.ts'
import { compilePacks } from '../packs.ts'
import { planFor } from '../plan.ts'
import { checkTogether } from '../pack/together.ts'

const source = { section: '一' }
const words = (zh: string) => ({ zh, en: zh })
const measure = (id: string, more: object = {}) => ({
  ...{ id, aspect: 'service', strength: 'must', text: words(`做 ${id}`), who: ['community-worker'] },
  ...{ how_often: { kind: 'once' }, evidence: ['none'], source, ...more },
})
const limit = (id: string, more: object = {}) => ({ id, text: words(`不做 ${id}`), source, ...more })
const pack = (more: object) => ({
  ...{ id: 'made-up', is: 'adds', version: 1, title: words('样例'), short: words('样例'), document: '样例' },
  ...{ authority: words('样例'), place: '', from: '2026-01-01', ...more },
})
const found = (more: object) => {
  const lineOf = (path: readonly (string | number)[]) => path.length + 1
  return checkPack({ file: 'f', raw: pack(more), lineOf }).findings.map(({ code, rule, line, text }) => {
    expect(line, text.zh).toBeGreaterThan(0)
    expect([text.zh, text.en]).not.toContain('')
    return rule ? `${code} ${rule}` : code
  })
}
const phases = [{ where: 'home', days: 7, test_days: [] }]
const term = (id: string, more: object = {}) => ({
  ...{ id, kinds: ['close-contact'], from: '2026-01-01', phases, certain: true, source, rows: ['T-1'], ...more },
})

describe('parts that never do anything are refused with line and sentence', () => {
  test('a pack that does nothing', () => {
    expect(found({})).toEqual(['pack.does-nothing'])
    expect(found({ measures: [measure('one')] })).toEqual([])
  })

  test('choices of a term on other days, under conditions that contradict, or behind others', () => {
    const terms = (...alternatives: object[]) =>
      found({ is: 'terms', terms: [term('seven', { until: '2026-06-30', alternatives })] })
    expect(terms({ phases, from: '2026-07-01' })).toEqual(['rule.unreachable seven'])
    const never = { 'home-fit': 'yes', all: [{ 'home-fit': 'no' }] }
    expect(terms({ phases, when: never })).toEqual(['rule.unreachable seven'])
    const [any, own] = [{ 'home-fit': ['yes', 'no'] }, { 'home-fit': 'yes', 'split-voluntary': 'yes' }]
    expect(terms({ phases, when: any }, { phases, when: own })).toEqual(['rule.unreachable seven'])
    expect(terms({ phases, when: own }, { phases, when: any })).toEqual([])
  })

  test('tiers no value points to, tiers behind others, lines of an axis on other days', () => {
    const tier = (id: string, level: string, cls: string) => ({
      id,
      name: words(id),
      strategy: words(id),
      level,
      class: cls,
      source,
    })
    const tiers = (list: object[], more: object = {}) =>
      found({
        ...{ is: 'regime', measures: [measure('one')] },
        tiers: { level: [{ facts: ['county.risk'], ...more }], class: [{ facts: ['community.class'] }], list },
      })
    const low = tier('low', 'low', 'no-case')
    expect(tiers([low])).toEqual([])
    expect(tiers([low, tier('medium', 'purple', 'cases')])).toEqual(['tier.unreachable medium'])
    expect(tiers([low, tier('medium', 'low', 'no-case')])).toEqual(['tier.unreachable medium'])
    expect(tiers([low], { until: '2025-12-31' })).toEqual(['tier.unreachable'])
  })

  test('tiers by levels of the pack’s own: behind others for as long as they stand, on other days', () => {
    const level = {
      ...{ id: 'made-up/level', words: words('等级'), at: 'county', source },
      values: ['watch', 'alarm'].map((id) => ({ id, words: words(id) })),
    }
    const tiers = (...list: object[]) => {
      const named = list.map((one, nth) => ({ id: `tier-${nth}`, name: words('档'), strategy: words('档'), source, ...one }))
      return found({ ...{ is: 'regime', measures: [measure('one')] }, tiers: { axes: [level], list: named } })
    }
    const [watch, alarm] = [{ on: { 'made-up/level': 'watch' } }, { on: { 'made-up/level': 'alarm' } }]
    expect(tiers(watch, alarm)).toEqual([])
    expect(tiers(watch, watch)).toEqual(['tier.unreachable tier-1'])
    expect(tiers({ on: { 'made-up/level': ['watch', 'alarm'] } }, alarm)).toEqual(['tier.unreachable tier-1'])
    expect(tiers({ ...watch, until: '2026-06-30' }, watch)).toEqual([])
    expect(tiers(watch, { ...alarm, until: '2025-12-31' })).toEqual(['tier.unreachable tier-1'])
  })

  test('a rule is not behind another where a value of the notice’s own that neither names tells them apart', () => {
    const named = (id: string) => ({ id, words: words(id) })
    const kept = { id: 'made-up/flood', words: words('水位'), type: 'choice', at: 'county', source }
    const facts = [{ ...kept, values: [named('low'), named('middle'), named('high')] }]
    const [rest, high] = [{ not: { 'made-up/flood': 'low' } }, { 'made-up/flood': 'high' }]
    const same = (id: string, when: object) => measure(id, { when, text: words('上堤巡查') })
    expect(found({ facts, measures: [same('one', high), same('two', rest)] })).toEqual(['rule.shadowed one'])
    const apart = [{ 'made-up/flood': ['low', 'high'] }, { not: { 'made-up/flood': 'low' } }] as const
    expect(found({ facts, measures: [same('one', apart[0]), same('two', apart[1])] })).toEqual([])
  })

  test('facts nobody can give: a person’s where a place is asked, what gradings make where they are made', () => {
    expect(found({ measures: [measure('old', { when: { 'person.age': { above: 65 } } })] })).toEqual(['fact.not-given old'])
    const heat = { id: 'made-up/heat', words: words('体温'), type: 'number', at: 'person', source }
    const warm = measure('warm', { when: { 'made-up/heat': { at_least: 38 } } })
    expect(found({ facts: [heat], measures: [warm] })).toEqual(['fact.not-given warm'])
    expect(found({ measures: [measure('place', { when: { 'cases.total': { above: 3 } } })] })).toEqual([])
    const grades = (id: string, when: object, value = 'low') =>
      found({
        is: 'grading',
        gradings: [{ id, name: words(id), certain: true, grades: [{ id: 'line', value, when, why: words('因'), source }] }],
      })
    expect(grades('county.risk', { tier: 'low' })).toContain('fact.not-given line')
    expect(grades('county.risk', { 'person.age': { above: 65 } })).toContain('fact.not-given line')
    expect(grades('person.colour', { 'person.age': { above: 65 } }, 'red')).toEqual([])
  })

  test('a grading that nobody asks for, and values that what it grades cannot have', () => {
    const grades = (id: string, value: string) =>
      found({
        is: 'grading',
        gradings: [{ id, name: words(id), certain: true, grades: [{ id: 'line', value, why: words('因'), source, when: {} }] }],
      })
    expect(grades('community-class', 'cases')).toEqual(['grading.unread community-class'])
    expect(grades('community.class', 'spread')).toEqual(['fact.value community.class'])
    expect(grades('person.colour', 'low')).toEqual(['fact.value person.colour'])
    expect(grades('community.class', 'cases')).toEqual([])
  })

  test('facts made from themselves, at once or by way of others', () => {
    const grading = (id: string, when: object) => ({
      ...{ id, name: words(id), certain: true, grades: [{ id: `line-${id}`, value: 'low', when, why: words('因'), source }] },
    })
    expect(found({ is: 'grading', gradings: [grading('county.risk', { 'county.risk': 'low' })] })).toEqual([
      'fact.cycle county.risk',
    ])
    expect(
      found({
        is: 'grading',
        gradings: [grading('county.risk', { 'area.risk': 'low' }), grading('area.risk', { 'county.risk': 'low' })],
      }),
    ).toEqual(['fact.cycle county.risk', 'fact.cycle area.risk'])
  })

  test('a rule that says what another says which holds whenever it does', () => {
    const text = words('同一件事')
    const twice = (a: object, b: object) =>
      found({ measures: [measure('first', { text, ...a }), measure('second', { text, ...b })] })
    expect(twice({}, {})).toEqual(['rule.shadowed second'])
    expect(twice({}, { when: { tier: 'low' } })).toEqual(['rule.shadowed second'])
    expect(twice({ when: { tier: 'low' } }, {})).toEqual(['rule.shadowed first'])
    expect(twice({ when: { tier: 'low' } }, { when: { tier: 'high' } })).toEqual([])
    expect(twice({ strength: 'may' }, { when: { tier: 'low' } })).toEqual([])
    expect(twice({}, { until: '2026-03-01', who: ['police'] })).toEqual([])
  })

  test('a limit that forbids what its own pack allows, unless it names it or both never hold together', () => {
    const both = (a: object, b: object) =>
      found({
        limits: [limit('shut', { forbids: ['checkpoint'], ...a })],
        measures: [measure('gate', { allows: ['checkpoint'], ...b })],
      })
    expect(both({}, {})).toEqual(['limit.forbids-own shut'])
    expect(both({ yields_to: ['gate'] }, {})).toEqual([])
    expect(both({ when: { tier: 'low' } }, { when: { tier: 'high' } })).toEqual([])
    expect(both({ until: '2026-03-01' }, { from: '2026-03-02' })).toEqual([])
    expect(both({ when: { level: 'medium' } }, { when: { 'area.risk': 'high' } })).toEqual([])
  })

  const house = housePacks().files.map((one) => one.pack)
  const kinds = ['regime', 'adds', 'terms', 'law', 'grading', 'settings'] as const
  const rulesOf = {
    ...{ regime: { measures: [measure('one')] }, adds: { measures: [measure('one')] }, law: { measures: [measure('one')] } },
    ...{
      terms: { terms: [term('seven')] },
      settings: { settings: [{ id: 'made-up-week', name: 'made-up.week', value: 3, certain: true, source }] },
    },
    grading: {
      gradings: [
        {
          id: 'county.risk',
          name: words('级'),
          certain: true,
          grades: [{ id: 'line', value: 'low', when: {}, why: words('因'), source }],
        },
      ],
    },
  }

  test.each(kinds.flatMap((is) => ['', '41'].map((place) => [is, place] as const)))(
    'functions that a pack opens: some response opens them by it, or its text is refused at that line (%s of “%s”)',
    (is, place) => {
      const of = { is, place, ...rulesOf[is], opens: [{ function: 'gates', source }] }
      const opened = [undefined, 'made-up@2026-01-01'].some((rules) => {
        const facts = { response: 'open', ...(rules && { 'response.rules': rules }) }
        const packs = compilePacks([...house, pack(of) as unknown as Pack])
        return planFor(packs, facts, '410105001003', '2026-11-20').functions.gates.open
      })
      const isUsed = is === 'regime' || is === 'adds' || is === 'terms'
      expect(found(of)).toEqual(isUsed ? [] : ['opens.outside-response'])
      if (isUsed) expect(opened).toBe(true)
    },
  )

  test('the refusal stands at the line of `opens`, and says who opens what', () => {
    const of = pack({ is: 'settings', ...rulesOf.settings, opens: [{ function: 'gates', source }] })
    const { findings } = checkPack({ file: 'f', raw: of, lineOf: (path) => (path.join('.') === 'opens' ? 9 : 1) })
    expect(findings.map(({ line, code, text }) => [line, code, text])).toEqual([
      [
        ...[9, 'opens.outside-response'],
        {
          zh: '应急功能只有应急响应采用的规则能开放，法律、分级标准和设置不开放',
          en: 'only rules that a response uses open emergency functions; a law, a grading or settings open none',
        },
      ],
    ])
  })

  test('functions that terms, a grading or settings would close: no plan asks them', () => {
    const closes = [{ function: 'gates', source }]
    for (const is of kinds)
      expect(found({ is, ...rulesOf[is], closes }), is).toEqual(
        ['regime', 'adds', 'law'].includes(is) ? [] : ['closes.not-asked'],
      )
  })
})

describe('beside the packs in force', () => {
  const { files } = housePacks()
  const beside = (more: object) => {
    const own = { file: 'own.yaml', pack: pack(more) as unknown as Pack }
    return checkTogether([...files, own], [own]).flatMap(({ file, code, rule }) =>
      file === 'own.yaml' ? [`${code} ${rule ?? ''}`.trim()] : [],
    )
  }
  test('terms that overlap, unless days, kind or a fact keep them apart', () => {
    const of2022 = { from: '2022-07-01', until: '2022-07-31' }
    const terms = (more: object) => beside({ is: 'terms', ...of2022, terms: [term('own', { ...of2022, ...more })] })
    expect(terms({})).toContain('date.overlap own')
    expect(terms({ when: { 'home-fit': 'yes' } })).toContain('date.overlap own')
    expect(beside({ is: 'terms', subject: 'dengue', ...of2022, terms: [term('own', of2022)] })).toEqual([])
  })

  test('tiers of a narrower regime where a wider one has its own, and measures that no pack has', () => {
    const tier = { id: 'low', name: words('低'), strategy: words('低'), level: 'low', class: 'no-case', source }
    const tiers = { level: [{ facts: ['county.risk'] }], class: [{ facts: ['community.class'] }], list: [tier] }
    expect(beside({ is: 'regime', place: '41', from: '2020-05-01', until: '2020-06-01', tiers })).toContain('tier.unreachable')
    expect(beside({ limits: [limit('shut', { yields_to: ['nobody'] })] })).toEqual(['id.unknown shut'])
  })
})
