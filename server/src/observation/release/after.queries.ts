import type { Delivery } from '@wangdi/domain/observation/observation.ts'
import type { Paper, KeptCall } from '@wangdi/domain/observation/release/after.rules.ts'
import { callDays, type CallOutcome, type WithdrawnRelease } from '@wangdi/domain/observation/release/after.ts'
import { releasingReasons } from '@wangdi/domain/observation/release/release.rules.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { ignored } from '../order.queries.ts'

// A release `s` of a stay `o` with its early end `x` that is in force: nobody took it back, nobody fell ill after it.
const inForce = (
  db: Db,
): RawBuilder<unknown> => sql`s.county = ${countyOf(db)} and s.observation = o.id and s.withdrawn_at is null
  and (x.at is null or x.reason in (${sql.join([...releasingReasons])}))`

/** Of a stay `o` with its early end `x`: whether it is released and nobody handed the notice over. */
export const waitsForHandover = (
  db: Db,
): RawBuilder<unknown> => sql`exists (select from observation_release s where ${inForce(db)}
  and not exists (select from release_delivery v where v.county = ${countyOf(db)} and v.release = s.id))`

/** Of a stay `o` with its early end `x`: whether a call after its release falls on this day, and nobody made or tried it. */
export const waitsForCall = (db: Db, today: Day): RawBuilder<unknown> => sql`exists (select from observation_release s
  where ${inForce(db)} and ${today}::date - s.released_on in (${sql.join([...callDays])})
    and not exists (select from release_call k
      where k.county = ${countyOf(db)} and k.observation = o.id and k.nth = ${today}::date - s.released_on))`

/** Takes the release back; its number and its row stay. */
export const saveWithdrawal = (db: Db, release: Id, { by, at, why }: { by: Id; at: Date; why: string }) =>
  db
    .updateTable('observation_release')
    .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_why: why })
    .where('county', '=', countyOf(db))
    .where('id', '=', release)
    .where('withdrawn_at', 'is', null)
    .execute()

/** The releases of a stay that were taken back, oldest first. */
export async function listWithdrawn(db: Db, observation: Id): Promise<WithdrawnRelease[]> {
  const { rows } = await sql<Omit<WithdrawnRelease, 'at'> & { at: Date }>`
    select s.id, s.number, s.withdrawn_why as why, coalesce(y.name, '') as by, s.withdrawn_at as at
    from observation_release s left join account y on y.id = s.withdrawn_by
    where s.county = ${countyOf(db)} and s.observation = ${observation} and s.withdrawn_at is not null order by s.withdrawn_at`.execute(
    db,
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** The notice of release of a stay by the number on it, one that was taken back too. */
export async function findPaper(db: Db, observation: Id, number: string): Promise<(Paper & { id: Id }) | undefined> {
  const { rows } = await sql<Paper & { id: Id }>`select s.id, s.number, s.withdrawn_at is not null as withdrawn
    from observation_release s where s.county = ${countyOf(db)} and s.observation = ${observation} and s.number = ${number}`.execute(
    db,
  )
  return rows[0]
}

interface Act {
  readonly id: Id
  readonly community: CommunityCode
  readonly by_account: Id
  readonly at: Date
  readonly note: string
}

/** Keeps that the notice of a release was handed over; false when the id is in use. */
export async function saveHandover(
  db: Db,
  delivery: Act & { recorded_at: Date; release: Id; way: Delivery['way']; receipt: Delivery['receipt'] },
): Promise<boolean> {
  const row = { county: countyOf(db), ...delivery }
  return (
    (await db.insertInto('release_delivery').values(row).onConflict(ignored).returning('id').executeTakeFirst()) !== undefined
  )
}

/** Hand-overs of one notice of release, oldest first. */
export async function listHandovers(db: Db, release: Id): Promise<Delivery[]> {
  const { rows } = await sql<Omit<Delivery, 'at'> & { at: Date }>`
    select v.id, v.at, coalesce(y.name, '') as by, v.way, v.receipt, v.note
    from release_delivery v left join account y on y.id = v.by_account
    where v.county = ${countyOf(db)} and v.release = ${release} order by v.at`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Keeps a call after a release; false when the id is in use. */
export async function saveCall(db: Db, call: Act & { observation: Id; nth: number; outcome: CallOutcome }): Promise<boolean> {
  const row = { county: countyOf(db), ...call }
  return (await db.insertInto('release_call').values(row).onConflict(ignored).returning('id').executeTakeFirst()) !== undefined
}

/** The calls after the release of a stay, oldest first. */
export async function listCalls(db: Db, observation: Id): Promise<KeptCall[]> {
  const { rows } = await sql<Omit<KeptCall, 'at'> & { at: Date }>`
    select k.nth, k.outcome, k.note, coalesce(y.name, '') as by, k.at
    from release_call k left join account y on y.id = k.by_account
    where k.county = ${countyOf(db)} and k.observation = ${observation} order by k.at`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
