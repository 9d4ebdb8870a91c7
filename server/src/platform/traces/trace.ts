import { Problem } from '@wangdi/domain/problem.ts'
import type { CommunityCode, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { type Db, inTransaction, scopeKeyOf } from '../db.ts'
import type { Log } from '../log.ts'
import type { Actor } from '../serve.ts'
import { makeFolding, timesOf } from './folding.ts'

/**
 * As many people, doors and buildings as one line names one by one; of a reading that shows more of one community the line names
 * the community. Of a larger place it names them all: nobody else would be told of it.
 */
export const mostNamed = 500

/** What one request leaves behind: ids, the verb and figures, never a word of anybody's record. */
export interface Trace {
  readonly actor: Pick<Actor, 'account'>
  readonly verb: string
  readonly targets: Readonly<Record<string, string>>
  readonly place: string
  readonly at: Date
  /** People, doors and buildings that were shown or changed. */
  readonly seen?: Iterable<Id>
}

/** By which id lines name a whole community: its code, written as one. */
export const idOfCommunity = (community: CommunityCode): Id => `00000000-0000-0000-0000-${community}`

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
// Targets that are somebody, or the door of somebody.
const whose: readonly string[] = ['person', 'one', 'other', 'dwelling']

/** Leaves one audit line in the transaction, and with it whom it showed. */
export async function leaveTrace(db: Db, { actor, verb, targets, place, at, seen = [] }: Trace): Promise<void> {
  const noted = whose.flatMap((name) => targets[name] ?? []).filter((text) => uuid.test(text))
  const shown = new Set([...noted, ...seen])
  const said = shown.size === 0 ? targets : { ...targets, seen: String(shown.size) }
  const id = newId()
  await sql`insert into audit_line (scope, id, at, account, verb, targets, place)
    values (${scopeKeyOf(db)}, ${id}, ${at.toISOString()}, ${actor.account}, ${verb}, ${JSON.stringify(said)}, ${place})`.execute(
    db,
  )
  const isMany = shown.size > mostNamed && place.length === 12
  const subjects = isMany ? [...new Set([...noted, idOfCommunity(place)])] : [...shown]
  if (subjects.length === 0) return
  // The line itself leads a cluster to its node.
  await sql`insert into audit_seen (scope, subject, at, line)
    select l.scope, s.subject, l.at, l.id from audit_line l, unnest(${subjects}::uuid[]) as s (subject)
    where l.scope = ${scopeKeyOf(db)} and l.id = ${id} on conflict do nothing`.execute(db)
}

// Of one account and verb within an hour; a page that asks for ever for something that is gone says so a few times only.
const freeRefusals = 20
const folded = makeFolding(freeRefusals)

// What is refused since it is there already tells of it: that a number is on file, that a mark is set.
const told: readonly string[] = ['refused', 'missing', 'conflict']

/**
 * Leaves a line of a verb that was refused: to a role that may not, of something out of reach, or for what is on record. In a
 * transaction of its own, since the refused one leaves nothing; a database that is away does not change the answer.
 */
export async function traceRefusal(db: Db, log: Log, actor: Actor, verb: string, error: unknown, at: Date): Promise<void> {
  if (!(error instanceof Problem) || !told.includes(error.kind)) return
  const times = folded(`${actor.account} ${verb} ${error.code}`, at)
  if (times === undefined) return
  const scope = {
    county: actor.place.slice(0, 6).length === 6 ? actor.place.slice(0, 6) : '',
    area: '',
    place: actor.place,
    health: false,
  }
  const line: Trace = { actor, verb, targets: { refused: error.code, ...timesOf(times, freeRefusals) }, place: actor.place, at }
  await inTransaction(db, scope, (within) => leaveTrace(within, line)).catch((fault: unknown) =>
    log.warn({ verb, code: (fault as { code?: string }).code }, 'a refusal left no trace'),
  )
}
