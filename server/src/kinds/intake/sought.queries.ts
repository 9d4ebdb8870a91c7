import type { Sought } from '@wangdi/domain/kinds/intake/sought.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { doorIn, doorJoins } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'

// A name may stand with its door behind it, to tell two apart.
const nameIn = (text: string) => text.split(/[(（\s]/)[0] ?? ''

/** Residents of a place who are called as these cells say, each with the door by which two of one name are told apart. */
export async function peopleCalled(db: Db, place: PlaceCode, texts: readonly string[]): Promise<Sought[]> {
  const names = [...new Set(texts.map(nameIn).filter(Boolean))]
  const { rows } = await sql<{ id: Id; name: string; door: Door | null }>`select p.id, p.name, ${doorIn(db)} as door from person p
      left join dwelling d on d.county = ${countyOf(db)} and d.id = p.dwelling ${doorJoins(db)}
    where p.county = ${countyOf(db)} and p.community = ${place} and p.left_on is null and p.name = any (${sql.val(names)}::text[])
    order by p.id`.execute(db)
  return rows.map(({ id, name, door }) => ({ id, name, words: door ? `${name}（${doorText(door)}）` : name }))
}

/** The doors of a place by their plates. */
export async function doorsOf(db: Db, place: PlaceCode): Promise<Sought[]> {
  const { rows } = await sql<{ id: Id; door: Door }>`select d.id, ${doorIn(db)} as door from dwelling d ${doorJoins(db)}
    where d.county = ${countyOf(db)} and d.community = ${place}`.execute(db)
  return rows.map(({ id, door }) => ({ id, name: doorText(door), words: doorText(door) }))
}

/** The places of a county that lie in a place or above it, by code and by name. */
export async function placesOf(db: Db, place: PlaceCode): Promise<Sought[]> {
  const { rows } = await sql<{ id: PlaceCode; name: string }>`select distinct on (p.code) p.code as id, p.name from place p
    where p.code like ${`${place}%`} or p.code = any (${sql.val([place.slice(0, 6), place.slice(0, 9)])}::text[])
    order by p.code, p.valid_from desc`.execute(db)
  return rows.map(({ id, name }) => ({ id, name, words: `${name}（${id}）` }))
}

/** Who works at a place, by name. */
export async function staffOf(db: Db, place: PlaceCode): Promise<Sought[]> {
  const { rows } = await sql<{ id: Id; name: string; login: string }>`select a.id, a.name, a.login from account a
    where a.place = ${place} and a.active`.execute(db)
  return rows.map(({ id, name, login }) => ({ id, name, words: `${name}（${login}）` }))
}
