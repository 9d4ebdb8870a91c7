// Signing in for tests: an account of a role at a place, and the headers that carry its session.
import type { Role } from '@wangdi/domain/roles.ts'
import { v7 as newId } from 'uuid'
import type { Clock } from '../src/platform/clock.ts'
import { type Db, openDb } from '../src/platform/db.ts'
import type { Log } from '../src/platform/log.ts'
import type { Keys } from '../src/platform/secrets/keys.ts'
import type { Actor } from '../src/platform/serve.ts'
import type { SignIn } from '../src/staff/index.ts'

export interface Person {
  readonly account: string
  readonly headers: Record<string, string>
}

export interface TestSignIn extends SignIn {
  person(url: string, role: Role, place: string, name?: string): Promise<Person>
}

/** The sign-in of a test house. */
export async function signInForTests(parts: {
  db: Db
  ownerUrl: string
  keys: Keys
  clock: Clock
  log: Log
}): Promise<TestSignIn> {
  const owner = openDb(parts.ownerUrl, parts.log, 2)
  const actors = new Map<string, Actor>()
  return {
    findActor: async (request) => actors.get(String(request.headers['x-test-session'] ?? '')),
    addRoutes: () => {},
    close: () => owner.destroy(),
    async person(_url, role, place, name = role) {
      const id = newId()
      await owner.insertInto('account').values({ id, login: id, name, role, place }).execute()
      actors.set(id, { account: id, name, role, place, session: id })
      return { account: id, headers: { 'x-test-session': id } }
    },
  }
}
