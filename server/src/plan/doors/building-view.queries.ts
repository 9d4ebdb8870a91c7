import { problems } from '@wangdi/domain/problem.ts'
import { isOpen } from '@wangdi/domain/rounds/coverage.rules.ts'
import type { Round } from '@wangdi/domain/rounds/rounds.ts'
import type { Grid } from '@wangdi/domain/places/places.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { holds } from './door-cells.queries.ts'

/** A building with its estate and community; throws "not found". */
export async function getBuilding(
  db: Db,
  id: Id,
): Promise<{ id: Id; name: string; estate: string | null; community: PlaceCode }> {
  const { rows } = await sql<{ id: Id; name: string; estate: string | null; community: PlaceCode }>`
    select b.id, b.name, e.name as estate, b.community from building b left join estate e on e.county = ${countyOf(db)} and e.id = b.estate
    where b.county = ${countyOf(db)} and b.id = ${id}`.execute(db)
  if (!rows[0]) throw problems.notFound({})
  return rows[0]
}

type DoorRound = Pick<Round, 'id' | 'name' | 'from' | 'until' | 'kind' | 'everyDays'>

/** Rounds of doors of a community that had begun by a day, newest first, and the one to show: asked for, else the newest open. */
export async function chooseRound(
  db: Db,
  community: PlaceCode,
  day: Day,
  asked: Id | undefined,
): Promise<{ rounds: DoorRound[]; round: DoorRound | undefined }> {
  const { rows } = await sql<DoorRound>`
    select id, name, valid_from as "from", last_day as until, kind, every_days as "everyDays" from round
    where county = ${countyOf(db)} and community = ${community} and denominator = 'dwellings' and valid_from <= ${day}
    order by valid_from desc, opened_at desc limit 20`.execute(db)
  const round = asked === undefined ? rows.find((one) => isOpen(one, day)) : rows.find((one) => one.id === asked)
  if (asked !== undefined && !round) throw problems.notFound({})
  return { rounds: rows, round }
}

/** The round as the pictures name it. */
export const shown = ({ id, name, from, until, kind }: DoorRound) => ({ id, name, from, until, kind })

/** The grids of a community that stand on a day. */
export async function listGridsOn(db: Db, community: PlaceCode, day: Day): Promise<Grid[]> {
  const { rows } = await sql<Grid>`
    select r.id, r.community, r.name, r.ordinal, r.valid_from as "from", r.valid_to as until from grid r
    where r.county = ${countyOf(db)} and r.community = ${community} and ${holds('r', day)} order by r.ordinal, r.name`.execute(db)
  return rows
}
