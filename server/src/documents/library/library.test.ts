import {
  confirmReceipt,
  countReached,
  enterDocument,
  getDocument,
  listDocuments,
  replaceDocument,
  stateTask,
} from '@wangdi/domain/documents/documents.api.ts'
import { documentFilesPath, largestFile } from '@wangdi/domain/documents/documents.ts'
import { houseDocuments } from '@wangdi/domain/documents/house-documents.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../../test/database-url.ts'
import { type Caller, type House, Refused, startHouse } from '../../../test/house.ts'
import { loadPlaces } from '../../places/load-places.ts'
import { openPlaceList } from '../../platform/national/place-list.ts'
import { packsAtHand } from '../../platform/packs.ts'

const community = '410105001003'
let house: House
let province: Caller
let director: Caller
let editor: Caller

beforeAll(async () => {
  house = await startHouse()
  const list = await openPlaceList(new URL('../../../test/places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (owner) => loadPlaces(owner, list))
  province = await house.as('province-officer', '41', '秦岭')
  director = await house.as('community-director', community, '周敏')
  editor = await house.as('policy-editor', '41')
})
afterAll(() => house?.close())

async function refusal(asked: Promise<unknown>): Promise<string> {
  try {
    await asked
    return 'none'
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}

const tasks = [
  { id: newId(), text: '三天内把网格名单挂出来', due_on: '2026-11-20' },
  { id: newId(), text: '每户发一张告知书', due_on: null },
]

async function enterPlan(by: Caller, number: string, place = '41') {
  const id = newId()
  await by.call(enterDocument, {
    ...{ id, place, title: '全省社区防控工作总体方案（试验用）', issuer: '省指挥部（试验用）', number, issued_on: '2026-11-16' },
    ...{ valid_from: '2026-11-17', valid_until: null, summary: '各社区先把人找齐，再把告知做到户。', follows: ['notice-2023-5'] },
    tasks: tasks.map((task) => ({ ...task, id: number === '1号' ? task.id : newId() })),
  })
  return id
}

test('a province publishes a plan; its tasks flow to every community, which confirms it and says how far each is [R-2020A-55]', async () => {
  const plan = await enterPlan(province, '1号')
  const listed = (await director.call(listDocuments, { place: community })).rows.find(({ id }) => id === plan)
  expect(listed).toMatchObject({ tasks: 2, read_at: null, source: 'person' })
  await director.call(confirmReceipt, { document: plan })
  await director.call(confirmReceipt, { document: plan })
  const [first, second] = tasks
  if (!first || !second) throw new Error('two tasks')
  const say = (task: string, state: 'done' | 'part' | 'not', note: string) =>
    director.call(stateTask, { id: newId(), task, community, state, note })
  expect(await refusal(say(first.id, 'part', ''))).toBe('documents.say-why')
  await say(first.id, 'part', '还差两个网格')
  await say(first.id, 'done', '')
  await say(second.id, 'not', '告知书还没到')
  const read = await director.call(getDocument, { document: plan, place: community })
  expect(read.document.read_at).not.toBeNull()
  expect(read.tasks.map(({ text, state }) => [text, state?.state, state?.by])).toEqual([
    ['三天内把网格名单挂出来', 'done', '周敏'],
    ['每户发一张告知书', 'not', '周敏'],
  ])
  const { total, below } = await province.call(countReached, { document: plan, place: '41' })
  expect(total.read).toBe(1)
  expect(total.communities).toBeGreaterThan(10)
  expect(total.tasks.map(({ done, part, not }) => [done, part, not])).toEqual([
    [1, 0, 0],
    [0, 0, 1],
  ])
  expect(below.find(({ place }) => place === '4101')).toMatchObject({ read: 1 })
  // Above the county no name of staff.
  const above = await province.call(getDocument, { document: plan, place: community })
  expect(above.tasks.map(({ state }) => state?.by)).toEqual([null, null])
})

test('the library holds the base notice and the community plan as source of the class definitions, and rules cite them [R-2020B-4]', async () => {
  const base = await director.call(getDocument, { document: 'base-2020-5', place: community })
  expect(base.document.number).toBe('肺炎机制发〔2020〕5号')
  expect(base.citing.some(({ pack }) => pack === 'area-levels')).toBe(true)
  expect(base.citing.some(({ rule }) => rule.startsWith('class-'))).toBe(true)
  expect(base.followed_by.map(({ id }) => id)).toContain('technical-plan-2020-28')
})

test('each tier shows its strategy sentence and the technical plan it follows, as the version words it [R-2020P-5]', async () => {
  const { tiers } = await director.call(getDocument, { document: 'precision-2020', place: community })
  expect(tiers.map(({ tier, strategy, follows }) => [tier, strategy.zh, follows?.zh.includes('28号')])).toEqual([
    ['low', '外防输入', true],
    ['medium', '外防输入、内防扩散', true],
    ['high', '内防扩散、外防输出、严格管控', true],
  ])
})

test('every pack of the system has its document in the library, save our own numbers, which no document gives', () => {
  const names = houseDocuments.flatMap(({ cited_as: cited }) => cited)
  expect(
    packsAtHand()
      .list.filter(({ is, document }) => is !== 'settings' && !names.some((name) => document.includes(name)))
      .map(({ id }) => id),
  ).toEqual([])
})

test('a document is entered once, replaced once, for the own place only, and never ends before it begins', async () => {
  const plan = await enterPlan(editor, '2号')
  expect(await refusal(enterPlan(editor, '2号'))).toBe('documents.number-taken')
  expect(await refusal(enterPlan(editor, '3号', '11'))).toBe('access.not-found')
  expect(await refusal(enterPlan(director, '4号', community))).toBe('access.refused')
  const replace = () => editor.call(replaceDocument, { document: plan, by_document: 'notice-2023-5', from: '2026-12-01' })
  await replace()
  const listed = (await editor.call(listDocuments, { place: '41' })).rows.find(({ id }) => id === plan)
  expect(listed?.replaced_by).toEqual({ document: 'notice-2023-5', from: '2026-12-01' })
  expect(await refusal(replace())).toBe('documents.already-replaced')
  expect(await refusal(editor.call(replaceDocument, { document: 'precision-2020', by_document: plan, from: '2026-12-01' }))).toBe(
    'access.not-found',
  )
})

const send = (by: Caller, document: string, name: string, body: string | Uint8Array<ArrayBuffer>) =>
  fetch(`${house.url}${documentFilesPath}?${new URLSearchParams({ document, name })}`, {
    method: 'POST',
    body,
    headers: { ...by.headers, 'content-type': 'application/octet-stream' },
  })

test('the original comes down as it went up, as an attachment that no browser interprets; other kinds and sizes are refused', async () => {
  const plan = await enterPlan(province, '5号')
  expect((await send(province, plan, '方案.pdf', '%PDF-1.7 试验')).status).toBe(200)
  const { files } = await director.call(getDocument, { document: plan, place: community })
  expect(files).toEqual([
    expect.objectContaining({ name: '方案.pdf', kind: 'pdf', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }),
  ])
  const got = await fetch(`${house.url}${documentFilesPath}/${files[0]?.id}`, { headers: director.headers })
  expect(await got.text()).toBe('%PDF-1.7 试验')
  expect(got.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(got.headers.get('x-content-type-options')).toBe('nosniff')
  const code = async (answer: Response) => ((await answer.json()) as { code: string }).code
  expect(await code(await send(province, plan, '方案.pdf', '<html>'))).toBe('documents.file-kind')
  expect(await code(await send(province, plan, '方案.html', '<html>'))).toBe('documents.file-kind')
  expect(await code(await send(province, plan, '方案.txt', new Uint8Array(largestFile + 1).fill(65)))).toBe(
    'documents.file-too-large',
  )
  expect(await code(await send(director, plan, '方案.pdf', '%PDF'))).toBe('access.refused')
  expect(await code(await send(province, 'base-2020-5', '方案.pdf', '%PDF'))).toBe('access.not-found')
  expect((await fetch(`${house.url}${documentFilesPath}/${files[0]?.id}`)).status).toBe(401)
})
