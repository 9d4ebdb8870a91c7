// A phone's engine on the real server over HTTP, under a network that tests make good or bad.
import type { CommandAnswer } from '@wangdi/domain/endpoint.ts'
import { readGiven } from '@wangdi/domain/kinds/given.api.ts'
import type { Held } from '@wangdi/domain/sync/held.rules.ts'
import { readChanges, readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import { heldKinds } from '@wangdi/domain/sync/sync.ts'
import { v7 as newId } from 'uuid'
import type { Caller, House } from '../../server/test/house.ts'
import { type Engine, openEngine, type Road } from '../src/sync/engine.ts'
import type { Carried } from '../src/sync/pull.ts'
import { Store } from '../src/sync/store.ts'
import { makeLock } from '../src/sync/vault.ts'

/** What the network does to an exchange: nothing, or an answer lost before or after the server heard. */
export type Weather = 'fine' | 'no-network' | 'answer-lost' | 'breaks-off'
const noNetwork = () => Object.assign(new Error('network.none'), { code: 'network.none' })

const httpRoad = (house: House, caller: Caller): Road => ({
  async send(commands) {
    const answer = await fetch(`${house.url}/api/commands`, {
      method: 'POST',
      headers: { ...caller.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ commands }),
    })
    if (!answer.ok) throw Object.assign(new Error('outbox'), (await answer.json()) as object)
    return ((await answer.json()) as { answers: CommandAnswer[] }).answers
  },
  snapshot: (input) => caller.call(readSnapshot, input),
  changes: (input) => caller.call(readChanges, input),
  given: (input) => caller.call(readGiven, input),
})

/** A new phone of somebody who works at a place; absent, it carries doors alone. */
export async function realPhone(house: House, caller: Caller, place: string, carries?: Carried) {
  const store = new Store(newId())
  const { key } = await makeLock('135790', 1000)
  let weather: Weather = 'fine'
  let calls = 0
  const through =
    <I, O>(call: (input: I) => Promise<O>) =>
    async (input: I): Promise<O> => {
      if (weather === 'no-network' || (weather === 'breaks-off' && calls++ > 0)) throw noNetwork()
      const answer = await call(input)
      if (weather === 'answer-lost') throw noNetwork()
      return answer
    }
  const real = httpRoad(house, caller)
  const road: Road = {
    send: through(real.send),
    snapshot: through(real.snapshot),
    changes: through(real.changes),
    given: through(real.given),
  }
  const me = { account: caller.account, name: '吴晓彤', place }
  const parts = { store, key, road, me, newId, now: () => house.clock.now().getTime(), ...(carries && { carries }) }
  let engine: Engine = await openEngine(parts)
  return {
    engine: () => engine,
    async sync(next: Weather = 'fine') {
      weather = next
      calls = 0
      await engine.sync()
      return engine.exchange().state
    },
    /** The app is killed and opened again: only what lies on the phone is left. */
    async restart() {
      engine = await openEngine(parts)
    },
  }
}
export type RealPhone = Awaited<ReturnType<typeof realPhone>>

/** All that a phone shows, in an order of its own. */
export const shown = (held: Held) =>
  Object.fromEntries(heldKinds.map((kind) => [kind, [...held[kind].values()].sort((a, b) => (a.id < b.id ? -1 : 1))]))
