import { problems as general } from '@wangdi/domain/problem.ts'
import { problems } from '@wangdi/domain/places/places.problems.ts'
import { isSameBuilding } from '@wangdi/domain/places/places.rules.ts'
import type { DwellingUse, Estate } from '@wangdi/domain/places/places.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { countyOf, type Db } from '../platform/db.ts'
import { tell, tellOf } from '../platform/tenants/tell.ts'

/** Where a dwelling is; throws "not found" when there is none in scope. */
export async function getDwellingPlace(db: Db, dwelling: Id): Promise<{ place: PlaceCode; dwelling: Id }> {
  const { rows } = await sql<{ community: string }>`
    select community from dwelling where county = ${countyOf(db)} and id = ${dwelling}`.execute(db)
  if (!rows[0]) throw general.notFound({})
  return { place: rows[0].community, dwelling }
}

/** Makes an estate or changes its name, kind and order; refuses a name that the community has already. */
export async function saveEstate(db: Db, community: PlaceCode, estate: Estate): Promise<void> {
  const { rows: same } = await sql`select 1 from estate where county = ${countyOf(db)} and community = ${community}
    and name = ${estate.name} and id <> ${estate.id}`.execute(db)
  if (same.length > 0) throw problems.nameTaken({ name: estate.name })
  const saved = await sql`
    insert into estate (county, id, community, kind, name, ordinal)
    values (${countyOf(db)}, ${estate.id}, ${community}, ${estate.kind}, ${estate.name}, ${estate.ordinal})
    on conflict (county, id) do update set kind = excluded.kind, name = excluded.name, ordinal = excluded.ordinal
    where estate.community = excluded.community`.execute(db)
  if (saved.numAffectedRows !== 1n) throw general.notFound({})
  await tellDoors(db, community, sql`estate = ${estate.id}`)
}

// A door is told with its estate and building: a new name of theirs is news about the door.
async function tellDoors(db: Db, community: PlaceCode, where: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<{ id: Id }>`select id from dwelling where county = ${countyOf(db)} and ${where}`.execute(db)
  await tellOf(db, 'dwelling', community, rows)
}

export interface BuildingToSave {
  readonly id: Id
  readonly community: PlaceCode
  readonly estate: Id | null
  readonly name: string
  readonly ordinal: number
}

/** Makes a building or changes its name and order; refuses a name that its estate has already, also in another spelling. */
export async function saveBuilding(db: Db, building: BuildingToSave): Promise<void> {
  const { id, community, estate, name, ordinal } = building
  const { rows: others } = await sql<{ name: string }>`select name from building where county = ${countyOf(db)}
    and community = ${community} and estate is not distinct from ${estate} and id <> ${id}`.execute(db)
  const same = others.find((other) => isSameBuilding(other.name, name))
  if (same) throw problems.nameTaken({ name: same.name })
  const { rows: known } =
    await sql`select 1 from estate where county = ${countyOf(db)} and id = ${estate} and community = ${community}`.execute(db)
  if (estate !== null && known.length === 0) throw general.notFound({})
  const saved = await sql`
    insert into building (county, id, community, estate, name, ordinal)
    values (${countyOf(db)}, ${id}, ${community}, ${estate}, ${name}, ${ordinal})
    on conflict (county, id) do update set name = excluded.name, ordinal = excluded.ordinal
    where building.community = excluded.community and building.estate is not distinct from excluded.estate`.execute(db)
  if (saved.numAffectedRows !== 1n) throw general.notFound({})
  await tellDoors(db, community, sql`building = ${id}`)
}

/** A door of a building as it is made: unit, floor and room number. */
export interface NewDoor {
  readonly unit: string | null
  readonly floor: number
  readonly room: string
}

/** Makes the doors that a building does not have yet; says how many. */
export async function addDoors(db: Db, { id, community, estate }: BuildingToSave, doors: readonly NewDoor[]): Promise<number> {
  const { rows: made } = await sql<{ id: Id }>`
    insert into dwelling (county, id, community, estate, building, unit, floor, room, ordinal)
    select t.county, n.id, ${community}, ${estate}::uuid, ${id}::uuid, n.unit, n.floor, n.room, n.ordinal
    from tenant t, unnest(${doors.map(() => newId())}::uuid[], ${doors.map((door) => door.unit)}::text[],
      ${doors.map((door) => door.floor)}::int[], ${doors.map((door) => door.room)}::text[])
      with ordinality as n (id, unit, floor, room, ordinal)
    where t.county = ${countyOf(db)} on conflict do nothing returning id`.execute(db)
  await tellOf(db, 'dwelling', community, made)
  return made.length
}

/** Says what a dwelling is used for; gives back its new version. */
export async function saveUse(db: Db, dwelling: Id, use: DwellingUse): Promise<number> {
  const { rows } = await sql<{
    id: Id
    community: PlaceCode
    version: number
  }>`update dwelling set use = ${use}, version = version + 1
    where county = ${countyOf(db)} and id = ${dwelling} returning id, community, version`.execute(db)
  if (!rows[0]) throw general.notFound({})
  await tell(db, 'dwelling', rows)
  return rows[0].version
}
