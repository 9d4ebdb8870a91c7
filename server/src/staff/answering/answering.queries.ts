import type { Role } from '@wangdi/domain/roles.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Answering } from '@wangdi/domain/staff/answers-for.ts'
import type { Post } from '@wangdi/domain/staff/team/team.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** Who answers for each community of a place on a day: the lead of its working group, its secretary, else its director. */
export async function listAnsweringFor(db: Db, place: PlaceCode, day: Day): Promise<Answering[]> {
  const { rows } = await sql<Answering & { post: Post | null; role: Role | null }>`
    select distinct on (k.place) k.place, k.by, k.id, k.name, k.post, k.role, k.deputy, k.has_phone from (
      select m.place, 'post' as by, m.id, m.name, m.post, null as role, m.deputy, m.phone_cipher is not null as has_phone,
        case m.post when 'lead' then 0 else 1 end as nth from team_member m
      where starts_with(m.place, ${place}) and length(m.place) = 12 and m.post in ('lead', 'secretary')
        and m.valid_from <= ${day} and (m.valid_to is null or m.valid_to > ${day})
      union all
      select a.place, 'account', a.id, a.name, null, a.role, null, a.phone_cipher is not null, 2 from account a
      where starts_with(a.place, ${place}) and length(a.place) = 12 and a.role = 'community-director' and a.active) k
    order by k.place, not k.has_phone, k.nth, k.name, k.id`.execute(db)
  return rows
}

/** The sealed duty phone of somebody who answers for a community on a day; undefined where there is none. */
export async function findDutyPhone(
  db: Db,
  { place, by, id }: { place: PlaceCode; by: Answering['by']; id: Id },
  day: Day,
): Promise<string | undefined> {
  const found =
    by === 'post'
      ? sql<{ phone: string }>`select phone_cipher as phone from team_member
          where id = ${id} and place = ${place} and post in ('lead', 'secretary') and phone_cipher is not null
            and valid_from <= ${day} and (valid_to is null or valid_to > ${day})`
      : sql<{ phone: string }>`select phone_cipher as phone from account
          where id = ${id} and place = ${place} and role = 'community-director' and active and phone_cipher is not null`
  return (await found.execute(db)).rows[0]?.phone
}
