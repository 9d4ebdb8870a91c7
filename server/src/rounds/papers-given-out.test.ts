// Papers that a community gives out: a letter to a department about what patrols found, and the guide of its elder-care sites.
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import { exportVerb } from '@wangdi/domain/kinds/paper/export.api.ts'
import { departmentLetter } from '@wangdi/domain/rounds/kinds/papers/department-letter.kind.ts'
import { elderGuide } from '@wangdi/domain/rounds/kinds/papers/elder-guide.kind.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Answer, callKind } from '../../test/given/kinds.ts'
import { givenPlaces } from '../../test/given/places.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'

const here = '410105001003'
let house: House
let desk: Caller
let director: Caller
let doctor: Caller
beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  await givenPlaces(house)
  desk = await house.as('community-worker', here, '孙丽')
  director = await house.as('community-director', here, '周敏')
  doctor = await house.as('community-doctor', here, '马晓燕')
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

type Told = Answer & { readonly version: number; readonly receipt: object; readonly received: number }
const save = (kind: DocumentKind, by: Caller, fields: object, id = newId(), version = 1) =>
  callKind(by, documentVerbs(kind).save, { id, place: here, version, v: 1, fields }) as Promise<Told>
const act = (kind: DocumentKind, by: Caller, name: 'approve' | 'publish' | 'receive' | 'withdraw', input: object) =>
  callKind(by, documentVerbs(kind).acts[name], { version: 1, ...input }) as Promise<Told>
const letter = {
  ...{ matter: '花园路早市占道、污水', to: 'market', where: '花园路东口', found: '巡查三次都有，劝过没用' },
  ...{ asks: '请依法查处', until: '2026-12-01' },
}

test('what a patrol found and the community cannot put right goes to the department by a numbered letter; its receipt and answer are on record [R-2020A-46]', async () => {
  const { id } = await save(departmentLetter, desk, letter)
  await expect(act(departmentLetter, desk, 'approve', { id })).rejects.toThrow('access.refused')
  await act(departmentLetter, director, 'approve', { id })
  const { number } = await act(departmentLetter, director, 'publish', { id })
  expect(number).toBe('体育社区函〔2026〕1号')
  const whole = (await callKind(desk, documentVerbs(departmentLetter).get, { id })) as unknown as { versions: { code: string }[] }
  const checked = await (await fetch(`${house.url}/api/notices/${whole.versions[0]?.code}`)).json()
  expect(checked).toMatchObject({ number, issuer: '体育社区居民委员会', until: '2026-12-01', state: 'holds' })
  await act(departmentLetter, desk, 'receive', { id, v: 1, fields: { who: '值班室', answer: 'takes' } })
  const see = async (show: string) =>
    (await callKind(director, documentVerbs(departmentLetter).see, { place: here, show, to: 'market' })).rows as readonly object[]
  house.clock.set('2026-12-02T10:00:00+08:00')
  expect((await see('overdue'))[0]).toMatchObject({ overdue: true, receipt: { answer: 'takes' } })
  await expect(act(departmentLetter, desk, 'receive', { id, v: 1, fields: { who: '值班室', answer: 'done' } })).rejects.toThrow(
    'kinds.missing',
  )
  await act(departmentLetter, desk, 'receive', { id, v: 1, fields: { who: '值班室', answer: 'done', reply: '摊位已清走' } })
  expect((await see('in-force'))[0]).toMatchObject({
    ...{ title: letter.matter, number, received: 2, details: { to: 'market', where: '花园路东口' }, receipt: { answer: 'done' } },
  })
  const out = (await director.call(
    exportVerb(departmentLetter) as never,
    {
      ...{ place: here, show: 'in-force', columns: ['row.number', 'matter', 'to', 'row.until'], reason: 'check', as: 'print' },
      language: 'zh',
    } as never,
  )) as unknown as { sheet: { rows: string[][] } }
  expect(out.sheet.rows[0]).toEqual([number, letter.matter, '市场监管', '2026-12-01'])
})

test('the clinic writes the guide of elder-care sites, the director gives it out, each site receives it; a new version ends the old [R-2023-15]', async () => {
  const guide = {
    ...{ name: '养老机构防控指引', basis: '养老机构防控指南（第九版）', team: '卫生服务站站长牵头', visits: '预约探视' },
    ...{ daily: '每天两次测体温', ill: '单间、报卫生服务站' },
  }
  const { id } = await save(elderGuide, doctor, guide)
  await expect(act(elderGuide, doctor, 'publish', { id })).rejects.toThrow('access.refused')
  await act(elderGuide, director, 'approve', { id })
  await act(elderGuide, director, 'publish', { id })
  for (const site of ['松鹤养老院', '幸福里日间照料'])
    await act(elderGuide, doctor, 'receive', { id, v: 1, fields: { site, post: '院长' } })
  const see = async (show: string) =>
    (await callKind(desk, documentVerbs(elderGuide).see, { place: here, show })).rows as readonly unknown[]
  expect((await see('in-force'))[0]).toMatchObject({ received: 2, review_on: '2026-12-17', overdue: false })
  house.clock.set('2026-12-18T10:00:00+08:00')
  expect(await see('overdue')).toHaveLength(1)
  await save(elderGuide, doctor, { ...guide, visits: '暂停探视' }, id, 2)
  await act(elderGuide, director, 'approve', { id, version: 2 })
  await act(elderGuide, director, 'publish', { id, version: 2 })
  expect(await see('overdue')).toEqual([])
  expect((await see('in-force'))[0]).toMatchObject({ version: 2, received: 0, review_on: '2027-01-17' })
  await expect(act(elderGuide, doctor, 'receive', { id, v: 1, fields: { site: '松鹤养老院', post: '院长' } })).rejects.toThrow(
    'kinds.not-now',
  )
})
