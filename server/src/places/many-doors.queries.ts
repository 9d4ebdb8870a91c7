import { plainBuilding } from '@wangdi/domain/places/plain-door.ts'
import type { DwellingUse } from '@wangdi/domain/places/places.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { countyOf, type Db } from '../platform/db.ts'
import { tellOf } from '../platform/tenants/tell.ts'

/** A door part by part, as it is typed or read; empty is not given. */
type Door = Readonly<Record<'estate' | 'building' | 'unit' | 'room' | 'group' | 'house', string>>
/** A door with what it is used for. */
type Dwelling = Readonly<{ door: Door; use: DwellingUse }>

/** What was made of doors: ids, and of doors whose use was filled in the version that they have since. */
export interface MadeDoors {
  readonly estates: readonly Id[]
  readonly buildings: readonly Id[]
  readonly dwellings: readonly Id[]
  readonly used: readonly { readonly id: Id; readonly version: number }[]
}

/** The doors of one community while many are entered at once: found by what they are called, made where they are new. */
export interface Doors {
  /** Makes the estates, buildings and doors that are not there yet; a use that was unknown is filled in. Gives back what was done. */
  ensure(dwellings: readonly Dwelling[]): Promise<MadeDoors>
  /** The dwelling behind a door that is there; undefined when it is not. */
  idOf(door: Door): Id | undefined
  /** How many doors were made. */
  added(): number
}

// An order among neighbours, not a fact: numbers too large for their column all stand last.
const numberIn = (text: string, most = 99_999) => Math.min(Number(/[0-9]+/.exec(text)?.[0] ?? 0), most)

/**
 * Opens the doors of a community for an import; one import a community at a time, others wait until this transaction ends.
 * `doorKey` says of a door, however its parts were spelled, by which text it is compared.
 */
export async function openDoors(db: Db, community: PlaceCode, doorKey: (door: Door) => string): Promise<Doors> {
  await sql`select pg_advisory_xact_lock(4101, hashtext(${community}))`.execute(db)
  const estates = await estatesByName(db, community)
  const buildings = await buildingsByName(db, community)
  const dwellings = await listDoors(db, community, doorKey)
  const meant = doorMeant({ estates, buildings, dwellings }, doorKey)
  const county = countyOf(db)
  let added = 0

  const ensureEstates = async (doors: readonly Door[]) => {
    const made = new Map<string, { id: Id; kind: string; ordinal: number }>()
    const last = Math.max(0, ...[...estates.values()].map(({ ordinal }) => ordinal))
    for (const { estate, building } of doors)
      if (estate !== '' && !estates.has(estate) && !made.has(estate))
        made.set(estate, { id: newId(), kind: building === '' ? 'natural-village' : 'estate', ordinal: last + made.size + 1 })
    for (const [name, one] of made) estates.set(name, one)
    const rows = [...made].map(([name, one]) => ({ name, ...one }))
    if (rows.length > 0)
      await sql`insert into estate (county, id, community, kind, name, ordinal)
        select t.county, r.id, ${community}, r.kind, r.name, r.ordinal
        from tenant t, json_to_recordset(${JSON.stringify(rows)}) as r (id uuid, kind text, name text, ordinal int)
        where t.county = ${county}`.execute(db)
    return rows.map(({ id }) => id)
  }

  const ensureBuildings = async (doors: readonly Door[]) => {
    const rows: { id: Id; estate: Id | null; name: string; ordinal: number }[] = []
    for (const { estate, building } of doors) {
      const key = buildingKey(estate, building)
      if (building === '' || buildings.has(key)) continue
      const id = newId()
      buildings.set(key, id)
      rows.push({ id, estate: estates.get(estate)?.id ?? null, name: building, ordinal: numberIn(building) })
    }
    if (rows.length > 0)
      await sql`insert into building (county, id, community, estate, name, ordinal)
        select t.county, r.id, ${community}, r.estate, r.name, r.ordinal
        from tenant t, json_to_recordset(${JSON.stringify(rows)}) as r (id uuid, estate uuid, name text, ordinal int)
        where t.county = ${county}`.execute(db)
    return rows.map(({ id }) => id)
  }

  return {
    idOf: (door) => dwellings.get(doorKey(meant(door)))?.id,
    added: () => added,
    async ensure(named) {
      // Estates first: a door that leaves its estate out may mean one that this page names.
      const madeEstates = await ensureEstates(named.map(({ door }) => door))
      const wanted = named.map(({ door, use }) => ({ door: meant(door), use }))
      const fresh = new Map<string, Dwelling>()
      const used: { id: Id; use: string }[] = []
      for (const dwelling of wanted) {
        const key = doorKey(dwelling.door)
        const held = dwellings.get(key)
        const known = fresh.get(key)
        if (held?.use === 'unknown' && dwelling.use !== 'unknown') {
          used.push({ id: held.id, use: dwelling.use })
          held.use = dwelling.use
        } else if (!held && (!known || known.use === 'unknown')) fresh.set(key, dwelling)
      }
      const madeBuildings = await ensureBuildings([...fresh.values()].map(({ door }) => door))
      const rows = [...fresh].map(([key, { door, use }]) => {
        const id = newId()
        dwellings.set(key, { id, use })
        return doorRow(id, door, use, estates.get(door.estate)?.id, buildings.get(buildingKey(door.estate, door.building)))
      })
      added += rows.length
      if (rows.length > 0) await insertDoors(db, community, rows)
      const filled =
        used.length === 0
          ? []
          : (
              await sql<{
                id: Id
                version: number
              }>`update dwelling d set use = r.use, version = version + 1 from json_to_recordset(${JSON.stringify(used)}) as r (id uuid, use text)
          where d.county = ${county} and d.id = r.id returning d.id, d.version`.execute(db)
            ).rows
      await tellOf(db, 'dwelling', community, [...rows, ...used])
      return { estates: madeEstates, buildings: madeBuildings, dwellings: rows.map(({ id }) => id), used: filled }
    },
  }
}

function doorRow(id: Id, door: Door, use: string, estate: Id | undefined, building: Id | undefined) {
  const room = numberIn(door.room)
  return {
    id,
    estate: estate ?? null,
    building: building ?? null,
    unit: door.unit || null,
    floor: room >= 100 ? Math.floor(room / 100) : null,
    room: door.room || null,
    village_group: door.group || null,
    house: door.house || null,
    use,
    ordinal: numberIn(door.unit, 9999) * 100_000 + numberIn(door.group, 9999) * 100_000 + (room || numberIn(door.house)),
  }
}

const insertDoors = (db: Db, community: PlaceCode, rows: readonly ReturnType<typeof doorRow>[]) =>
  sql`insert into dwelling (county, id, community, estate, building, unit, floor, room, village_group, house, use, ordinal)
    select t.county, r.id, ${community}, r.estate, r.building, r.unit, r.floor, r.room, r.village_group, r.house, r.use, r.ordinal
    from tenant t, json_to_recordset(${JSON.stringify(rows)}) as r (id uuid, estate uuid, building uuid, unit text, floor int,
      room text, village_group text, house text, use text, ordinal int)
    where t.county = ${countyOf(db)}`.execute(db)

/** What is known of a community's doors by what they are called. */
interface Known {
  readonly estates: ReadonlyMap<string, { readonly kind: string }>
  readonly buildings: ReadonlyMap<string, Id>
  readonly dwellings: ReadonlyMap<string, unknown>
}

/**
 * Which door is meant by one that leaves its estate out: the door so called where there is one; else one of the only estate; of several
 * estates that in which exactly one such door, or else such a building, stands. A door with its estate stays.
 */
function doorMeant({ estates, buildings, dwellings }: Known, doorKey: (door: Door) => string): (door: Door) => Door {
  return (door) => {
    if (door.estate !== '' || estates.size === 0 || dwellings.has(doorKey(door))) return door
    const kind = door.building !== '' ? 'estate' : door.group !== '' ? 'natural-village' : undefined
    const names = [...estates].flatMap(([name, one]) => (kind === undefined || one.kind === kind ? [name] : []))
    const only = (fits: (door: Door) => boolean): Door | undefined => {
      const found = names.map((estate) => ({ ...door, estate })).filter(fits)
      return found.length === 1 ? found[0] : undefined
    }
    const standing = only((one) => dwellings.has(doorKey(one)))
    if (standing) return standing
    if (door.building !== '' && buildings.has(buildingKey('', door.building))) return door
    return (
      only((one) => names.length === 1 || (one.building !== '' && buildings.has(buildingKey(one.estate, one.building)))) ?? door
    )
  }
}

// 6栋 as somebody typed it and 6号楼 as rosters are read are one building.
const buildingKey = (estate: string, building: string) => `${estate}|${plainBuilding(building)}`

async function estatesByName(db: Db, community: PlaceCode): Promise<Map<string, { id: Id; kind: string; ordinal: number }>> {
  const { rows } = await sql<{ name: string; id: Id; kind: string; ordinal: number }>`select name, id, kind, ordinal from estate
    where county = ${countyOf(db)} and community = ${community}`.execute(db)
  return new Map(rows.map(({ name, ...one }) => [name, one]))
}

async function buildingsByName(db: Db, community: PlaceCode): Promise<Map<string, Id>> {
  const { rows } = await sql<{
    estate: string
    name: string
    id: Id
  }>`select coalesce(e.name, '') as estate, b.name, b.id from building b
    left join estate e on e.county = ${countyOf(db)} and e.id = b.estate
    where b.county = ${countyOf(db)} and b.community = ${community} order by b.id desc`.execute(db)
  return new Map(rows.map(({ estate, name, id }) => [buildingKey(estate, name), id]))
}

async function listDoors(
  db: Db,
  community: PlaceCode,
  doorKey: (door: Door) => string,
): Promise<Map<string, { id: Id; use: string }>> {
  const { rows } = await sql<Record<keyof Door, string | null> & { id: Id; use: string }>`
    select d.id, d.use, e.name as estate, b.name as building, d.unit, d.room, d.village_group as "group", d.house
    from dwelling d left join building b on b.county = ${countyOf(db)} and b.id = d.building
    left join estate e on e.county = ${countyOf(db)} and e.id = coalesce(d.estate, b.estate)
    where d.county = ${countyOf(db)} and d.community = ${community}`.execute(db)
  return new Map(
    rows.map(({ id, use, estate, building, unit, room, group, house }) => [
      doorKey({
        estate: estate ?? '',
        building: building ?? '',
        unit: unit ?? '',
        room: room ?? '',
        group: group ?? '',
        house: house ?? '',
      }),
      { id, use },
    ]),
  )
}
