import { ancestryOf } from '@wangdi/domain/place-code.ts'
import { problems } from '@wangdi/domain/problem.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { HeldPost, Post, TeamMember } from '@wangdi/domain/staff/team/team.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { FieldCipher } from '../../platform/secrets/fields.ts'
import { type DutyPhone, openDutyPhone } from '../duty-phone.ts'

type Row = Omit<TeamMember, 'post' | 'from' | 'phone'> & { post: string; valid_from: string; phone_cipher: string | null }
const memberOf = (fields: FieldCipher, { valid_from, post, phone_cipher, ...row }: Row): TeamMember => ({
  ...row,
  post: post as Post,
  phone: openDutyPhone(fields, phone_cipher),
  from: valid_from,
})
const columns = ['id', 'place', 'post', 'name', 'phone_cipher', 'duty', 'deputy', 'valid_from', 'version'] as const

/** Who holds a post today in any of the places, by the time they took it. */
export async function listMembers(db: Db, fields: FieldCipher, places: readonly PlaceCode[], today: Day): Promise<TeamMember[]> {
  const rows = await db
    .selectFrom('team_member')
    .select(columns)
    .where('place', 'in', [...places])
    .where('valid_from', '<=', today)
    .where((of) => of.or([of('valid_to', 'is', null), of('valid_to', '>', today)]))
    .orderBy('valid_from')
    .orderBy('name')
    .execute()
  return rows.map((row) => memberOf(fields, row))
}

/** The working group of a community and the secretaries above it. */
export const listTeamAndChain = (db: Db, fields: FieldCipher, community: PlaceCode, today: Day) =>
  listMembers(db, fields, ancestryOf(community), today)

/** How many hold each post of a place on a day: what levels above the county are told. */
export async function countPosts(db: Db, place: PlaceCode, today: Day): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`select post, held::int as held, with_deputy::int as with_deputy
    from count_posts(${place}, ${today}::date) order by post`.execute(db)
  return rows
}

/** The place of a member; undefined when the actor cannot see it. */
export const findMemberPlace = (db: Db, id: Id) =>
  db.selectFrom('team_member').select('place').where('id', '=', id).executeTakeFirst()

/** Adds a member (no version) or changes one; gives the version that is kept now. Throws `record.moved`. */
export async function saveMemberRow(
  db: Db,
  member: Pick<TeamMember, 'id' | 'place' | 'post' | 'name' | 'duty' | 'deputy'> & DutyPhone,
  version: number | undefined,
  today: Day,
): Promise<number> {
  if (version === undefined) {
    const added = await db
      .insertInto('team_member')
      .values({ ...member, valid_from: today })
      .onConflict((on) => on.column('id').doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 1n) return 1
  } else {
    const { id, place: _, ...set } = member
    const row = await db
      .updateTable('team_member')
      .set({ ...set, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('valid_to', 'is', null)
      .returning('version')
      .executeTakeFirst()
    if (row) return row.version
  }
  throw problems.moved({ by: '', at: '', version: version ?? 1 })
}

/** Ends a post from a day on; throws `record.moved` when it changed or ended before. */
export async function endMemberRow(db: Db, id: Id, version: number, until: Day): Promise<void> {
  const row = await db
    .updateTable('team_member')
    .set({ valid_to: until, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('valid_to', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw problems.moved({ by: '', at: '', version })
}
