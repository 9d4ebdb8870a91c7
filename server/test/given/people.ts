// Residents for tests: invented, through the same functions as the verbs.
import { v7 as newId } from 'uuid'
import { inTransaction } from '../../src/platform/db.ts'
import { enterCounty } from '../../src/platform/tenants/enter.ts'
import type { House } from '../house.ts'
import { insertPerson } from '../../src/people/people.queries.ts'
import { givenTold } from './told.ts'

/** Makes an estate of a community; the same name twice is one. */
async function givenEstate(house: House, community: string, name: string): Promise<string> {
  const { owner } = house
  const found = await owner
    .selectFrom('estate')
    .select('id')
    .where('community', '=', community)
    .where('name', '=', name)
    .executeTakeFirst()
  if (found) return found.id
  const id = newId()
  await owner
    .insertInto('estate')
    .values({ county: community.slice(0, 6), id, community, kind: 'estate', name })
    .execute()
  return id
}

/** Makes a dwelling (building, unit, room, in an estate when one is named) in a community; the same door twice is one. */
export async function givenDwelling(
  house: House,
  community: string,
  building = '3号楼',
  unit = '2',
  room = '402',
  estateName?: string,
): Promise<string> {
  const county = community.slice(0, 6)
  const { owner } = house
  const estate = estateName === undefined ? null : await givenEstate(house, community, estateName)
  const found = await owner
    .selectFrom('building')
    .select('id')
    .where('community', '=', community)
    .where('name', '=', building)
    .where('estate', 'is not distinct from', estate)
    .executeTakeFirst()
  const buildingId = found?.id ?? newId()
  if (!found)
    await owner
      .insertInto('building')
      .values({ county, id: buildingId, community, estate, name: building, ordinal: Number.parseInt(building, 10) || 0 })
      .execute()
  const door = await owner
    .selectFrom('dwelling')
    .select('id')
    .where('building', '=', buildingId)
    .where('unit', '=', unit)
    .where('room', '=', room)
    .executeTakeFirst()
  if (door) return door.id
  const id = newId()
  const floor = Math.floor(Number(room) / 100) || null
  const ordinal = Number(unit) * 10_000 + Number(room)
  await givenTold(house, 'dwelling', [
    { county, id, community, estate, building: buildingId, unit, room, floor, use: 'own', ordinal },
  ])
  return id
}

/** Makes a resident; the birthday decides the age groups. */
export async function givenPerson(
  house: House,
  community: string,
  name: string,
  more: { born?: string; dwelling?: string; phone?: string; document?: string; sex?: 'male' | 'female' } = {},
): Promise<string> {
  const id = newId()
  const { phone = null, document = null, ...columns } = more
  await enterCounty(house.owner, community)
  const made = await inTransaction(
    house.db,
    { county: community.slice(0, 6), area: community, place: community, health: false },
    (db) =>
      insertPerson(db, house.fields, {
        id,
        community,
        name,
        document,
        phone,
        columns: { ...columns, document_kind: document ? 'identity-card' : 'none' },
      }),
  )
  if (!made) throw new Error(`${document} is on file in ${community}`)
  return id
}

/** Makes a grid of these dwellings with its worker, from the first day of the year. */
export async function givenGrid(
  house: House,
  community: string,
  dwellings: readonly string[],
  account: string,
  name = '第1网格',
): Promise<string> {
  const county = community.slice(0, 6)
  const id = newId()
  await house.owner.insertInto('grid').values({ county, id, community, name, valid_from: '2026-01-01' }).execute()
  if (dwellings.length > 0)
    await house.owner
      .insertInto('dwelling_grid')
      .values(dwellings.map((dwelling) => ({ county, dwelling, community, grid: id, valid_from: '2026-01-01' })))
      .execute()
  await house.owner
    .insertInto('grid_duty')
    .values({ county, id: newId(), community, grid: id, account, kind: 'worker', valid_from: '2026-01-01' })
    .execute()
  return id
}
