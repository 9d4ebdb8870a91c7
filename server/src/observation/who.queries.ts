import type { HomeItems, Known } from '@wangdi/domain/observation/observation.ts'
import { homeFit } from '@wangdi/domain/observation/term.rules.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'

/** A person as observation asks for them. */
export interface Whom {
  readonly id: Id
  readonly name: string
  readonly community: CommunityCode
  readonly dwelling: Id | null
}

/** A person of the scope who has not moved away. */
export const findWhom = async (db: Db, person: Id): Promise<Whom | undefined> =>
  db
    .selectFrom('person')
    .select(['id', 'name', 'community', 'dwelling'])
    .where('county', '=', countyOf(db))
    .where('id', '=', person)
    .executeTakeFirst()

/** Where a stay is, for the reach of a request. */
export async function findStayPlace(db: Db, observation: Id): Promise<{ place: CommunityCode; dwelling: Id | null } | undefined> {
  const row = await db
    .selectFrom('observation')
    .select(['community', 'dwelling'])
    .where('county', '=', countyOf(db))
    .where('id', '=', observation)
    .executeTakeFirst()
  return row && { place: row.community, dwelling: row.dwelling }
}

/** The others of the same door, and whether an observation of theirs runs. */
export async function listCoResidents(db: Db, { id, dwelling }: Pick<Whom, 'id' | 'dwelling'>, today: Day) {
  if (dwelling === null) return []
  const { rows } = await sql<{ person: string; name: string; relation: string; observed: boolean }>`
    select p.id as person, p.name, p.relation, exists (select from observation o where o.county = ${countyOf(db)} and o.person = p.id
        and o.last_day >= ${today} and not exists (select from observation_end e where e.county = ${countyOf(db)} and e.observation = o.id)) as observed
    from person p where p.county = ${countyOf(db)} and p.dwelling = ${dwelling} and p.id <> ${id} and p.left_on is null
    order by p.name`.execute(db)
  return rows
}

/** What the arrival record and the last look at the home say of a person, where the question does not. */
export async function findKnown(
  db: Db,
  person: Id,
  arrival: Id | undefined,
): Promise<{ known: Known; traced: { at: Date; by: string } | undefined }> {
  const { rows } = await sql<{
    point_to_point: boolean | null
    health_proof: boolean | null
    recorded_at: Date
    by: string
  }>`select a.point_to_point, a.health_proof, a.recorded_at, coalesce(c.name, '') as by
    from arrival a left join account c on c.id = a.recorded_by
    where a.county = ${countyOf(db)} and a.person = ${person} and (a.id = ${arrival ?? null}::uuid or ${arrival ?? null}::uuid is null)
    order by a.arrived_on desc limit 1`.execute(db)
  const home = await sql<{ items: HomeItems }>`select items from home_assessment
    where county = ${countyOf(db)} and person = ${person} order by recorded_at desc, id desc limit 1`.execute(db)
  const fit = home.rows[0] ? homeFit(home.rows[0].items) : null
  const row = rows[0]
  return {
    known: {
      ...(row?.point_to_point != null && { came_point_to_point: row.point_to_point }),
      ...(row?.health_proof != null && { holds_health_proof: row.health_proof }),
      ...(fit !== null && { home_fit: fit }),
    },
    traced: row && { at: row.recorded_at, by: row.by },
  }
}

/** Rows of these dwellings' grid, or of the grids an account answers for on a day. */
export const inGrids = (
  db: Db,
  dwelling: RawBuilder<unknown>,
  which: { grid?: Id | undefined; account?: Id | undefined },
  today: Day,
) =>
  sql`${dwelling} in (select g.dwelling from dwelling_grid g where g.county = ${countyOf(db)} and g.valid_from <= ${today}
    and (g.valid_to is null or g.valid_to > ${today}) and ${
      which.grid
        ? sql`g.grid = ${which.grid}`
        : sql`exists (select from grid_duty y where y.county = ${countyOf(db)} and y.grid = g.grid and y.account = ${which.account ?? null}
            and y.valid_from <= ${today} and (y.valid_to is null or y.valid_to > ${today}))`
    })`
