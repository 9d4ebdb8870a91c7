// Every reading verb asked about what was left, so that no old row is one that today's code cannot read.
import { access } from '@wangdi/domain/access/access.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import { v7 as newId } from 'uuid'
import { served } from '../../src/app.ts'
import { fitting, idFieldsOf, type Schema } from '../every-input.ts'
import { type Ask, NotAnswered } from './caller.ts'
import { town } from './fill/community.ts'
import type { Stocked } from './stock.ts'

/** Somebody who reads: what they are, where they work, and how they ask. */
export interface Reader {
  readonly role: Role
  readonly place: string
  readonly ask: Ask
}

/** An id of every table. */
const idsIn = (stock: Map<string, Stocked>) =>
  [...stock.values()].flatMap(({ rows }) =>
    rows.slice(0, 1).flatMap(({ id }) => (typeof id === 'string' && id.length === 36 ? [id] : [])),
  )

/** Asks each reading verb, as the first who may, about everything there is: which answered, and which failed with what. */
export async function readAll(readers: readonly Reader[], stock: Map<string, Stocked>, today: string) {
  const ids = idsIn(stock)
  const answered = new Set<string>()
  const failed: string[] = []
  for (const { endpoint } of served.filter((one) => !one.endpoint.writes)) {
    const reader = readers.find(({ role }) => access[endpoint.name]?.[role])
    if (!reader) continue
    const { place, ask } = reader
    const things = idFieldsOf(endpoint).length > 0 ? ids : [newId()]
    for (const id of things)
      for (const all of things === ids ? [false] : [false, true]) {
        const filling = { place, community: town, today, now: `${today}T10:00:00+08:00`, id }
        const input = fitting(endpoint.input as Schema, filling, all) as Record<string, unknown>
        try {
          await ask(endpoint, input)
          answered.add(endpoint.name)
        } catch (error) {
          if (!(error instanceof NotAnswered)) throw error
          if (error.status >= 500) failed.push(`${endpoint.name} ${JSON.stringify(input)}: ${error.message}`)
        }
      }
  }
  return { answered, failed }
}
