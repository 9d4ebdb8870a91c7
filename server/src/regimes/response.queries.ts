import type { KeptAnswer } from '@wangdi/domain/documents/answer.ts'
import { ancestryOf } from '@wangdi/domain/place-code.ts'
import type { OpenedFunction, Response, ResponseAct } from '@wangdi/domain/regimes/regimes.ts'
import { stateOn } from '@wangdi/domain/regimes/regimes.rules.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** A response as its row and acts say it, before a day is asked. */
export type KeptResponse = Omit<Response, 'state'>

const columns = sql`r.id, r.place, r.issuer, r.number, r.level, r.scope, r.valid_from as "from", r.until, r.review_on, r.rules,
  r.functions, r.content, r.ground, coalesce(e.name, '') as entered_by, r.entered_at,
  coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'at', a.at, 'by', coalesce(c.name, ''), 'number', a.number,
      'reason', a.reason, 'until', a.until, 'review_on', a.review_on) order by a.at)
    from response_act a left join account c on c.id = a.by_account where a.response = r.id), '[]') as acts`

interface Row extends Omit<KeptResponse, 'entered_at' | 'functions'> {
  entered_at: Date
  functions: string[]
}

const kept = (row: Row): KeptResponse => ({
  ...row,
  functions: row.functions as OpenedFunction[],
  entered_at: row.entered_at.toISOString(),
  acts: row.acts.map((act): ResponseAct => ({ ...act, at: new Date(act.at).toISOString() })),
})

/** The responses of the authorities above a place, and its own, that had begun by a day. */
export async function listAbove(db: Db, place: PlaceCode, day: Day): Promise<KeptResponse[]> {
  const { rows } = await sql<Row>`select ${columns} from response r left join account e on e.id = r.entered_by
    where r.place in (${sql.join(ancestryOf(place))}) and r.valid_from <= ${day}`.execute(db)
  return rows.map(kept)
}

/** The responses that reach into a place, from above or below, newest first. */
export async function listConcerning(db: Db, place: PlaceCode): Promise<KeptResponse[]> {
  const { rows } = await sql<Row>`select ${columns} from response r left join account e on e.id = r.entered_by
    where exists (select from unnest(r.scope) area where starts_with(area, ${place}) or starts_with(${place}, area))
    order by r.valid_from desc, r.entered_at desc limit 200`.execute(db)
  return rows.map(kept)
}

/** One response, its row locked against a second closing. */
export async function findResponse(db: Db, id: Id): Promise<KeptResponse | undefined> {
  const { rows } = await sql<Row>`select ${columns} from response r left join account e on e.id = r.entered_by
    where r.id = ${id}`.execute(db)
  return rows[0] && kept(rows[0])
}

/** A response as it stands on a day. */
export const asOf = (response: KeptResponse, day: Day, moment?: Instant): Response => ({
  ...response,
  state: stateOn(response, day, moment),
})

/** Keeps a new response; false when the authority has one of this number. */
export const saveResponse = async (
  db: Db,
  {
    answer,
    ...response
  }: Omit<KeptResponse, 'acts' | 'entered_by' | 'entered_at' | 'from'> & {
    answer: KeptAnswer
    valid_from: Day
    entered_by: Id
    entered_at: Date
  },
): Promise<boolean> => {
  const kept = db.insertInto('response').values({ ...response, answer: JSON.stringify(answer) })
  return (
    (await kept
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()) !== undefined
  )
}

/** How many a response of this place has under observation on a day whom nobody settled, but where another goes on. */
export async function countUnsettled(db: Db, response: Id, held: readonly PlaceCode[], day: Day): Promise<number> {
  const { rows } = await sql<{
    n: string
  }>`select observed_unsettled(${response}::uuid, ${[...held]}::text[], ${day}::date) as n`.execute(db)
  return Number(rows[0]?.n ?? 0)
}

/** Adds a review or the closing of a response; false when it was closed a moment before. */
export const saveAct = async (
  db: Db,
  act: {
    id: Id
    place: PlaceCode
    response: Id
    /** The how manieth act: one after those that its author saw. */
    ordinal: number
    kind: ResponseAct['kind']
    number: string
    reason: string
    until: Day | null
    review_on: Day | null
    by_account: Id
    at: Date
  },
): Promise<boolean> => {
  const kept = db.insertInto('response_act').values(act)
  return (
    (await kept
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()) !== undefined
  )
}

/**
 * Holds the closing of responses off until what is ordered under them is saved, or orders until it is: nobody is ordered under a
 * response that is just closed, unseen by whoever closes it. `ordering` goes beside others that do; `closing` alone.
 */
export const holdClosing = (db: Db, who: 'ordering' | 'closing') => {
  const key = sql`hashtextextended('closing of responses', 0)`
  return who === 'ordering'
    ? sql`select pg_advisory_xact_lock_shared(${key})`.execute(db)
    : sql`select pg_advisory_xact_lock(${key})`.execute(db)
}
