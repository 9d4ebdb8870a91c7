import { problems as common } from '@wangdi/domain/problem.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { doorIn, doorJoins } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'

/** What a new request is about: where it lies, and its door or person. */
export interface Aim {
  readonly place: PlaceCode
  readonly dwelling: Id | null
  readonly person: Id | null
}

/** Where a door lies; throws "not found" where none is in scope. */
export async function getDoorAim(db: Db, dwelling: Id): Promise<Aim> {
  const { rows } = await sql<{ community: string }>`select d.community from dwelling d
    where d.county = ${countyOf(db)} and d.id = ${dwelling}`.execute(db)
  if (!rows[0]) throw common.notFound({})
  return { place: rows[0].community, dwelling, person: null }
}

/** Where a person is kept, behind which door; throws "not found" where none is in scope. */
export async function getPersonAim(db: Db, person: Id): Promise<Aim> {
  const { rows } = await sql<{ community: string; dwelling: Id | null }>`select p.community, p.dwelling from person p
    where p.county = ${countyOf(db)} and p.id = ${person}`.execute(db)
  if (!rows[0]) throw common.notFound({})
  return { place: rows[0].community, dwelling: rows[0].dwelling, person }
}

/** The door of a dwelling as its plate says; null where there is none. */
export async function findDoor(db: Db, dwelling: Id | null): Promise<Door | null> {
  if (dwelling === null) return null
  const { rows } = await sql<{ door: Door | null }>`select ${doorIn(db)} as door from dwelling d ${doorJoins(db)}
    where d.county = ${countyOf(db)} and d.id = ${dwelling}`.execute(db)
  return rows[0]?.door ?? null
}

/** The sealed phone of somebody behind a door, the head of the household first; null where none is known. */
export async function findDoorPhone(db: Db, dwelling: Id | null): Promise<string | null> {
  if (dwelling === null) return null
  const { rows } = await sql<{ phone: string }>`select p.phone_cipher as phone from person p
    where p.county = ${countyOf(db)} and p.dwelling = ${dwelling} and p.phone_cipher is not null and p.left_on is null
    order by (p.relation = '户主') desc, p.born nulls last limit 1`.execute(db)
  return rows[0]?.phone ?? null
}

/** Somebody whom a request may be given to. */
export interface Doer {
  readonly id: Id
  readonly name: string
  readonly role: Role
}

/** The active accounts of a place with one of these roles, by name. */
export async function listDoers(db: Db, place: PlaceCode, roles: readonly Role[]): Promise<Doer[]> {
  const { rows } = await sql<Doer>`select a.id, a.name, a.role from account a
    where a.place = ${place} and a.active and a.role = any (${sql.val([...roles])}::text[]) order by a.name limit 500`.execute(db)
  return rows
}
