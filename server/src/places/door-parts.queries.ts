import type { Door } from '@wangdi/domain/places/places.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'

/** The tables that name a door of dwelling d: its building b and its estate e, each under a prefix where a statement has several doors. */
export function doorJoins(db: Db, prefix = ''): RawBuilder<unknown> {
  const { b, e, of } = tablesOf(prefix)
  return sql`left join building ${b} on ${of('b', 'county')} = ${countyOf(db)} and ${of('b', 'id')} = ${of('d', 'building')}
    left join estate ${e} on ${of('e', 'county')} = ${countyOf(db)} and ${of('e', 'id')} = coalesce(${of('d', 'estate')}, ${of('b', 'estate')})`
}

/**
 * The door of dwelling d (joined by `doorJoins`) as `doorText` takes it: its estate only where the community has more than one.
 * Null where the row has no dwelling.
 */
export function doorIn(db: Db, prefix = ''): RawBuilder<Door | null> {
  const { of } = tablesOf(prefix)
  return sql<Door | null>`case when ${of('d', 'id')} is not null then json_build_object(
    'estate', ${namedEstate(db, of('d', 'community'), of('e', 'name'))}, 'building', ${of('b', 'name')}, 'unit', ${of('d', 'unit')},
    'room', ${of('d', 'room')}, 'group', ${of('d', 'village_group')}, 'house', ${of('d', 'house')}) end`
}

/** The name of an estate where a community has more than one, else null. */
export const namedEstate = (db: Db, community: RawBuilder<unknown>, name: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql<string | null>`case when ${community} = any(array(${manyEstates(db)})) then ${name} end`

/** Whether the doors of a community are named with their estate: it has more than one, or doors beside its only one. */
export async function namesEstates(db: Db, community: PlaceCode): Promise<boolean> {
  const { rows } = await sql<{ many: boolean }>`select ${community} = any(array(${manyEstates(db)})) as many`.execute(db)
  return rows[0]?.many ?? false
}

// Once for a statement, whatever the number of its rows.
const manyEstates = (db: Db) => sql`select several.community from estate several where several.county = ${countyOf(db)}
  group by several.community having count(*) > 1 or exists (select from dwelling beside where beside.county = ${countyOf(db)}
    and beside.community = several.community and beside.estate is null)`

function tablesOf(prefix: string) {
  const of = (letter: 'd' | 'b' | 'e', column: string) => sql.ref(`${prefix}${letter}.${column}`)
  return { b: sql.ref(`${prefix}b`), e: sql.ref(`${prefix}e`), of }
}
