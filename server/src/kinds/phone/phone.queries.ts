import type { Values } from '@wangdi/domain/kinds/fields.ts'
import type { HeldAsked } from '@wangdi/domain/kinds/request/held-asked.ts'
import type { CommunityCode, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

/** A request as it is kept for phones; phones in what was said are sealed still. */
export interface PhoneRow extends Omit<HeldAsked, 'fields'> {
  readonly said: Values
}

const moment = sql`to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`
const columns = sql`r.id, r.kind, r.kind_version as version, r.number, ${moment}, r.urgency, r.standing`

/** As many as one person carries at a time. */
const mostGiven = 200

/** The requests of these kinds that were given to an account and have not ended, what is due first first; no door but its plate. */
export async function listGivenRows(db: Db, kinds: readonly string[], account: Id): Promise<(PhoneRow & { about: Id | null })[]> {
  const { rows } = await sql<PhoneRow & { about: Id | null }>`select ${columns}, r.dwelling as about, null as dwelling,
      coalesce(s.said, '{}') as said, coalesce(s.door, '') as door
    from kind_request r left join kind_request_said s on s.county = ${countyOf(db)} and s.request = r.id and s.audience = 'helper'
    where r.county = ${countyOf(db)} and r.kind = any (${sql.val([...kinds])}::text[]) and r.given_to = ${account} and r.ended_on is null
    order by r.due_at nulls last, r.at, r.id limit ${mostGiven}`.execute(db)
  return rows
}

/**
 * The requests of these kinds in a community that have not ended: of these doors, or these very ones. With `everywhere` those that
 * are about no door, too. What only doctors or named readers may read is not in them.
 */
export async function listPhoneRows(
  db: Db,
  community: CommunityCode,
  kinds: readonly string[],
  { by, ids, everywhere }: { by: 'dwelling' | 'id'; ids: readonly Id[]; everywhere: boolean },
): Promise<PhoneRow[]> {
  const among = sql`${by === 'id' ? sql`r.id` : sql`r.dwelling`} = any (${sql.val([...ids])}::uuid[])`
  const where = everywhere
    ? by === 'id'
      ? among
      : sql`(${among} or r.dwelling is null)`
    : sql`(${among} and r.dwelling is not null)`
  const { rows } = await sql<PhoneRow>`select ${columns}, r.dwelling, coalesce(h.door, '') as door,
      coalesce(o.said, '{}') || coalesce(h.said, '{}') as said
    from kind_request r
      left join kind_request_said h on h.county = ${countyOf(db)} and h.request = r.id and h.audience = 'helper'
      left join kind_request_said o on o.county = ${countyOf(db)} and o.request = r.id and o.audience = 'office'
    where r.county = ${countyOf(db)} and r.community = ${community} and r.kind = any (${sql.val([...kinds])}::text[])
      and r.ended_on is null and ${where} order by r.dwelling, r.at, r.id`.execute(db)
  return rows
}
