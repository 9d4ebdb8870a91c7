import { addDays } from '@wangdi/domain/day.ts'
import type { Unit, UnitKind } from '@wangdi/domain/places/units/unit.ts'
import { problems as common } from '@wangdi/domain/problem.ts'
import { problems } from '@wangdi/domain/places/places.problems.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import type { FieldCipher } from '../../platform/secrets/fields.ts'

type Kept = Omit<Unit, 'from' | 'kind'> & { kind: string; valid_from: string }

// Firms are looked at every thirty days, sites of elder care each day; the day set at the last look may come sooner.
const firmDays = 30

/** Whether a unit `u` is a site of elder care, which is gone to each day. */
export const isElderCare = sql`(u.kind = 'elder-care')`

/** Whether a unit `u` of a community, one of elder care or one of the others, was looked at and its next look has not come on a day. */
export const isVisited = (community: PlaceCode, day: Day, elderCare: boolean) =>
  sql`u.id in (select i.unit from inspection i where i.place = ${community} and i.kind = 'unit'
    and i.day > ${addDays(day, elderCare ? -1 : -firmDays)} and i.day <= ${day} and (i.next_on is null or i.next_on > ${day}))`

/** The units of a community today by kind and name, one page, and how many there are. */
export async function listUnitsOf(
  db: Db,
  fields: FieldCipher,
  {
    community,
    kind,
    to_visit,
    today,
    page,
    size,
  }: { community: PlaceCode; kind?: UnitKind; to_visit?: 'firms' | 'elder-care'; today: Day; page: number; size: number },
): Promise<{ rows: Unit[]; total: number }> {
  const { rows } = await sql<Kept & { total: number }>`
    select id, community, kind, name, address, headcount, contact, phone, valid_from, version, count(*) over ()::int as total
    from unit u where u.county = ${countyOf(db)} and u.community = ${community} and (${kind ?? ''} = '' or kind = ${kind ?? ''})
      ${to_visit ? sql`and ${isElderCare} = ${to_visit === 'elder-care'} and not ${isVisited(community, today, to_visit === 'elder-care')}` : sql``}
      and valid_from <= ${today} and (valid_to is null or valid_to > ${today})
    order by kind, name, id limit ${size} offset ${page * size}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => unitOf(row, fields)), total: rows[0]?.total ?? 0 }
}

const unitOf = ({ valid_from, phone, kind, ...row }: Kept, fields: FieldCipher): Unit => ({
  ...row,
  kind: kind as UnitKind,
  from: valid_from,
  phone: phone === null ? null : fields.open('phone', phone),
})

/** Where a unit is; undefined when the actor cannot see it. */
export const findUnitPlace = async (db: Db, id: Id): Promise<PlaceCode | undefined> =>
  (await db.selectFrom('unit').select('community').where('county', '=', countyOf(db)).where('id', '=', id).executeTakeFirst())
    ?.community

/** Adds a unit (no version) or changes one; gives the version kept now. Throws `record.moved` and `places.name-taken`. */
export async function keepUnit(
  db: Db,
  unit: {
    id: Id
    county: string
    community: PlaceCode
    kind: UnitKind
    name: string
    address: string
    headcount: number | null
    contact: string
    phone: string | null
  },
  version: number | undefined,
  today: Day,
): Promise<number> {
  const { rows } = await sql`select 1 from unit where county = ${unit.county} and community = ${unit.community}
    and name = ${unit.name} and id <> ${unit.id} and valid_to is null`.execute(db)
  if (rows.length > 0) throw problems.nameTaken({ name: unit.name })
  if (version === undefined) {
    const added = await db
      .insertInto('unit')
      .values({ ...unit, valid_from: today })
      .onConflict((on) => on.columns(['county', 'id']).doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 1n) return 1
  } else {
    const { id, county, community: _, ...set } = unit
    const row = await db
      .updateTable('unit')
      .set({ ...set, version: version + 1 })
      .where('county', '=', county)
      .where('id', '=', id)
      .where('version', '=', version)
      .where('valid_to', 'is', null)
      .returning('version')
      .executeTakeFirst()
    if (row) return row.version
  }
  throw common.moved({ by: '', at: '', version: version ?? 1 })
}

/** Ends a unit; throws `record.moved` when it changed or ended before. */
export async function endUnitRow(db: Db, county: string, id: Id, version: number, until: Day): Promise<void> {
  const row = await db
    .updateTable('unit')
    .set({ valid_to: until, version: version + 1 })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('valid_to', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw common.moved({ by: '', at: '', version })
}
