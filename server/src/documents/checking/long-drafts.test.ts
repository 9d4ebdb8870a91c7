import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { publishDraft, readDraft, saveDraft, submitDraft } from '@wangdi/domain/documents/packs.api.ts'
import { textOfMany } from '@wangdi/policy/test/many-rules.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dengue } from '../../../test/given/packs.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { openPackShelf } from '../../platform/library/pack-shelf.ts'
import { makeLog } from '../../platform/log.ts'
import { makeLane } from '../../platform/heavy/lane.ts'
import { judgeDraft, judgeNewest } from './judge-draft.ts'

const rules = 5_000
const text = textOfMany(rules, { place: '41' })
const task = (body: string) => ({ texts: { body, cases: '[]' }, others: [] })
let house: House
let writer: Caller
let publisher: Caller

beforeAll(async () => {
  house = await startHouse()
  writer = await house.as('policy-editor', '41', '梁静')
  publisher = await house.as('policy-editor', '41', '石磊')
  house.clock.set('2026-06-15T10:00:00+08:00')
})
afterAll(() => house?.close())

/** Asks whether the server is well, again and again until something has ended: how many answers came, and how long each took. */
async function askedUntil(end: Promise<unknown>): Promise<readonly number[]> {
  let isOver = false
  void end.finally(() => (isOver = true)).catch(() => {})
  const waits: number[] = []
  while (!isOver) {
    const began = performance.now()
    const { statusCode } = await house.app.inject('/health')
    if (statusCode !== 200) throw new Error(`/health said ${statusCode}`)
    waits.push(performance.now() - began)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return waits
}

test('a pack of five thousand rules is saved, checked, submitted, published and followed, while the server goes on answering', {
  timeout: 240_000,
}, async () => {
  const id = newId()
  await writer.call(saveDraft, { id, place: '41', pack: 'made-up-long', body: text, cases: '[]', edition: 0 })
  const began = performance.now()
  const checking = writer.call(readDraft, { id })
  const waits = await askedUntil(checking)
  const took = performance.now() - began
  const { findings } = await checking
  expect(findings.filter(({ code }) => code !== 'case.missing' && code !== 'case.edge-missing')).toEqual([])
  // Five thousand rules that no case tries are one line of advice.
  expect(findings.filter(({ code }) => code === 'case.missing').map(({ text: said }) => said.zh)).toEqual([
    '有 5000 条规则没有例子：long.rule-0、long.rule-1、long.rule-2 等',
  ])
  // Were it checked where answers are made, one answer would have waited for all of it.
  expect(waits.length).toBeGreaterThan(20)
  expect(Math.max(...waits)).toBeLessThan(took / 3)
  await writer.call(submitDraft, { id, edition: 1 })
  await publisher.call(publishDraft, { id, edition: 2, from: '2026-07-01' })
  house.clock.set('2026-07-02T10:00:00+08:00')
  const director = await house.as('community-director', '410105001003')
  const { items } = await director.call(readPlan, { place: '410105001003', on: '2026-07-02' })
  expect(items.map(({ id: rule }) => rule)).toContain('long.rule-1')
  // A server that is started now reads it from the database.
  const started = await openPackShelf({
    ...{ db: house.db, signer: house.signer, log: makeLog('silent') },
    ...{ today: house.clock.today(), now: house.clock.now() },
  })
  expect(started.versions().find(({ pack }) => pack === 'made-up-long')?.read.measures).toHaveLength(rules)
})

test('a check that takes too long is ended with its message, and the next one is answered', { timeout: 60_000 }, async () => {
  const lane = makeLane({ atOnce: 1, perAccount: 1, waiting: 1, seconds: 0.05 })
  const ended = lane.enter('somebody', undefined, ({ signal }) => judgeDraft(task(text), signal))
  await expect(ended).rejects.toMatchObject({ code: 'heavy.too-long' })
  const { findings } = await judgeDraft(task('id: short'), new AbortController().signal)
  expect(findings.map(({ code }) => code)).toContain('field.missing')
})

test('places of a draft are looked up in the national list, when it is written and when it is submitted', async () => {
  const body = dengue.replace('who: [community-worker]', "place: ['419999']\n    who: [community-worker]")
  const line = body.split('\n').findIndex((one) => one.includes('419999')) + 1
  const { signal } = new AbortController()
  for (const submitting of [undefined, { draft: '41', editor: '41' }]) {
    const asked = { texts: { body, cases: '[]' }, others: [], ...(submitting && { submitting }) }
    const { findings } = await judgeDraft(asked, signal)
    expect(findings.filter(({ code }) => code === 'place.not-listed').map((one) => one.line)).toEqual([line])
  }
})

test('what is still checked of an earlier text of a draft is stopped when a newer one comes', { timeout: 60_000 }, async () => {
  const never = new AbortController().signal
  const earlier = judgeNewest({ id: 'one', edition: 1 }, task(text), never)
  const other = judgeNewest({ id: 'another', edition: 1 }, task('id: other'), never)
  const later = judgeNewest({ id: 'one', edition: 2 }, task('id: short'), never)
  // What five thousand rules come to is not printed where it should never come.
  const ended = earlier.then(
    () => 'checked to the end',
    ({ code }: { code: string }) => code,
  )
  expect(await ended).toBe('heavy.overtaken')
  expect((await later).findings.length).toBeGreaterThan(0)
  expect((await other).findings.length).toBeGreaterThan(0)
})
