// What the rules in force ask of public facilities is proposed; a named person sets their state, and what stands otherwise is told.
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { confirmClass, confirmLevel } from '@wangdi/domain/regimes/regimes.api.ts'
import { readOverControl } from '@wangdi/domain/plan/over-control/over-control.api.ts'
import { compareFacilities, type FacilityPart } from '@wangdi/domain/rounds/facilities/facilities.api.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callKind as call } from '../../../test/given/kinds.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { openResponseFor } from '../../regimes/given.ts'

const here = '410105001003'
const county = '410105'
const verbs = registerVerbs(facility)
const ids: Record<string, string> = {}
let house: House
let desk: Caller
let director: Caller
let civil: Caller
let health: Caller

beforeAll(async () => {
  house = await startHouse()
  desk = await house.as('community-worker', here)
  director = await house.as('community-director', here)
  civil = await house.as('county-civil-affairs', county)
  health = await house.as('county-health', county)
  for (const [name, kind] of Object.entries({ 社区图书室: 'library', 便民中心: 'service', 小广场: 'square' })) {
    ids[name] = newId()
    await call(desk, verbs.add, { id: ids[name], place: here, v: facility.version, fields: { name, kind } })
  }
})
afterAll(() => house.close())

const compare = (part?: FacilityPart, by = desk, place = here) =>
  by.call(compareFacilities, { place, ...(part && { part }), size: 200 })
const titles = async (part: FacilityPart, by = desk, place = here) =>
  (await compare(part, by, place)).rows.map(({ title }) => title)
const set = (name: string, state: string, basis: string, by = director) =>
  call(by, verbs.acts['set-state'], { id: ids[name], state, basis, day: '2026-11-17' })

const confirm = async (level: 'low' | 'medium', cls: 'no-case' | 'cases') => {
  const said = { from: '2026-11-17', source: '公告', reason: '按公告' }
  await health.call(confirmLevel, { ...said, id: newId(), fact: 'county.risk', place: county, value: level })
  await health.call(confirmClass, { ...said, id: newId(), place: here, value: cls })
}

test('on ordinary days nothing is asked; what is kept shut although nothing says so is shown, and opened by a named person [R-2020A-43]', async () => {
  expect((await compare()).counts).toEqual({ differs: 0, 'kept-shut': 0, beyond: 0, undecided: 0 })
  await set('社区图书室', 'suspended', '区防指〔2022〕3号')
  const { counts, rows, total } = await compare('kept-shut')
  expect([counts['kept-shut'], total]).toEqual([1, 1])
  expect(rows).toMatchObject([
    { title: '社区图书室', own: 'suspended', proposed: null, rules: [], standing: 'kept-shut', basis: '区防指〔2022〕3号' },
  ])
  expect(await titles('kept-shut', civil, county)).toEqual(['社区图书室'])
  await expect(set('社区图书室', 'open', '没有要求了', desk)).rejects.toThrow('access.refused')
  await set('社区图书室', 'open', '没有要求了')
  expect((await compare()).counts['kept-shut']).toBe(0)
})

test('under a response the tier in force proposes a state with rule, source and tier; each figure opens those rows [R-2020P-17]', async () => {
  await openResponseFor(house, county, { from: '2026-11-17', until: '2026-12-17' })
  await set('社区图书室', 'suspended', '社区通知')
  expect((await compare()).counts).toMatchObject({ differs: 0, undecided: 3 })
  await confirm('low', 'no-case')
  const low = await compare('differs')
  expect(low.rows.map(({ title, own, proposed }) => [title, own, proposed])).toEqual([
    ['便民中心', 'open', 'limited'],
    ['社区图书室', 'suspended', 'limited'],
  ])
  expect(low.rows[0]?.rules).toMatchObject([
    { id: 'open-facilities', source: { section: '低风险2' }, tier: { zh: expect.stringContaining('低') } },
    { id: 'limit-crowding', text: { zh: '开放的地方做好防护、限制人数' } },
  ])
  await confirm('medium', 'cases')
  expect((await compare('differs')).rows.map(({ title, proposed }) => [title, proposed])).toEqual([['便民中心', 'suspended']])
  // Nothing was set by the machine: the state is as a person left it until a person sets another.
  expect((await call(desk, verbs.get, { id: ids['便民中心'] })).row.own).toBe('open')
  await set('便民中心', 'suspended', '精准化精细化指导方案 中风险2')
  expect((await compare()).counts).toEqual({ differs: 0, 'kept-shut': 0, beyond: 0, undecided: 0 })
})

test('a facility that stays shut when its tier no longer lets it stands with over-control until it is open again [R-2020P-79]', async () => {
  const cases = async () =>
    (await civil.call(readOverControl, { place: county, show: 'open' })).rows.filter(({ source }) => source === 'facility')
  expect(await cases()).toEqual([])
  await confirm('low', 'no-case')
  const { counts, rows } = await compare('beyond')
  expect(counts).toMatchObject({ differs: 2, beyond: 2 })
  expect(rows.map(({ beyond }) => beyond?.source?.section)).toEqual(['保障三', '保障三'])
  expect(await titles('beyond', civil, county)).toEqual(await titles('differs'))
  expect((await cases()).map(({ key, label, findings }) => [key, label, findings.map(({ kind }) => kind)]).toSorted()).toEqual(
    ['便民中心', '社区图书室'].map((name) => [`facility:${ids[name]}`, name, ['beyond-tier']]).toSorted(),
  )
  await set('便民中心', 'limited', '低风险2')
  await set('社区图书室', 'limited', '低风险2')
  expect([(await compare()).counts.differs, await cases()]).toEqual([0, []])
})

test('a community compares its own, and none of another', async () => {
  const away = await house.as('community-worker', '410105001004')
  expect((await compare(undefined, away, '410105001004')).total).toBe(0)
  await expect(compare(undefined, away)).rejects.toThrow('access.not-found')
})
