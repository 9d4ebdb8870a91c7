import { createHash } from 'node:crypto'
import { shanghaiDay } from '@wangdi/domain/day.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import { problems, refuse } from '@wangdi/domain/problem.ts'
import type { Instant } from '@wangdi/domain/schema.ts'
import { v7 as newId } from 'uuid'
import { type Db, inTransaction, type Scope } from './db.ts'
import { type Actor, getReach, type Lent, type Request, type Served, type Tools, whyNotReach } from './serve.ts'
import { sql } from 'kysely'

/** The client's part of a command: its id and when it happened by the client's word. */
export interface Said {
  readonly id: string
  readonly at: Instant
}

/** One road for every request: permission → transaction under scope → repeat? → reach → open? → run → audit → commit → reply. */
export async function perform(
  db: Db,
  lent: Lent,
  tools: Tools,
  served: Served,
  actor: Actor,
  input: object,
  said: Said | undefined,
): Promise<unknown> {
  const { endpoint } = served
  const reach = getReach(endpoint.name, actor.role)
  const today = tools.clock.today()
  await tools.packs.refresh()
  return inTransaction(db, scopeOf(actor, reach, endpoint.health), async (transaction) => {
    const first = endpoint.writes && said ? await firstAnswer(transaction, endpoint.name, actor, input, said) : undefined
    if (first) return first.reply
    const about = await served.about(transaction, input as never)
    const moment = happenedAt(endpoint.offline, said, tools.clock.now())
    refuse(await whyNotReach(transaction, lent, actor, reach, about, shanghaiDay(moment)))
    if (endpoint.needs) {
      const place = about.place ?? actor.place
      refuse(await lent.whyClosed(transaction, endpoint.needs, place, shanghaiDay(moment), moment))
    }
    const targets: Record<string, string> = {}
    const request: Request<never> = {
      ...tools,
      db: transaction,
      actor,
      input: input as never,
      reach,
      today,
      at: said ? new Date(said.at) : tools.clock.now(),
      command: said?.id,
      whyClosed: (needs) => lent.whyClosed(transaction, needs, about.place ?? actor.place, today),
      note: (more) => void Object.assign(targets, more),
    }
    const reply = await served.run(request)
    if (endpoint.writes || Object.keys(targets).length > 0)
      await audit(transaction, actor, endpoint.name, targets, about.place ?? actor.place, tools.clock.now())
    if (endpoint.writes && said) await keepAnswer(transaction, said, reply)
    return reply
  })
}

/** Days a phone's word is taken for when something happened; older than that, only the hour of its arrival counts. */
const offlineDays = 7

// What was recorded offline while a function was open, or a grid was the actor's, is kept, although it arrives after the end.
function happenedAt(offline: boolean, said: Said | undefined, now: Date): Instant {
  const told = offline && said ? new Date(said.at).getTime() : now.getTime()
  const isOld = now.getTime() - told > offlineDays * 86_400_000
  return new Date(isOld ? now.getTime() : Math.min(told, now.getTime())).toISOString()
}

/** What a transaction of this actor may see: personal rows only for reaches that concern people. */
export function scopeOf(actor: Actor, reach: string, health: boolean): Scope {
  const personal = reach !== 'figures' && reach !== 'above' && actor.place.length >= 6
  return {
    county: actor.place.length >= 6 ? countyOf(actor.place) : '',
    area: personal ? actor.place : '',
    place: actor.place,
    health: health && personal,
  }
}

// Inserting first makes a repeat that comes at the same time wait for the first one's commit.
async function firstAnswer(
  db: Db,
  verb: string,
  actor: Actor,
  input: object,
  said: Said,
): Promise<{ reply: unknown } | undefined> {
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('base64url')
  const made = await sql`insert into command (scope, id, account, verb, input_hash, said_at)
    values (scope_key(), ${said.id}, ${actor.account}, ${verb}, ${hash}, ${said.at}) on conflict do nothing`.execute(db)
  if (made.numAffectedRows === 1n) return undefined
  const { rows } = await sql<{ account: string; verb: string; inputHash: string; reply: unknown }>`
    select account, verb, input_hash as "inputHash", reply from command where scope = scope_key() and id = ${said.id}`.execute(db)
  const kept = rows[0]
  if (!kept || kept.account !== actor.account || kept.verb !== verb || kept.inputHash !== hash) throw problems.commandReused({})
  return { reply: kept.reply }
}

const keepAnswer = (db: Db, said: Said, reply: unknown) =>
  sql`update command set reply = ${JSON.stringify(reply ?? null)} where scope = scope_key() and id = ${said.id}`.execute(db)

/** Leaves one audit line in the transaction: ids and verb, no content. */
export const audit = (db: Db, actor: Actor, verb: string, targets: Record<string, string>, place: string, at: Date) =>
  sql`insert into audit_line (scope, id, at, account, verb, targets, place)
    values (scope_key(), ${newId()}, ${at.toISOString()}, ${actor.account}, ${verb}, ${JSON.stringify(targets)}, ${place})`.execute(
    db,
  )
