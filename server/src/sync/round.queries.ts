import { countyOf } from '../platform/db.ts'
import { addDays } from '@wangdi/domain/day.ts'
import type { Round, Visit } from '@wangdi/domain/rounds/rounds.ts'
import { keptDays } from '@wangdi/domain/sync/held.rules.ts'
import { sql } from 'kysely'
import { among } from './door.queries.ts'
import type { Feed } from './feed.ts'

/** Rounds open today or later; they belong to the whole community. */
export const roundFeed: Feed<'round'> = {
  kind: 'round',
  subjects: ['round'],
  async list({ db, community, today }, pick) {
    const asked = pick.by === 'dwelling' ? sql`` : sql`and ${among('r.id', pick)}`
    const { rows } = await sql<Round>`
      select r.id, r.community, r.kind, r.name, r.denominator as of, r.groups, r.valid_from as from, r.last_day as until,
        r.every_days as "everyDays"
      from round r where r.county = ${countyOf(db)} and r.community = ${community}
        and (r.last_day is null or r.last_day >= ${today}) ${asked} order by r.valid_from, r.id`.execute(db)
    return rows.map((row) => ({ dwelling: null, row }))
  },
}

/** Visits of the last weeks, and of the whole of an open round; with corrected ones, since the rule leaves them out. */
export const visitFeed: Feed<'visit'> = {
  kind: 'visit',
  subjects: ['visit'],
  stays: true,
  async list({ db, community, today }, pick) {
    const { rows } = await sql<Visit>`
      select v.id, v.dwelling, v.round, to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, v.by_account as by,
        v.result, v.needs, v.dwelling_use as use, v.met, v.note, v.changes, v.entry, v.replaces
      from visit v where v.county = ${countyOf(db)} and ${among(pick.by === 'dwelling' ? 'v.dwelling' : 'v.id', pick)}
        and v.day >= least(${addDays(today, -keptDays.visit)}::date, (select min(r.valid_from) from round r
          where r.county = ${countyOf(db)} and r.community = ${community} and (r.last_day is null or r.last_day >= ${today})))
      order by v.dwelling, v.at`.execute(db)
    return rows.map((row) => ({ dwelling: row.dwelling, row }))
  },
}
