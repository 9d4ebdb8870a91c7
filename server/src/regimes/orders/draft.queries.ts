import { partText } from '@wangdi/domain/places/door-plate.ts'
import { type OrderContent, type OrderDraft, type OrderPlace, withoutNames } from '@wangdi/domain/regimes/orders/control-order.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { namedEstate } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'

interface Kept {
  readonly content: OrderContent
  /** The restricted place in words, as it was read when the draft was saved. */
  readonly label: string
}

/** A draft with the account that began it; `by` is whoever saved it last. */
export type DraftRow = OrderDraft & { drafted_by: Id }

const select = sql`select o.id, o.place, o.content -> 'label' as label, o.content -> 'content' as content, o.version,
  coalesce(c.name, '') as by, o.drafted_by, o.at from order_draft o left join account c on c.id = o.by_account`
const asDraft = (row: Omit<DraftRow, 'at'> & { at: Date }): DraftRow => ({ ...row, at: row.at.toISOString() })

/** The drafts of a place and all below, newest first, a hundred at most. */
export async function listDrafts(db: Db, place: PlaceCode): Promise<OrderDraft[]> {
  const { rows } = await sql<Omit<DraftRow, 'at'> & { at: Date }>`${select} where starts_with(o.place, ${place})
    order by o.at desc limit 100`.execute(db)
  return rows.map((row) => {
    const { drafted_by: _, content, ...draft } = asDraft(row)
    const { service_plan } = content
    return { ...draft, content: { ...content, service_plan: countyOf(db) === '' ? withoutNames(service_plan) : service_plan } }
  })
}

/** One draft, its row locked against being published twice. */
export async function findDraft(db: Db, id: Id): Promise<DraftRow | undefined> {
  const { rows } = await sql<Omit<DraftRow, 'at'> & { at: Date }>`${select} where o.id = ${id} for update of o`.execute(db)
  return rows[0] && asDraft(rows[0])
}

/** Keeps a draft made on a version; nothing when somebody saved another meanwhile, else the version it has now. */
export async function saveDraft(
  db: Db,
  draft: Kept & { id: Id; place: PlaceCode; version: number; by_account: Id; at: Date },
): Promise<number | undefined> {
  const kept = JSON.stringify({ content: draft.content, label: draft.label })
  // A draft that was there is changed or gone: whoever saves while it is published does not bring it back.
  if (draft.version > 0) {
    const changed = await sql<{ version: number }>`update order_draft set content = ${kept}, by_account = ${draft.by_account},
        at = ${draft.at}, version = version + 1
      where id = ${draft.id} and version = ${draft.version} and place = ${draft.place} returning version`.execute(db)
    return changed.rows[0]?.version
  }
  const { rows } = await sql<{ version: number }>`insert into order_draft (id, place, content, drafted_by, by_account, at)
    values (${draft.id}, ${draft.place}, ${kept}, ${draft.by_account}, ${draft.by_account}, ${draft.at})
    on conflict (id) do nothing returning version`.execute(db)
  return rows[0]?.version
}

/** Takes a draft away, thrown or published. */
export const dropDraft = (db: Db, id: Id) => db.deleteFrom('order_draft').where('id', '=', id).execute()

/** The buildings with their units and the village groups that an order can name. */
export interface Parts {
  readonly buildings: { id: Id; estate: string | null; name: string; units: string[] }[]
  readonly groups: { estate: Id | null; name: string | null; group: string }[]
}

/** What an order of a community can name, in the order in which people count it. */
export async function listParts(db: Db, community: PlaceCode): Promise<Parts> {
  const buildings = await sql<
    Parts['buildings'][number]
  >`select b.id, ${namedEstate(db, sql.ref('b.community'), sql.ref('e.name'))} as estate, b.name,
      array(select distinct d.unit from dwelling d where d.county = ${countyOf(db)} and d.building = b.id and d.unit is not null order by 1) as units
    from building b left join estate e on e.county = ${countyOf(db)} and e.id = b.estate
    where b.county = ${countyOf(db)} and b.community = ${community} order by b.ordinal, b.name limit 2000`.execute(db)
  const groups = await sql<
    Parts['groups'][number]
  >`select d.estate, ${namedEstate(db, sql.ref('d.community'), sql.ref('e.name'))} as name, d.village_group as "group"
    from dwelling d left join estate e on e.county = ${countyOf(db)} and e.id = d.estate
    where d.county = ${countyOf(db)} and d.community = ${community} and d.village_group is not null
    group by d.community, d.estate, e.name, d.village_group order by min(d.ordinal), d.village_group limit 500`.execute(db)
  return { buildings: buildings.rows, groups: groups.rows }
}

/** Sees to it that a building or estate stays until the transaction ends: a draft names it in its text, and no foreign key holds it. */
export async function holdPart(db: Db, { building, estate }: OrderPlace): Promise<void> {
  if (building) await sql`select id from building where county = ${countyOf(db)} and id = ${building} for key share`.execute(db)
  if (estate) await sql`select id from estate where county = ${countyOf(db)} and id = ${estate} for key share`.execute(db)
}

/** The restricted place as a notice names it, or nothing where the community has no such part. */
export function labelOf(parts: Parts, { scope, building, unit, estate, group }: OrderPlace): string | undefined {
  if (scope === 'village-group') {
    const found = parts.groups.find((one) => one.group === group && (estate === null || one.estate === estate))
    return found && partText({ estate: found.name, group: found.group })
  }
  const found = parts.buildings.find(({ id }) => id === building)
  if (!found || (scope === 'unit' && !found.units.includes(unit ?? ''))) return undefined
  return partText({ estate: found.estate, building: found.name, unit: scope === 'unit' ? unit : null })
}
