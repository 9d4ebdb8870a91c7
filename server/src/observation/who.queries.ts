import { addDays } from '@wangdi/domain/day.ts'
import type { HomeItems, Known } from '@wangdi/domain/observation/observation.ts'
import { factsOfOrigin } from '@wangdi/domain/observation/queue/queue.rules.ts'
import { homeFit } from '@wangdi/domain/observation/term.rules.ts'
import type { OriginKind } from '@wangdi/domain/people/arrival/arrival.ts'
import { arrivalDays } from '@wangdi/domain/people/arrival/arrival.rules.ts'
import type { CommunityCode, Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Facts } from '@wangdi/policy/vocabulary.ts'
import { type RawBuilder, sql } from 'kysely'
import { doorOfArrival } from '../people/index.ts'
import { countyOf, type Db } from '../platform/db.ts'

/** A person as observation asks for them; `dwelling` is the registered home, or the door where they stay. */
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

/** The door of a stay `o` of the person `p`: the one that its order names, else the registered home, as it is known now. */
export const doorOfStay = sql`coalesce(o.dwelling, p.dwelling)`

/** Where a stay is, for the reach of a request. */
export async function findStayPlace(db: Db, observation: Id): Promise<{ place: CommunityCode; dwelling: Id | null } | undefined> {
  const { rows } = await sql<{ place: CommunityCode; dwelling: Id | null }>`select o.community as place, ${doorOfStay} as dwelling
    from observation o join person p on p.county = ${countyOf(db)} and p.id = o.person
    where o.county = ${countyOf(db)} and o.id = ${observation}`.execute(db)
  return rows[0]
}

/**
 * The others behind a door, and whether an observation of theirs runs: who is at home there, and who came to stay there or is
 * observed there without being at home.
 */
export async function listCoResidents(db: Db, { id, dwelling }: Pick<Whom, 'id' | 'dwelling'>, today: Day) {
  if (dwelling === null) return []
  const running = sql`o.last_day >= ${today}
    and not exists (select from observation_end e where e.county = ${countyOf(db)} and e.observation = o.id)`
  const { rows } = await sql<{ person: string; name: string; relation: string; observed: boolean }>`
    select p.id as person, p.name, p.relation,
      exists (select from observation o where o.county = ${countyOf(db)} and o.person = p.id and ${running}) as observed
    from person p where p.county = ${countyOf(db)} and p.id <> ${id} and p.left_on is null and p.id in (
      select h.id from person h where h.county = ${countyOf(db)} and h.dwelling = ${dwelling}
      union select a.person from arrival a where a.county = ${countyOf(db)} and a.dwelling = ${dwelling} and a.state = 'arrived'
        and a.arrived_on >= ${addDays(today, -arrivalDays)}
      union select o.person from observation o where o.county = ${countyOf(db)} and o.dwelling = ${dwelling} and ${running})
    order by p.name`.execute(db)
  return rows
}

/**
 * What the arrival record and the last look at the home say of a person, where the question does not; and the door to which
 * somebody came: of the arrival named, else of the last one of these days.
 */
export async function findKnown(
  db: Db,
  person: Id,
  arrival: Id | undefined,
  today: Day,
): Promise<{ known: Known; origin: Facts; traced: { at: Date; by: string } | undefined; dwelling: Id | null }> {
  const { rows } = await sql<{
    point_to_point: boolean | null
    health_proof: boolean | null
    origin_kind: OriginKind
    origin_place: PlaceCode | null
    recorded_at: Date
    by: string
    dwelling: Id | null
  }>`select a.point_to_point, a.health_proof, a.origin_kind, a.origin_place, a.recorded_at, coalesce(c.name, '') as by, ${doorOfArrival} as dwelling
    from arrival a join person p on p.county = ${countyOf(db)} and p.id = a.person left join account c on c.id = a.recorded_by
    where a.county = ${countyOf(db)} and a.person = ${person} and (a.id = ${arrival ?? null}::uuid or (${arrival ?? null}::uuid is null
      and a.state = 'arrived' and a.arrived_on >= ${addDays(today, -arrivalDays)}))
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
    origin: row ? factsOfOrigin(row) : {},
    traced: row && { at: row.recorded_at, by: row.by },
    dwelling: row?.dwelling ?? null,
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
