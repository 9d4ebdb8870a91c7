import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** The communities of a place that stand on a day, by their code. */
export async function listCommunities(
  db: Db,
  { place, day, page, size }: { place: PlaceCode; day: Day; page: number; size: number },
): Promise<{ rows: { community: PlaceCode; name: string }[]; total: number }> {
  const { rows } = await sql<{ community: PlaceCode; name: string; total: number }>`
    select p.code as community, p.name, count(*) over ()::int as total from place p
    where p.level = 'community' and starts_with(p.code, ${place}) and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day})
    order by p.code limit ${size} offset ${page * size}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
