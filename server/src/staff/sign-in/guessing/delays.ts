import { createHmac } from 'node:crypto'
import { secondsAfter } from '@wangdi/domain/staff/delay.rules.ts'
import type { Pool } from 'pg'
import { networkOf } from '../../../platform/http/network.ts'
import type { Limits } from '../../../platform/http/limits.ts'
import { type Count, countAttempt, forget, forgetLogin, getWait, listKnown, remember, takeBack } from './delays.queries.ts'

/** Who tries to sign in, and from where; `device` is one on which somebody signed in before. */
export interface From {
  readonly login: string
  readonly address: string
  readonly device: string | undefined
}

/** What is guessed: the password, or the code of the second step. */
export type Step = 'password' | 'code'

/** An attempt that is let through, counted as failed until it is taken back; or the seconds to wait. */
export type Counted = { takeBack(): Promise<void> } | { seconds: number; isNew: boolean }

/**
 * Makes guessing slow by growing waits, kept in the database. A name has its own count in each place, which is a device that
 * knows it or else an address, so failures elsewhere do not touch it there. From places where a name never signed in, all
 * failures of the name count together as well, and all of an address: whoever guesses from many addresses, or at many
 * names, becomes slow, and nobody else does. Names that nobody has are counted like others.
 */
export interface Delays {
  begin(step: Step, from: From): Promise<Counted>
  /** Somebody is in: the failures of the name in this place are forgotten, and the place is known from now on. */
  succeeded(from: From): Promise<void>
  /** Forgets all failures of a name, since it was given another password. */
  clear(login: string): Promise<void>
}

const hourMs = 3_600_000
// Codes are mistyped more often, and the second step ends by itself after five.
const freeCodes = 5
// Where many names are at home, as in an office, their failures together may be ten times those of strangers.
const homeFactor = 10

const waitsAfter = (free: number, longest: number) =>
  Array.from({ length: free + 12 }, (_, n) => Math.min(longest, secondsAfter(n + 1, free)))

/** The delays of a house; `secret` keys the hashes under which names, addresses and devices are kept. */
export function makeDelays(pool: Pool, secret: string, limits: Limits, now: () => Date): Delays {
  const hashOf = (...parts: string[]) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url')
  const loginOf = ({ login }: Pick<From, 'login'>) => hashOf('login', login.toLowerCase())
  const placesOf = (from: From) => ({
    device: from.device === undefined ? undefined : hashOf('known', loginOf(from), 'device', from.device),
    network: hashOf('known', loginOf(from), 'network', networkOf(from.address)),
  })
  const free = { password: limits.tries, code: freeCodes }
  const waits = {
    place: { password: waitsAfter(free.password, 900), code: waitsAfter(free.code, 900) },
    strangers: waitsAfter(limits.strangers, 300),
    names: waitsAfter(limits.names, 60),
    home: waitsAfter(limits.names * homeFactor, 60),
  }

  async function countsOf(step: Step, from: From): Promise<Count[]> {
    const login = loginOf(from)
    const { device, network } = placesOf(from)
    const known = await listKnown(pool, [network, ...(device ? [device] : [])])
    const atPlace = (place: string): Count => ({
      key: hashOf(step, place),
      login,
      waits: waits.place[step],
      forgottenMs: hourMs,
    })
    if (device && known.includes(device)) return [atPlace(device)]
    const address = networkOf(from.address)
    const isHome = known.includes(network)
    const names = { login: null, waits: isHome ? waits.home : waits.names, forgottenMs: hourMs }
    const atAddress: Count = { key: hashOf(step, isHome ? 'home' : 'address', address), ...names }
    if (isHome) return [atPlace(network), atAddress]
    const atName: Count = { key: hashOf(step, 'strangers', login), login, waits: waits.strangers, forgottenMs: 24 * hourMs }
    return [atPlace(network), atName, atAddress]
  }

  return {
    async begin(step, from) {
      const at = now()
      const counted: string[] = []
      for (const count of await countsOf(step, from)) {
        if (!(await countAttempt(pool, count, at))) {
          await takeBack(pool, counted)
          return getWait(pool, count.key, at)
        }
        counted.push(count.key)
      }
      return { takeBack: async () => void (await takeBack(pool, counted)) }
    },
    async succeeded(from) {
      const places = Object.values(placesOf(from)).filter((place) => place !== undefined)
      await forget(
        pool,
        places.flatMap((place) => [hashOf('password', place), hashOf('code', place)]),
        now(),
      )
      await remember(pool, places, now())
    },
    clear: async (login) => void (await forgetLogin(pool, loginOf({ login }))),
  }
}
