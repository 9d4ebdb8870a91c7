import { type PlaceMark, type PlaceMarkName, placeMarks } from '@wangdi/domain/plan/marks/place-marks.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** A community with the newest word on each mark. */
export interface MarkedCommunity {
  community: PlaceCode
  name: string
  marks: PlaceMark[]
}

/** Communities of a place with their marks on a day; with a mark, only those that have it. */
export async function listMarked(
  db: Db,
  { place, day, mark, page, size }: { place: PlaceCode; day: Day; mark: PlaceMarkName | undefined; page: number; size: number },
): Promise<{ rows: MarkedCommunity[]; total: number }> {
  const { rows } = await sql<MarkedCommunity & { total: number }>`
    with said as (
      select distinct on (f.place, f.name) f.place, f.name, f.value, f.source, coalesce(a.name, '') as by, f.day, f.at
      from stated_fact f left join account a on a.id = f.by_account
      where starts_with(f.place, ${place}) and f.name in (${sql.join([...placeMarks])}) and f.day <= ${day}
      order by f.place, f.name, f.day desc, f.at desc
    )
    select p.code as community, p.name, count(*) over ()::int as total,
      coalesce((select jsonb_agg(jsonb_build_object('mark', s.name, 'value', s.value, 'source', s.source, 'by', s.by, 'day', s.day,
        'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.name) from said s where s.place = p.code), '[]') as marks
    from place p
    where p.level = 'community' and starts_with(p.code, ${place}) and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day})
      and (${mark ?? ''} = '' or exists (select from said s where s.place = p.code and s.name = ${mark ?? ''} and s.value = 'yes'))
    order by p.code limit ${size} offset ${page * size}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** Which of these codes are communities that stand on a day. */
export async function listKnown(db: Db, communities: readonly PlaceCode[], day: Day): Promise<Set<PlaceCode>> {
  const { rows } = await sql<{ code: PlaceCode }>`select p.code from place p where p.code in (${sql.join([...communities])})
    and p.level = 'community' and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day})`.execute(db)
  return new Set(rows.map(({ code }) => code))
}
