import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { housePacks } from '../../test/packs.ts'
import { checkPack } from '../pack/check.ts'
import type { Pack } from '../pack/schema.ts'
import { checkTogether } from '../pack/together.ts'

const { files } = housePacks()
const wider = files.map(({ pack }) => ({ file: pack.id, pack })).filter(({ pack }) => pack.place === '')
const source = { section: '一' }
const words = (zh: string) => ({ zh, en: zh })
const local = (more: object): Pack =>
  ({
    ...{ id: 'local', is: 'adds', version: 1, title: words('本省'), short: words('本省'), document: '省里的文件' },
    ...{ authority: words('本省'), place: '41', from: '2026-11-20', ...more },
  }) as unknown as Pack
const measure = (id: string, more: object = {}) => ({
  ...{ id, aspect: 'control', strength: 'must', text: words('本省的做法'), who: ['community-worker'] },
  ...{ how_often: { kind: 'once' }, evidence: ['none'], source, ...more },
})
const found = (more: object) => {
  const own = { file: 'local.yaml', pack: local(more) }
  return checkTogether([...wider, own], [own])
    .filter(({ file, code }) => file === 'local.yaml' && code === 'local.restricts-more')
    .map(({ rule, text }) => `${rule}: ${text.zh}`)
}
const of2020 = { from: '2020-05-01', until: '2020-05-31' }

describe('a narrower pack is judged by what comes out', () => {
  test('a service or a finer duty of our own is none', () => {
    expect(found({ measures: [measure('meals', { aspect: 'service', text: words('给独居老人送饭') })] })).toEqual([])
  })

  test('a restriction that the wider rules forbid today, said in `allows` or only in words', () => {
    expect(found({ measures: [measure('closed', { allows: ['community-closure'] })] })).toEqual([
      expect.stringMatching(/^closed: .*社区封闭.*no-risk-areas-now/),
    ])
    expect(found({ measures: [measure('home', { text: words('居民一律不得外出') })] })).toEqual([
      expect.stringMatching(/^home: .*禁止居民出行/),
    ])
    expect(found({ measures: [measure('open', { text: words('小区不得封闭') })] })).toEqual([])
  })

  test.each([
    ['外来人员一律劝返', '不让外来人员进入'],
    ['小区大门晚九点落锁', '社区封闭'],
    ['小区实行封闭式管理', '社区封闭'],
    ['单元门上锁', '楼栋封闭'],
    ['来返人员居家7天', '要求个人不外出'],
    ['每户每两天1人外出采购', '禁止居民出行'],
    ['全村静默管理', '禁止居民出行'],
    ['红白事停办', '限制聚集'],
    ['只留一个出入口', '设卡点'],
    ['居民凭通行证进小区', '要求开证明'],
    ['办事须出示48小时核酸', '要求开证明'],
  ])('words that restrict are found whatever work they call themselves: %s', (text, restriction) => {
    const sly = measure('sly', { aspect: 'service', text: words(text) })
    expect(found({ measures: [sly] }).join()).toMatch(new RegExp(`^sly: .*要${restriction}`))
  })

  test.each([
    '不得强制劝返返乡人员',
    '不得拒绝返乡人员进村',
    '不再查验健康码',
    '取消出入证',
    '给封闭管理期间的居民送菜',
    '不得关停诊所',
    '解除封控管理',
  ])('words that lift a restriction or tell of one are none: %s', (text) =>
    expect(found({ measures: [measure('kind', { aspect: 'service', text: words(text) })] })).toEqual([]),
  )

  test('what it asks of one county within it alone', () => {
    const one = measure('one-county', { place: ['410122'], allows: ['community-closure'] })
    expect(found({ measures: [one] }).join()).toMatch(/^one-county: .*要社区封闭/)
  })

  test('what stands under levels and tiers of its own', () => {
    const named = (id: string) => ({ id, words: words(id) })
    const tier = (id: string) => ({ id, name: words(id), strategy: words(id), on: { 'local/level': id }, source })
    const axis = { id: 'local/level', words: words('等级'), values: [named('low'), named('high')], at: 'county', source }
    const levels = { is: 'regime', subject: 'influenza', tiers: { axes: [axis], list: [tier('low'), tier('high')] } }
    const shut = (when: object) => measure('shut', { when, allows: ['community-closure'] })
    expect(found({ ...levels, measures: [shut({ 'local/level': 'high' })] }).join()).toMatch(/^shut: .*要社区封闭/)
    expect(found({ ...levels, measures: [shut({ tier: 'high' })] }).join()).toMatch(/^shut: .*要社区封闭/)
  })

  test('a restriction of residents that calls itself a limit', () => {
    const limit = (text: string) => ({ limits: [{ id: 'limit', text: words(text), source }] })
    expect(found(limit('外来人员不得进入小区')).join()).toMatch(/^limit: .*要不让外来人员进入/)
    expect(found(limit('不得对居民出行一禁了之'))).toEqual([])
  })

  test('what the highest tier asks, brought into a lower one by another condition', () => {
    const low = measure('low-closed', { when: { 'county.risk': 'low' }, allows: ['go-out-ban'] })
    expect(found({ ...of2020, measures: [low] })).toEqual([expect.stringMatching(/^low-closed: .*not-beyond-tier/)])
    const high = measure('high-closed', { when: { tier: 'high' }, allows: ['go-out-ban'] })
    expect(found({ ...of2020, measures: [high] })).toEqual([])
  })

  test('the same measure as in a higher tier, whatever it allows', () => {
    const pack = wider.find(({ pack: { id } }) => id === 'precision-2020')?.pack
    const up = pack?.measures?.find(({ id }) => id === 'strict-control')
    const { allows: _, when: __, rows: ___, ...same } = { ...up, id: 'everywhere' } as Record<string, unknown>
    expect(found({ ...of2020, measures: [same] }).join()).toMatch(/everywhere: .*更高一档/)
  })

  test('a wider measure asked more strongly or more often', () => {
    const pack = wider.find(({ pack: { id } }) => id === 'precision-2020')?.pack
    const may = pack?.measures?.find(({ aspect, strength }) => aspect === 'control' && strength !== 'must')
    const { rows: _, ...own } = { ...may, how_often: { kind: 'per-day', times: 24 } } as Record<string, unknown>
    expect(found({ ...of2020, measures: [{ ...own, id: 'harder', strength: 'must' }] }).join()).toMatch(/harder: .*要求得更死/)
    expect(found({ ...of2020, measures: [{ ...own, id: 'oftener' }] }).join()).toMatch(/oftener: .*更频繁/)
  })

  test('how often a day is compared by the settings that rhythms name', () => {
    const wide = wider.flatMap(({ pack }) => pack.measures ?? []).find(({ id }) => id === 'guided-disinfection')
    expect(wide?.how_often).toEqual({ kind: 'per-day', times: { setting: 'rounds.twice' } })
    const { rows: _, ...own } = { ...wide, id: 'oftener' } as Record<string, unknown>
    const asked = (times: unknown) => found({ ...of2020, measures: [{ ...own, how_often: { kind: 'per-day', times } }] }).join()
    expect(asked(2)).not.toMatch(/更频繁/)
    expect(asked({ setting: 'rounds.twice' })).not.toMatch(/更频繁/)
    expect(asked(3)).toMatch(/oftener: .*更频繁/)
  })

  test('a regime of its own drops no limit, and its tiers bring nothing that the wider regime does not', () => {
    const own = { is: 'regime', ...of2020, measures: [measure('own-ban', { allows: ['newcomer-refusal'] })] }
    expect(found(own)).toEqual([expect.stringMatching(/^own-ban: .*not-beyond-tier/)])
  })

  test('functions that only a response opens', () => {
    const opens = [{ function: 'orders', source }]
    expect(found({ opens, measures: [measure('desk')] })).toEqual([
      expect.stringMatching(/应急响应已启动.*开放上级没有开放的功能/),
    ])
  })
})

describe('terms of a narrower pack', () => {
  const term = (more: object) => ({
    ...{
      id: 'own-term',
      kinds: ['close-contact'],
      from: '2022-07-15',
      until: '2022-07-31',
      certain: true,
      source,
      rows: ['T-1'],
    },
    ...{
      phases: [
        { where: 'central', days: 7, test_days: [] },
        { where: 'monitoring', days: 3, test_days: [] },
      ],
    },
    ...more,
  })
  const terms = (more: object) => found({ is: 'terms', from: '2022-07-15', until: '2022-07-31', terms: [term(more)] })

  test('as long as the wider ones are none', () => expect(terms({})).toEqual([]))
  test('longer isolation, longer monitoring, a longer choice, more tests, each with its figures', () => {
    const phases = (days: number, after: number, tests: number[] = []) => [
      { where: 'central', days, test_days: tests },
      { where: 'monitoring', days: after, test_days: [] },
    ]
    expect(terms({ phases: phases(10, 3) })[0]).toMatch(/密切接触者：隔离 10 天，上级 7 天/)
    expect(terms({ phases: phases(7, 7) })[0]).toMatch(/健康监测 7 天，上级 3 天/)
    expect(terms({ alternatives: [{ phases: phases(21, 0) }] })[0]).toMatch(/另一种选法隔离 21 天/)
    expect(terms({ phases: phases(7, 3, [1, 2, 3, 4, 5, 6, 7]) })[0]).toMatch(/检测 7 次/)
  })
  test('isolation of those whom the wider rules free', () => {
    const own = { ...term({ kinds: ['returned-other'], from: '2026-11-20' }), until: undefined }
    const { until: _, ...open } = own
    expect(found({ is: 'terms', terms: [open] }).join()).toMatch(/own-term: .*其他地区返回人员/)
  })
})

test('a grading that proposes a graver level for the same figures', () => {
  const line = { id: 'own-high', value: 'high', when: { 'cases.total': { at_least: 1 } }, why: words('有病例'), source }
  const own = { is: 'grading', gradings: [{ id: 'county.risk', name: words('等级'), certain: true, grades: [line] }] }
  const [first] = found({ ...own, from: '2020-05-01', until: '2020-12-31' })
  expect(first).toMatch(/^own-high: .*定成 high，上级定的是/)
})

test('what a notice with tiers of its own asks in its graver tier, brought into the first', () => {
  const raw: unknown = parse(readFileSync(new URL('../../test/dengue/pack.yaml', import.meta.url), 'utf8'))
  const { pack: dengue } = checkPack({ file: 'dengue.yaml', raw })
  if (!dengue) throw new Error('the made-up notice cannot be read')
  const spray = dengue.measures?.find(({ id }) => id === 'dengue-spray')
  const at = (when: object) => {
    const pack = local({
      ...{ subject: 'dengue', place: '44', from: '2026-07-01' },
      measures: [{ ...spray, id: 'spray-here', when }],
    })
    const own = { file: 'local.yaml', pack }
    return checkTogether([...wider, { file: 'dengue.yaml', pack: dengue }, own], [own])
      .filter(({ code }) => code === 'local.restricts-more')
      .map(({ text }) => text.zh)
  }
  expect(at({ tier: 'ordinary' }).join()).toMatch(/spray-here .*更高一档/)
  expect(at({ tier: ['raised', 'emergency'] })).toEqual([])
})

test('numbers set otherwise than by the wider rules, longer lists, and choices taken from the county', () => {
  const setting = (name: string, more: object) => ({ ...{ id: `own.${name}`, name, certain: true, source }, ...more })
  const ours = { source: { document: '本系统建议', section: '补充' } }
  const shown = (one: object) => found({ is: 'settings', settings: [one] })
  const wide = wider.flatMap(({ pack }) => pack.settings ?? []).find(({ name, bounds }) => name === 'rounds.week' && bounds)
  if (!wide?.bounds || typeof wide.value !== 'number') throw new Error('the house has no rounds.week')
  const { at_least, at_most } = wide.bounds
  expect(shown(setting('rounds.week', { value: wide.value, bounds: wide.bounds, ...ours }))).toEqual([])
  expect(shown(setting('rounds.week', { value: wide.value - 1, bounds: wide.bounds, ...ours }))).toEqual([
    expect.stringContaining(`rounds.week 定成 ${wide.value - 1}`),
  ])
  expect(shown(setting('rounds.week', { value: wide.value, bounds: { at_least, at_most: at_most - 1 }, ...ours }))).toEqual([
    expect.stringContaining(`县里只能选 ${at_least} 到 ${at_most - 1}`),
  ])
  expect(shown(setting('rounds.week', { value: wide.value }))).toEqual([expect.stringContaining('不让县里选')])
  const lists = wider.flatMap(({ pack }) => pack.settings ?? []).find(({ value, until }) => Array.isArray(value) && !until)
  if (!lists || !Array.isArray(lists.value)) throw new Error('the house has no list')
  const more = [...lists.value, { zh: '翻看手机', en: 'look through phones' }]
  const { name: list, from } = lists
  expect(shown(setting(list, { value: more, ...(from && { from }), ...ours }))).toEqual([
    expect.stringContaining('多了：翻看手机'),
  ])
  expect(shown(setting(list, { value: lists.value.slice(1), ...(from && { from }), ...ours }))).toEqual([])
  expect(shown(setting('nobody-else', { value: 3 }))).toEqual([])
})
