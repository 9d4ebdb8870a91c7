import type { KeyGroup } from '@wangdi/domain/people/key-group.ts'
import { problems } from '@wangdi/domain/problem.ts'
import type { VisitEntry, VisitNeed, VisitResult } from '@wangdi/domain/rounds/rounds.ts'
import type { Door, DwellingUse } from '@wangdi/domain/places/places.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { doorIn, doorJoins } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'
import { holds } from './door-cells.queries.ts'

export interface HouseholdRow {
  id: Id
  community: PlaceCode
  use: DwellingUse
  version: number
  estate: string | null
  building: Id | null
  group: string | null
  door: Door
  grid: Id | null
  gridName: string | null
}

/** A dwelling with its door and grid of the day; throws "not found". */
export async function getDwelling(db: Db, dwelling: Id, day: Day): Promise<HouseholdRow> {
  const { rows } = await sql<HouseholdRow>`
    select d.id, d.community, d.use, d.version, e.name as estate, d.building, d.village_group as "group", ${doorIn(db)} as door,
      g.grid, r.name as "gridName"
    from dwelling d
    ${doorJoins(db)}
    left join dwelling_grid g on g.county = ${countyOf(db)} and g.dwelling = d.id and ${holds('g', day)}
    left join grid r on r.county = ${countyOf(db)} and r.id = g.grid
    where d.county = ${countyOf(db)} and d.id = ${dwelling}`.execute(db)
  if (!rows[0]) throw problems.notFound({})
  return rows[0]
}

export interface Responsible {
  account: Id
  name: string
  phone: string | null
  kind: 'worker' | 'stand-in' | 'doctor'
  until: Day | null
}

/** Who answers for a door that day: worker and stand-in of its grid, and the community's doctor; phones still sealed. */
export async function listResponsible(db: Db, community: PlaceCode, grid: Id | null, day: Day): Promise<Responsible[]> {
  const { rows } = await sql<Responsible>`
    select a.id as account, a.name, a.phone_cipher as phone, u.kind, u.valid_to as until from grid_duty u join account a on a.id = u.account
    where u.county = ${countyOf(db)} and u.grid = ${grid} and ${holds('u', day)}
    union all
    (select a.id, a.name, a.phone_cipher, 'doctor', null from account a
      where a.place = ${community} and a.role = 'community-doctor' and a.active order by a.created_at limit 1)`.execute(db)
  return rows
}

export interface MemberRow {
  id: Id
  name: string
  sex: 'male' | 'female' | null
  born: Day | null
  relation: string
  phone: string | null
  marks: KeyGroup[]
}

/** Who lives in a dwelling, oldest first; phones still sealed. */
export async function listMembers(db: Db, dwelling: Id, day: Day): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select p.id, p.name, p.sex, p.born, p.relation, p.phone_cipher as phone,
      array(select m.kind from person_mark m where m.county = ${countyOf(db)} and m.person = p.id and m.ended_on is null order by m.kind) as marks
    from person p where p.county = ${countyOf(db)} and p.dwelling = ${dwelling} and (p.left_on is null or p.left_on > ${day})
    order by p.relation <> '户主', p.born nulls last, p.id`.execute(db)
  return rows
}

export interface VisitRow {
  id: Id
  at: Instant
  by: string
  result: VisitResult
  entry: VisitEntry
  needs: VisitNeed[]
  note: string
}

/** The last visits to a door, newest first, without those that a later one corrects, and how many there are. */
export async function listLastVisits(db: Db, dwelling: Id, limit: number): Promise<{ visits: VisitRow[]; total: number }> {
  const { rows } = await sql<Omit<VisitRow, 'at'> & { at: Date; total: number }>`
    select v.id, v.at, coalesce(a.name, '') as by, v.result, v.entry, v.needs, v.note, (count(*) over ())::int as total
    from visit v left join account a on a.id = v.by_account
    where v.county = ${countyOf(db)} and v.dwelling = ${dwelling}
      and not exists (select from visit c where c.county = ${countyOf(db)} and c.replaces = v.id)
    order by v.at desc limit ${limit}`.execute(db)
  return { visits: rows.map(({ total: _, at, ...visit }) => ({ ...visit, at: at.toISOString() })), total: rows[0]?.total ?? 0 }
}

/** The accounts that opened a household since a moment. */
export async function listLookers(db: Db, dwelling: Id, since: Instant): Promise<Id[]> {
  const { rows } = await sql<{ account: Id }>`select distinct l.account
    from audit_seen s join audit_line l on l.scope = ${countyOf(db)} and l.id = s.line
    where s.scope = ${countyOf(db)} and s.subject = ${dwelling} and s.at >= ${since} and l.verb = 'plan.household'`.execute(db)
  return rows.map((row) => row.account)
}
