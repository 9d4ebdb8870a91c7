import type { Call } from '@wangdi/domain/plan/goal/goal.rules.ts'
import type { Visit } from '@wangdi/domain/rounds/rounds.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { answeredAt, isAbnormal } from '../../observation/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'

/** A visit of the last weeks with what was asked for, and whom it met. */
export type ToldVisit = Pick<Visit, 'at' | 'result' | 'needs' | 'met'> & { dwelling: Id }

/** Visits to doors where help was asked for since a day, in the order of time; corrected ones are left out. */
export async function listToldVisits(db: Db, community: PlaceCode, since: Day): Promise<ToldVisit[]> {
  const { rows } = await sql<Omit<ToldVisit, 'at'> & { at: Date }>`
    select v.dwelling, v.at, v.result, v.needs, v.met from visit v
    where v.county = ${countyOf(db)} and v.community = ${community} and v.day >= ${since}
      and v.dwelling in (select t.dwelling from visit t where t.county = ${countyOf(db)} and t.community = ${community} and t.day >= ${since} and t.needs <> '[]')
      and not exists (select from visit c where c.county = ${countyOf(db)} and c.replaces = v.id)
    order by v.at`.execute(db)
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

/** Abnormal readings of people since a day, and when a doctor answered more than "measure again". */
export async function listAbnormal(db: Db, community: PlaceCode, since: Day): Promise<(Call & { person: Id })[]> {
  const { rows } = await sql<{ person: Id; at: Date; answered_at: Date | null }>`
    select o.person, r.taken_at as at, ${answeredAt(db)} as answered_at
    from reading r join observation o on o.county = ${countyOf(db)} and o.id = r.observation
    where r.county = ${countyOf(db)} and r.community = ${community} and r.day >= ${since} and ${isAbnormal}`.execute(db)
  return rows.map(({ person, at, answered_at }) => ({
    person,
    kind: 'abnormal',
    at: at.toISOString(),
    answered_at: answered_at?.toISOString() ?? null,
  }))
}
