import { reachOf } from '@wangdi/domain/access/access.ts'
import { getInbox } from '@wangdi/domain/kinds/inbox.api.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { sql } from 'kysely'
import { countyOf } from '../platform/db.ts'
import { type Served, serve } from '../platform/serve.ts'
import { type Asked, askedRows } from './request/asked.queries.ts'
import { askedRow } from './request/see.ts'

const most = 200
const declared = new Map<string, RequestKind>()

/** Tells the inbox of a kind; it is told of each as its verbs are made. */
export const joinInbox = (kind: RequestKind): void => void declared.set(kind.name, kind)

/** A kind of request by its name, once its verbs are made; undefined where none has it. */
export const requestOf = (name: string): RequestKind | undefined => declared.get(name)

/** What waits for the actor's office over all kinds, and what is late below it. Nothing of a kind that is health data. */
export const inbox: Served = serve(getInbox, {
  about: () => ({}),
  run: async ({ db, actor, at, saw }) => {
    const mine = [...declared.values()].filter(({ name, health }) => !health && reachOf(`${name}.see`, actor.role))
    const names = sql.val(mine.map(({ name }) => name))
    const climbing = sql.val(mine.filter(({ climbs }) => climbs).map(({ name }) => name))
    const isLate = sql`r.due_at < ${at}`
    const climbed = sql`r.kind = any (${climbing}::text[]) and ${isLate} and r.turn >= ${actor.place} and r.turn < ${`${actor.place}:`}`
    const { rows } = await sql<Asked>`${askedRows(
      db,
      sql`r.ended_on is null and r.kind = any (${names}::text[]) and (r.turn = ${actor.place} or (${climbed}))`,
    )} order by r.due_at nulls last, r.at limit ${most + 1}`.execute(db)
    const shown = rows.slice(0, most)
    saw(shown.map(({ dwelling, person }) => person ?? dwelling))
    const listed = shown.map((row) => askedRow(row, at.toISOString()))
    return { rows: listed.map((row) => ({ ...row, climbed: row.turn !== actor.place })), more: rows.length > most }
  },
})
