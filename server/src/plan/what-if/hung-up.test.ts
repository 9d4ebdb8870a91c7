// What one client can do to the others by asking what would change: ask often, and go away before the answer.
import { once } from 'node:events'
import { saveDraft } from '@wangdi/domain/documents/packs.api.ts'
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { givenPlaces } from '../../../test/given/places.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { compareLibraries, whatIfLane } from './compare-libraries.ts'

// The real thing, which a test can hold up: how long a comparison takes says nothing on a busy machine.
vi.mock('./compare-libraries.ts', async (original) => {
  const real = await original<typeof import('./compare-libraries.ts')>()
  return { ...real, compareLibraries: vi.fn(real.compareLibraries) }
})

const county = '410105'
const community = '410105001003'
const rules = 'precision-2020@2020-05-01'
let house: House
let attacker: Caller
let other: Caller

beforeAll(async () => {
  house = await startHouse()
  await givenPlaces(house)
  attacker = await house.as('county-health', county)
  other = await house.as('county-health', county)
})
afterAll(() => house?.close())

/** Asks what would change in a way that can be hung up. */
function ask(caller: Caller, tried: { draft?: string; rules?: string }) {
  const gone = new AbortController()
  const url = `${house.url}/api/plan/what-if?${new URLSearchParams({ place: county, ...tried })}`
  const answer = fetch(url, { headers: caller.headers, signal: gone.signal })
  answer.catch(() => {})
  return { answer, hangUp: () => gone.abort() }
}

const isQuiet = () => vi.waitFor(() => expect(whatIfLane.counts()).toEqual({ running: 0, waiting: 0 }), { timeout: 30_000 })
/** Connections of the server that are within a transaction or at a statement. */
const held = async () =>
  (
    await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and usename <> current_user and state <> 'idle'`.execute(house.owner)
  ).rows[0]?.n

/** Holds up each comparison until it is let go or its signal fires; then the real one is asked. */
function holdUp() {
  const { promise: free, resolve: letGo } = Promise.withResolvers<void>()
  const real = vi.mocked(compareLibraries).getMockImplementation()
  vi.mocked(compareLibraries).mockImplementation(async (task, signal) => {
    await Promise.race([free, once(signal, 'abort')])
    return (real as typeof compareLibraries)(task, signal)
  })
  onTestFinished(
    () =>
      void vi
        .mocked(compareLibraries)
        .mockImplementation(real as typeof compareLibraries)
        .mockClear(),
  )
  return letGo
}

test('of many questions two are worked on, the rest wait or are told when to ask again; others are answered and no connection is held', async () => {
  const letGo = holdUp()
  const first = [ask(attacker, { rules }), ask(attacker, { rules })]
  await vi.waitFor(() => expect(compareLibraries).toHaveBeenCalledTimes(2), { timeout: 30_000 })
  const refused = await ask(attacker, { rules }).answer
  expect(refused.status).toBe(429)
  expect(await refused.json()).toMatchObject({ code: 'heavy.busy', facts: { seconds: expect.any(Number) } })
  const later = ask(other, { rules })
  await vi.waitFor(() => expect(whatIfLane.counts()).toEqual({ running: 2, waiting: 1 }), { timeout: 30_000 })
  await vi.waitFor(async () => expect(await held()).toBe(0), { timeout: 30_000 })
  expect((await other.call(readPlan, { place: community })).items).toEqual(expect.any(Array))
  expect(compareLibraries).toHaveBeenCalledTimes(2)
  letGo()
  for (const { answer } of [...first, later]) expect((await answer).status).toBe(200)
  await isQuiet()
})

test('a comparison ends when its client goes', async () => {
  holdUp()
  const enter = vi.spyOn(whatIfLane, 'enter')
  onTestFinished(() => enter.mockRestore())
  const { hangUp } = ask(attacker, { rules })
  await vi.waitFor(() => expect(compareLibraries).toHaveBeenCalled(), { timeout: 30_000 })
  hangUp()
  await expect(enter.mock.results[0]?.value).rejects.toMatchObject({ code: 'heavy.gone' })
  await isQuiet()
})

test('for a client that hangs up before it is found who asks nothing is compared', async () => {
  const find = house.signIn.findActor
  const slow = vi.spyOn(house.signIn, 'findActor').mockImplementationOnce(async (request) => {
    const closed = once(request.raw.socket, 'close')
    hangUp()
    await closed
    return find(request)
  })
  const enter = vi.spyOn(whatIfLane, 'enter')
  onTestFinished(() => [slow, enter].forEach((spy) => spy.mockRestore()))
  vi.mocked(compareLibraries).mockClear()
  const { hangUp } = ask(attacker, { rules })
  await vi.waitFor(() => expect(enter).toHaveBeenCalled(), { timeout: 30_000 })
  await expect(enter.mock.results[0]?.value).rejects.toMatchObject({ code: 'heavy.gone' })
  expect(compareLibraries).not.toHaveBeenCalled()
})

test('a draft is not checked for a client that went before', async () => {
  const editor = await house.as('policy-editor', '41')
  const draft = newId()
  await editor.call(saveDraft, { id: draft, place: '41', pack: 'broken', body: '{{{', cases: '[]', edition: 0 })
  const real = whatIfLane.enter
  const enter = vi.spyOn(whatIfLane, 'enter').mockImplementation((account, gone, work) =>
    real(account, gone, async (turn) => {
      const fired = once(turn.signal, 'abort')
      hangUp()
      await fired
      return work(turn)
    }),
  )
  onTestFinished(() => enter.mockRestore())
  const { hangUp } = ask(editor, { draft })
  await vi.waitFor(() => expect(enter).toHaveBeenCalled(), { timeout: 30_000 })
  // Checked, it would be refused for its findings.
  await expect(enter.mock.results[0]?.value).rejects.toMatchObject({ code: 'heavy.gone' })
  await isQuiet()
})
