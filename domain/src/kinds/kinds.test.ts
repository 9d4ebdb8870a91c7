import { expect, test } from 'vitest'
import { errandAccess } from '../requests/kinds/access.ts'
import { errand } from '../requests/kinds/errand.kind.ts'
import type { Words } from '../problem.ts'
import { accessOf, kindsOf } from './access-of.ts'
import { type RecordOf, w } from './fields.ts'
import { faultsOfHandling, fieldsFor, touchesHealth, verbOf } from './kind.ts'
import { flows } from './request/flows.ts'
import { request } from './request/request.ts'
import { mechanismWords, partyWords } from './words.ts'

type Errand = RecordOf<typeof errand.fields>
const bought: Errand = { what: 'food', items: [{ item: '白菜', much: { n: 2, unit: 'kg' } }], put: 'door' }
// @ts-expect-error there is no such good
const noGood: Errand = { what: 'beer' }
// @ts-expect-error there is no such unit
const noUnit: Errand = { items: [{ item: '白菜', much: { n: 2, unit: 'ton' } }] }
const row = { 'community-worker': 'area' } as const
const most = {
  see: row,
  get: row,
  export: row,
  mine: row,
  take: row,
  give: row,
  'take-back': row,
  'hand-on': row,
  done: row,
  'not-done': row,
}

test('every act of a flow has a row, and so has what is seen', () => {
  expect(bought.what).toBe('food')
  expect([noGood.what, noUnit.what]).toEqual(['beer', undefined])
  const verbs = ['see', 'get', 'export', 'mine', ...Object.keys(flows.task.acts)].map((act) => `requests.errand.${act}`)
  expect(Object.keys(errandAccess.rows).sort()).toEqual(verbs.sort())
  expect(verbOf(errand, 'give')).toBe('requests.errand.give')
})

test('an act without a row, a row without an act and a word that no declaration knows do not compile', () => {
  // @ts-expect-error confirm has no row
  accessOf(errand, most)
  // @ts-expect-error there is no act bring
  accessOf(errand, { ...most, confirm: row, bring: row })
  const { mechanism: _mechanism, ...given } = errand
  // @ts-expect-error climb is no word of a declaration
  request({ ...given, climb: true })
  // @ts-expect-error there is no such heading in the menu
  request({ ...given, area: 'kitchen' })
  // @ts-expect-error a kind without its rows of access is not declared
  kindsOf([errand])
  expect(accessOf(errand, { ...most, confirm: row }).rows['requests.errand.confirm']).toEqual(row)
})

test('a helper reads door, goods and phone, and nothing that says why [R-LAW-21]', () => {
  const read = fieldsFor(errand.fields, 'helper')
  expect(Object.keys(read)).toEqual(['what', 'items', 'put', 'call'])
  expect([touchesHealth(errand), touchesHealth(errand, read)]).toEqual([true, false])
  const blind = Object.entries(errandAccess.rows).filter(([, roles]) => roles.volunteer !== undefined)
  expect(blind.map(([verb, roles]) => [verb, roles.volunteer])).toEqual([
    ['requests.errand.mine', 'given'],
    ['requests.errand.done', 'given'],
    ['requests.errand.not-done', 'given'],
  ])
})

test('how sensitive a kind says it is follows from its fields', () => {
  expect(faultsOfHandling(errand)).toEqual([])
  expect(faultsOfHandling({ ...errand, handling: { ...errand.handling, sensitivity: ['place'] } })).toHaveLength(2)
})

test('every word of every mechanism is said in both languages', () => {
  const isWords = (value: object): value is Words => 'zh' in value && 'en' in value
  const all = (value: unknown): Words[] => {
    if (typeof value !== 'object' || value === null) return []
    return isWords(value) ? [value] : Object.values(value).flatMap(all)
  }
  const said = [partyWords, mechanismWords].flatMap(all)
  expect(said.length).toBeGreaterThan(80)
  expect(said.filter(({ zh, en }) => !/[\u4e00-\u9fff]|\{/.test(zh) || !/[a-z]/i.test(en))).toEqual([])
  expect(w('一', 'one')).toEqual({ zh: '一', en: 'one' })
})
