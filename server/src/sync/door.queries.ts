import { partText } from '@wangdi/domain/places/door-plate.ts'
import type { DwellingUse } from '@wangdi/domain/places/places.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import type { HeldBlock, HeldDwelling, HeldMark, HeldPerson } from '@wangdi/domain/sync/sync.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'
import type { Feed, Pick } from './feed.ts'

/** Rows whose column is one of the ids asked for. */
export const among = (column: string, { ids }: Pick) => sql`${sql.raw(column)} = any(${ids as Id[]}::uuid[])`

// A building is a block; in a village the group is, under an id made from its name.
const block = sql`coalesce(d.building, md5(coalesce(d.estate::text, '') || coalesce(d.village_group, ''))::uuid)`
const joins = (db: Db) => sql`left join building b on b.county = ${countyOf(db)} and b.id = d.building
  left join estate e on e.county = ${countyOf(db)} and e.id = d.estate`

/** The doors of an actor's grids on a day (or of a whole community: no account), grouped in blocks in walking order. */
export async function listBlocks(db: Db, community: CommunityCode, account: Id | undefined, day: Day): Promise<HeldBlock[]> {
  const mine = account
    ? sql`and exists (select 1 from dwelling_grid g join grid_duty t on t.county = ${countyOf(db)} and t.grid = g.grid
        where g.county = ${countyOf(db)} and g.dwelling = d.id and t.account = ${account}
          and g.valid_from <= ${day} and (g.valid_to is null or g.valid_to > ${day})
          and t.valid_from <= ${day} and (t.valid_to is null or t.valid_to > ${day}))`
    : sql``
  const { rows } = await sql<HeldBlock & { estate: string | null; building: string | null; group: string | null }>`
    select ${block} as id, min(e.name) as estate, min(b.name) as building, min(d.village_group) as "group",
      array_agg(d.id order by d.ordinal, d.id) as dwellings
    from dwelling d ${joins(db)}
    where d.county = ${countyOf(db)} and d.community = ${community} ${mine}
    group by 1 order by min(e.ordinal) nulls first, min(b.ordinal) nulls first, min(d.village_group), 1`.execute(db)
  return rows.map(({ id, dwellings, ...part }) => ({ id, name: partText(part), dwellings }))
}

/** Doors. */
export const dwellingFeed: Feed<'dwelling'> = {
  kind: 'dwelling',
  subjects: ['dwelling'],
  stays: true,
  async list({ db }, pick) {
    const { rows } = await sql<HeldDwelling & { use: DwellingUse }>`
      select d.id, ${block} as block, e.name as estate, b.name as building, d.unit, d.floor, d.room, d.village_group as "group", d.house,
        d.use, d.ordinal, d.version
      from dwelling d ${joins(db)} where d.county = ${countyOf(db)} and ${among('d.id', pick)} order by d.ordinal, d.id`.execute(
      db,
    )
    return rows.map((row) => ({ dwelling: row.id, row }))
  },
}

/** Residents who live there, with the phone opened so that a worker can call; identity numbers are not even read. */
export const personFeed: Feed<'person'> = {
  kind: 'person',
  subjects: ['person'],
  async list({ db, fields, today }, pick) {
    const { rows } = await sql<Omit<HeldPerson, 'phone'> & { cipher: string | null }>`
      select p.id, p.dwelling, p.name, p.sex, p.born, p.relation, p.phone_cipher as cipher
      from person p where p.county = ${countyOf(db)} and ${among(pick.by === 'dwelling' ? 'p.dwelling' : 'p.id', pick)}
        and p.dwelling is not null and (p.left_on is null or p.left_on > ${today}) order by p.dwelling, p.born nulls last, p.id`.execute(
      db,
    )
    return rows.map(({ cipher, ...row }) => ({
      dwelling: row.dwelling,
      row: { ...row, phone: cipher === null ? null : fields.open('phone', cipher) },
    }))
  },
}

/** Open marks of those who live there. */
export const markFeed: Feed<'mark'> = {
  kind: 'mark',
  subjects: ['person_mark'],
  async list({ db }, pick) {
    const { rows } = await sql<HeldMark & { dwelling: Id }>`
      select m.id, m.person, m.kind, p.dwelling from person_mark m join person p on p.county = ${countyOf(db)} and p.id = m.person
      where m.county = ${countyOf(db)} and ${among(pick.by === 'dwelling' ? 'p.dwelling' : 'm.id', pick)}
        and m.ended_on is null and p.dwelling is not null order by p.dwelling, m.id`.execute(db)
    return rows.map(({ dwelling, ...row }) => ({ dwelling, row }))
  },
}
