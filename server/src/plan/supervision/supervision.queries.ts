import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { isPastAgreed } from '../../rounds/index.ts'

/** A community with its class, its findings and its inspections. */
export interface SupervisedRow {
  community: PlaceCode
  name: string
  class: string | null
  open: number
  overdue: number
  inspected_on: Day | null
  next_on: Day | null
  inspection_due: boolean
}

/** Communities of a place by what is most urgent; a class that nobody confirmed is `unknown`. */
export async function listSupervised(
  db: Db,
  {
    place,
    day,
    class: wanted,
    page,
    size,
  }: { place: PlaceCode; day: Day; class: string | undefined; page: number; size: number },
): Promise<{ rows: SupervisedRow[]; total: number }> {
  const { rows } = await sql<SupervisedRow & { total: number }>`
    with inspected as (
      select distinct on (i.place) i.place, i.day, i.next_on from inspection i
      where starts_with(i.place, ${place}) and length(i.place) = 12 and i.kind = 'guidance' and i.day <= ${day} order by i.place, i.day desc, i.at desc
    ), found as (
      select f.place, count(*)::int as open, (count(*) filter (where ${isPastAgreed(day)}))::int as overdue
      from finding f where starts_with(f.place, ${place}) and f.state <> 'settled' group by f.place
    ), classed as (
      select distinct on (l.place) l.place, l.value from confirmed_level l
      where starts_with(l.place, ${place}) and l.fact = 'community.class' and l.valid_from <= ${day} order by l.place, l.valid_from desc, l.at desc
    )
    select p.code as community, p.name, c.value as class, coalesce(f.open, 0) as open, coalesce(f.overdue, 0) as overdue,
      i.day as inspected_on, i.next_on, (i.day is null or i.next_on <= ${day}) is true as inspection_due, count(*) over ()::int as total
    from place p left join inspected i on i.place = p.code left join found f on f.place = p.code left join classed c on c.place = p.code
    where p.level = 'community' and starts_with(p.code, ${place}) and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day})
      and (${wanted ?? ''} = '' or coalesce(c.value, 'unknown') = ${wanted ?? ''})
    order by coalesce(f.overdue, 0) desc, (i.day is null or i.next_on <= ${day}) is true desc, coalesce(f.open, 0) desc, p.code
    limit ${size} offset ${page * size}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
