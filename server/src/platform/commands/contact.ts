import { sql } from 'kysely'
import { countyOf, type Db } from '../db.ts'
import type { Actor } from '../serve.ts'

const hourMs = 3_600_000
const keptDays = 90

/** When the phone of a request last spoke with the house, to the hour; undefined for one that never did, or not for ninety days. */
export async function findContact(db: Db, { account, device }: Actor): Promise<Date | undefined> {
  if (device === undefined) return undefined
  const { rows } = await sql<{ at: Date }>`select at from device_contact
    where county = ${countyOf(db)} and account = ${account} and device = ${device}`.execute(db)
  return rows[0]?.at
}

/** Notes that the phone of a request speaks with the house now; written once an hour, since phones ask every minute. */
export async function noteContact(db: Db, actor: Actor, now: Date): Promise<void> {
  if (actor.device === undefined || actor.place.length !== 12) return
  const last = await findContact(db, actor)
  if (last && last.getTime() > now.getTime() - hourMs) return
  await sql`delete from device_contact where county = ${countyOf(db)} and account = ${actor.account}
    and at < ${new Date(now.getTime() - keptDays * 24 * hourMs)}`.execute(db)
  await sql`insert into device_contact (county, account, device, community, at)
    values (${countyOf(db)}, ${actor.account}, ${actor.device}, ${actor.place}, ${now})
    on conflict (county, account, device) do update set community = excluded.community, at = excluded.at`.execute(db)
}
