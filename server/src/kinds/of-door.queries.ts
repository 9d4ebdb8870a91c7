import type { CommunityCode, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'
import { type Asked, withDoors } from './request/asked.queries.ts'

/** What of these kinds is open for a door, due first first, or what ended last; up to so many. */
export async function listOfDoorKinds(
  db: Db,
  {
    community,
    dwelling,
    names,
    ended,
    most,
  }: { community: CommunityCode; dwelling: Id; names: string[]; ended: boolean; most: number },
): Promise<Asked[]> {
  const order = ended ? sql`r.ended_on desc, r.at desc, r.id` : sql`r.due_at nulls last, r.at, r.id`
  const heads = sql`(select r.* from kind_request r where r.county = ${countyOf(db)} and r.dwelling = ${dwelling} and r.community = ${community}
    and ${ended ? sql`r.ended_on is not null` : sql`r.ended_on is null`} and r.kind = any (${sql.val(names)}::text[])
    order by ${order} limit ${most})`
  const { rows } = await sql<Asked>`${withDoors(db, heads)} order by ${order}`.execute(db)
  return rows
}

/** What of these registers names a door and has not ended, by its title; up to so many. */
export async function listThingsOfDoor(
  db: Db,
  { community, dwelling, names, most }: { community: CommunityCode; dwelling: Id; names: string[]; most: number },
): Promise<{ id: Id; kind: string; title: string }[]> {
  const { rows } = await sql<{ id: Id; kind: string; title: string }>`select t.id, t.kind, t.title from kind_thing t
    where t.county = ${countyOf(db)} and t.dwelling = ${dwelling} and t.community = ${community} and t.ended_on is null
      and t.kind = any (${sql.val(names)}::text[]) order by t.kind, t.title, t.id limit ${most}`.execute(db)
  return rows
}
