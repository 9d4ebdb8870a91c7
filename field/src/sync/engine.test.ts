import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { modelServer } from '../../test/model-server.ts'
import { type Engine, openEngine, type Road } from './engine.ts'
import { Store } from './store.ts'
import { makeLock } from './vault.ts'

const me = { account: 'me', name: '吴晓彤' }
const title = { building: '1号楼', room: '101', text: '走访' }
let numbers = 0
const newId = () => `id-${numbers++}`
const base = Date.UTC(2026, 10, 20, 2)
const noNetwork = () => Object.assign(new Error('network.none'), { code: 'network.none' })

// What the network does to an exchange: nothing, or an answer lost before or after the server heard.
type Weather = 'fine' | 'no-network' | 'answer-lost' | 'breaks-off'

async function phone(server: ReturnType<typeof modelServer>) {
  const store = new Store(`phone-${numbers++}`)
  const { key } = await makeLock('135790', 1000)
  let weather: Weather = 'fine'
  let calls = 0
  let later = 0
  const now = () => base + later
  const through =
    <I, O>(call: (input: I) => Promise<O>) =>
    async (input: I): Promise<O> => {
      if (weather === 'no-network') throw noNetwork()
      if (weather === 'breaks-off' && calls++ > 1) throw noNetwork()
      const answer = structuredClone(await call(structuredClone(input)))
      if (weather === 'answer-lost') throw noNetwork()
      return answer
    }
  const road: Road = {
    send: through(server.road.send),
    snapshot: through(server.road.snapshot),
    changes: through(server.road.changes),
    given: through(server.road.given),
    put: (photo, bytes) => through(() => server.road.put(photo, bytes))(undefined),
  }
  const start = () => openEngine({ store, key, road, me, newId, now })
  let engine: Engine = await start()
  return {
    engine: () => engine,
    store,
    key,
    async sync(next: Weather = 'fine') {
      weather = next
      calls = 0
      await engine.sync()
    },
    /** So many minutes go by. */
    wait(minutes: number) {
      later += minutes * 60_000
    },
    /** The app is killed and opened again: only what lies on the phone is left. */
    async restart() {
      engine = await start()
    },
    visit: (dwelling: string, more: Record<string, unknown> = {}) =>
      engine.record('rounds.record-visit', { id: newId(), dwelling, result: 'met', ...more }, title),
  }
}

const sorted = (values: Iterable<{ id: string }>) => [...values].map(({ id }) => id).sort()

test('any order of records, losses, repeats and restarts ends in the same state on phone and server', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('record' as const), door: fc.nat(6) }),
    fc.record({
      do: fc.constant('sync' as const),
      weather: fc.constantFrom<Weather>('fine', 'no-network', 'answer-lost', 'breaks-off'),
    }),
    fc.record({ do: fc.constant('other' as const), door: fc.nat(6) }),
    fc.record({ do: fc.constantFrom('restart' as const, 'restore' as const, 'redraw' as const, 'destroy' as const) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const server = modelServer(7)
      const own = await phone(server)
      const recorded: string[] = []
      for (const one of steps) {
        if (one.do === 'record') recorded.push(String((await own.visit(`door-${one.door}`)).input.id))
        else if (one.do === 'sync') await own.sync(one.weather)
        else if (one.do === 'other') server.visitByOther(newId(), `door-${one.door}`)
        else if (one.do === 'restart') await own.restart()
        else if (one.do === 'restore') server.restore()
        else if (one.do === 'destroy')
          for (const { id } of [...server.visits.values()].filter(({ by }) => by === 'other').slice(0, 1)) server.destroy(id)
        else if (!server.mine.delete('door-6')) server.mine.add('door-6')
      }
      server.mine.add('door-6')
      await own.sync()
      for (const { id, state } of own.engine().entries()) if (state === 'refused') await own.engine().settle(id, 'mine')
      await own.sync()
      expect(
        own
          .engine()
          .entries()
          .every(({ state }) => state === 'done'),
      ).toBe(true)
      expect(recorded.every((id) => server.visits.has(id))).toBe(true) // none lost, and each once: the id is the record's
      expect(sorted(own.engine().view().visit.values())).toEqual(sorted(server.visitsInScope()))
      expect(own.engine().view().dwelling.size).toBe(server.mine.size)
      await own.restart()
      expect(sorted(own.engine().view().visit.values())).toEqual(sorted(server.visitsInScope()))
    }),
    { numRuns: 100 },
  )
}, 60_000)

test('records go in their order, and one the server cannot judge holds up no other', async () => {
  const server = modelServer(3)
  const own = await phone(server)
  const first = await own.visit('door-0')
  const broken = await own.visit('door-1', { note: 'broken' })
  const last = await own.visit('door-2')
  await own.sync()
  expect(
    own
      .engine()
      .entries()
      .map(({ id, state }) => [id, state]),
  ).toEqual([
    [first.id, 'done'],
    [broken.id, 'unsent'],
    [last.id, 'done'],
  ])
  expect(own.engine().exchange().state).toBe('done')
})

test.each(['broken', 'unjudged'])(
  'a record at which the server fails (%s) again and again for an hour is refused in sight of its maker, and may be said again',
  async (note) => {
    const server = modelServer(3)
    const own = await phone(server)
    const bad = await own.visit('door-1', { note })
    const good = await own.visit('door-2')
    const stateOf = (id: string) =>
      own
        .engine()
        .entries()
        .find((entry) => entry.id === id)
    for (let time = 0; time < 8; time++) await own.sync() // a fault of some minutes is not the record's
    expect([stateOf(bad.id)?.state, stateOf(good.id)?.state]).toEqual(['unsent', 'done'])
    own.wait(61)
    await own.restart()
    await own.sync()
    expect(stateOf(bad.id)).toMatchObject({ state: 'refused', problem: { code: 'server.broken' } })
    await own.engine().settle(bad.id, 'mine')
    await own.sync()
    expect(own.engine().entries()[0]?.state).toBe('unsent')
  },
)

test('a batch that is not read because of one record goes one by one: that one is refused, the others arrive', async () => {
  const server = modelServer(3)
  const own = await phone(server)
  await own.visit('door-0')
  await own.visit('door-1', { note: 'unreadable' })
  await own.visit('door-2')
  await own.sync()
  expect(
    own
      .engine()
      .entries()
      .map(({ state, problem }) => problem?.code ?? state),
  ).toEqual(['done', 'request.invalid', 'done'])
  expect(own.engine().exchange().state).toBe('done')
})

test('a clock that jumps back takes no record out of sight: it is kept after the last word of the server, and says so', async () => {
  const server = modelServer(3)
  const own = await phone(server)
  await own.sync()
  const before = await own.visit('door-0')
  own.wait(-7 * 365 * 24 * 60) // to 2019
  const after = await own.visit('door-1')
  expect([before.clock, after.clock]).toEqual([undefined, 'back'])
  expect(after.at >= before.at).toBe(true)
  const seen = () => [...own.engine().view().visit.values()].map(({ dwelling, at }) => [dwelling, at.slice(0, 10)]).sort()
  expect(seen()).toEqual([
    ['door-0', '2026-11-20'],
    ['door-1', '2026-11-20'],
  ])
  await own.sync()
  await own.restart()
  expect(seen()).toHaveLength(2)
  expect(own.engine().entries()[1]).toMatchObject({ state: 'done', clock: 'back' })
})

test('a record that the server keeps under another moment moves there on the phone, and says so', async () => {
  const server = modelServer(3)
  const own = await phone(server)
  own.wait(-7 * 365 * 24 * 60) // a phone that never spoke with a server knows no better
  const { input } = await own.visit('door-0')
  await own.sync('fine')
  expect(own.engine().entries()[0]).toMatchObject({ state: 'done', clock: 'set-right', at: '2026-11-20T02:00:00.000Z' })
  expect(own.engine().view().visit.get(String(input.id))?.at).toBe('2026-11-20T02:00:00.000Z')
})

test('what belongs to destroyed data leaves the phone: it is neither shown nor said again', async () => {
  const server = modelServer(3)
  const own = await phone(server)
  const { id } = await own.visit('door-0', { note: 'destroyed' })
  await own.sync()
  expect(own.engine().entries()[0]).toMatchObject({ state: 'dropped', problem: { code: 'regimes.data-destroyed' } })
  expect(own.engine().view().visit.size).toBe(0)
  await own.engine().settle(id, 'mine')
  await own.sync()
  expect(own.engine().entries()[0]?.state).toBe('dropped')
  own.wait(4 * 24 * 60)
  await own.sync()
  expect(own.engine().entries()).toEqual([])
})

test('what is typed is kept as the server will keep it: nothing unseen, composed, no blanks around it', async () => {
  const own = await phone(modelServer(3))
  const { input } = await own.visit('door-0', { note: ' \u202e头晕\u200b\r\n明天再来 ', changes: '\u200b\u3000' })
  expect([input.note, input.changes, input.result]).toEqual(['头晕\n明天再来', '', 'met'])
})

test('a refused record stays with its reason; what depends on it waits; said again on the new version both go', async () => {
  const server = modelServer(3)
  const own = await phone(server)
  const wrong = await own.visit('door-0', { note: 'moved', version: 1 })
  await own.visit('door-0', { replaces: wrong.input.id, result: 'refused' })
  await own.sync()
  expect(
    own
      .engine()
      .entries()
      .map(({ state, problem }) => [state, problem?.code]),
  ).toEqual([
    ['refused', 'record.moved'],
    ['unsent', undefined],
  ])
  await own.restart()
  await own.engine().settle(wrong.id, 'ask')
  expect(own.engine().entries()[0]).toMatchObject({ state: 'refused', asked: true })
  await own.engine().settle(wrong.id, 'mine')
  await own.sync()
  expect(
    own
      .engine()
      .entries()
      .map(({ state }) => state),
  ).toEqual(['done', 'done'])
  expect(server.visits.size).toBe(2)
})

test('a record given up stays in the list and is never sent', async () => {
  const server = modelServer(3)
  const own = await phone(server)
  const { id } = await own.visit('door-0', { note: 'moved' })
  await own.sync()
  await own.engine().settle(id, 'theirs')
  await own.sync()
  expect([own.engine().entries()[0]?.state, server.visits.size]).toEqual(['dropped', 0])
})

test('a phone shows what it recorded at once, and is not ready before the last block', async () => {
  const server = modelServer(7)
  const own = await phone(server)
  let seen: (string | null | undefined)[] = []
  own.engine().subscribe(() => seen.push(own.engine().position()?.next))
  await own.sync()
  expect(seen.filter((next) => next === 'block-0').length).toBeGreaterThan(0)
  expect(own.engine().position()).toMatchObject({ next: null, doors: 7, ofDoors: 7 })
  seen = []
  const { input } = await own.visit('door-3')
  expect(own.engine().view().visit.has(String(input.id))).toBe(true)
  expect(own.engine().view().visit.size).toBe(1)
})

test('nothing on the phone is readable without the key', async () => {
  const server = modelServer(3)
  const own = await phone(server)
  await own.visit('door-0', { note: '老人说头晕' })
  await own.sync()
  await own.visit('door-1', { note: '没带钥匙' })
  const all = [...(await own.store.block.toArray()), ...(await own.store.outbox.toArray()), ...(await own.store.plain.toArray())]
  const text = all
    .map((row) => JSON.stringify(row) + ('sealed' in row ? new TextDecoder('latin1').decode(row.sealed.data) : ''))
    .join()
  for (const secret of ['头晕', '钥匙', '号楼', 'rounds.record-visit']) expect(text).not.toContain(secret)
  await own.store.destroy()
  expect(await own.store.block.count()).toBe(0)
})

test('a server that is coming back counts as no network: nothing is refused or lost, and the next exchange sends it', async () => {
  const server = modelServer(4)
  const own = await phone(server)
  await own.sync()
  const { id } = await own.visit('door-1')
  for (const code of ['server.busy', 'server.unsure']) {
    server.away(code)
    await own.sync()
    expect(own.engine().exchange().state).toBe('offline')
    expect(own.engine().entries()).toMatchObject([{ id, state: 'unsent' }])
  }
  server.away(undefined)
  await own.sync()
  expect(own.engine().exchange().state).toBe('done')
  expect(own.engine().entries()).toMatchObject([{ id, state: 'done' }])
})

test('what was sent about a record that was destroyed goes from the outbox at the next contact, also from the phone itself; the rest stays', async () => {
  const server = modelServer(3)
  const own = await phone(server)
  await own.sync()
  const [one, other] = [await own.visit('door-0'), await own.visit('door-1', { replaces: null, note: '有事' })]
  await own.sync()
  const later = await own.visit('door-2')
  server.destroy(String(one.input.id))
  await own.sync('no-network')
  expect(own.engine().entries().length).toBe(3)
  await own.sync()
  const left = own
    .engine()
    .entries()
    .map(({ id }) => id)
  expect(left).toEqual([other.id, later.id])
  await own.restart()
  expect(
    own
      .engine()
      .entries()
      .map(({ id }) => id),
  ).toEqual(left)
})

test('a phone that was away too long to be told forgets all that it sent', async () => {
  const server = modelServer(3)
  const own = await phone(server)
  await own.visit('door-0')
  await own.sync()
  server.restore()
  await own.sync()
  expect(own.engine().entries()).toEqual([])
})
