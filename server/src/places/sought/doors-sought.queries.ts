import { initialsOf } from '@wangdi/domain/text/initials.ts'
import { askedOfDoors, doorsSought, mayBeginSo } from '@wangdi/domain/places/door-sought.ts'
import type { Door, DwellingUse } from '@wangdi/domain/places/places.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { doorIn, doorJoins } from '../door-parts.queries.ts'

/** Among which doors one is sought; every part narrows. */
export interface DoorsAmong {
  readonly place: PlaceCode
  readonly dwellings?: readonly Id[]
  readonly building?: Id
  readonly estate?: Id
  readonly group?: string
  /** Only doors that lie in this account's grids on a day: the reach of a grid worker. */
  readonly gridsOf?: { readonly account: Id; readonly day: Day }
}

const written = sql`lower(concat_ws(' ', e.name, b.name, d.unit, d.room, d.village_group, d.house))`
// What a number or a letter may be written with beside the usual digits and letters.
const otherwise = '[一二三四五六七八九十０-９Ａ-Ｚａ-ｚ]'
const communityDigits = 12

/**
 * The dwellings that a typed text seeks, by the rule of `doorSought`: whole fits first, then in walking order; none where the text
 * asks nothing. Above a community, where doors are many, a text is a door when it names two things of it, a number among them.
 */
export async function listDoorsSought(db: Db, among: DoorsAmong, text: string): Promise<Id[]> {
  const { held, parts, numbers } = askedOfDoors(text)
  const isNarrow = among.place.length === communityDigits || among.dwellings !== undefined
  if (parts === 0 || (!isNarrow && (parts < 2 || numbers === 0))) return []
  // Letters alone are mostly somebody's name: the names of the place tell at once when they are no door.
  if (held === undefined && !among.dwellings && !mayBeginSo(text, await listNames(db, among.place), initialsOf)) return []
  const { rows } = await sql<Door & { id: Id }>`
    select d.id, e.name as estate, b.name as building, d.unit, d.room, d.village_group as "group", d.house
    from dwelling d ${doorJoins(db)}
    where d.county = ${countyOf(db)} and ${conditions(db, among)}
      ${held === undefined ? sql`` : sql`and (position(${held} in ${written}) > 0 or ${written} ~ ${otherwise})`}
    order by e.ordinal nulls first, b.ordinal nulls first, d.ordinal, d.id`.execute(db)
  return doorsSought(rows, text, (row) => row, initialsOf).map(({ id }) => id)
}

/** The dwellings of a part of a community in walking order. */
export async function listDoorsOf(db: Db, among: DoorsAmong): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`select d.id from dwelling d ${doorJoins(db)}
    where d.county = ${countyOf(db)} and ${conditions(db, among)}
    order by e.ordinal nulls first, b.ordinal nulls first, d.ordinal, d.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** These dwellings, in this order, with what they are called and used for. */
export async function listNamedDoors(
  db: Db,
  dwellings: readonly Id[],
): Promise<{ dwelling: Id; door: Door; building: Id | null; use: DwellingUse }[]> {
  const { rows } = await sql<{ dwelling: Id; door: Door; building: Id | null; use: DwellingUse }>`
    select d.id as dwelling, ${doorIn(db)} as door, d.building, d.use from dwelling d ${doorJoins(db)}
    where d.county = ${countyOf(db)} and d.id = any (${dwellings}::uuid[])
    order by array_position(${dwellings}::uuid[], d.id)`.execute(db)
  return rows
}

async function listNames(db: Db, place: PlaceCode): Promise<string[]> {
  const ofDoors = (column: 'unit' | 'room' | 'village_group' | 'house') =>
    sql`select distinct ${sql.ref(column)} as name from dwelling where county = ${countyOf(db)} and community = ${place}
      and ${sql.ref(column)} ~* '[a-zａ-ｚ[:alpha:]]'`
  const { rows } = await sql<{ name: string }>`select name from estate where county = ${countyOf(db)} and community = ${place}
    union select name from building where county = ${countyOf(db)} and community = ${place}
    union ${ofDoors('unit')} union ${ofDoors('room')} union ${ofDoors('village_group')} union ${ofDoors('house')}`.execute(db)
  return rows.map(({ name }) => name)
}

function conditions(db: Db, { place, dwellings, building, estate, group, gridsOf }: DoorsAmong): RawBuilder<unknown> {
  const all = [place.length === communityDigits ? sql`d.community = ${place}` : sql`starts_with(d.community, ${place})`]
  if (dwellings) all.push(sql`d.id = any (${dwellings}::uuid[])`)
  if (building) all.push(sql`d.building = ${building}`)
  if (estate) all.push(sql`coalesce(d.estate, b.estate) = ${estate}`)
  if (group) all.push(sql`d.village_group = ${group}`)
  if (gridsOf)
    all.push(sql`d.id in (select g.dwelling from dwelling_grid g join grid_duty y on y.county = ${countyOf(db)} and y.grid = g.grid
      where g.county = ${countyOf(db)} and y.account = ${gridsOf.account} and g.valid_from <= ${gridsOf.day}
      and (g.valid_to is null or g.valid_to > ${gridsOf.day}) and y.valid_from <= ${gridsOf.day}
      and (y.valid_to is null or y.valid_to > ${gridsOf.day}))`)
  return sql.join(all, sql` and `)
}
