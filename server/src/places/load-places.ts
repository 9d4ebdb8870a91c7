import { isDay } from '@wangdi/domain/day.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import type pg from 'pg'
import { openPlaceList, type PlaceList } from '../platform/national/place-list.ts'

/** What a list changed: places new or renamed since the list before, and places that ended with it. */
export interface PlacesLoaded {
  readonly date: string
  readonly places: number
  readonly opened: number
  readonly closed: number
}

const batchSize = 20_000

/**
 * Loads a list of places (the national one unless another is given) as the owner of the database, in one transaction.
 * A second time changes nothing. A later list closes what it no longer names, on its date, and keeps the old name of
 * what it renames as history. Throws when a later list of the same places was loaded before.
 */
export async function loadPlaces(owner: pg.ClientBase, list?: PlaceList): Promise<PlacesLoaded> {
  const read = list ?? (await openPlaceList())
  const mark = `${read.date} ${read.count}`
  const key = `places:${read.within.join(',')}`
  const before = await owner.query('select value from installation where name = $1', [key])
  if (before.rows[0]?.value === mark) return { date: read.date, places: read.count, opened: 0, closed: 0 }
  await owner.query('begin')
  try {
    await owner.query('select pg_advisory_xact_lock(4101)')
    const { rowCount } = await owner.query('select from place limit 1')
    const changed = rowCount ? await follow(owner, read) : await begin(owner, read)
    await owner.query('insert into installation values ($1, $2) on conflict (name) do update set value = excluded.value', [
      key,
      mark,
    ])
    await owner.query('commit')
    await owner.query('analyze place') // the tree is asked at once, and the planner must know that its levels differ in size
    return { date: read.date, places: read.count, ...changed }
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

// The first list goes straight into its table.
async function begin(owner: pg.ClientBase, list: PlaceList): Promise<{ opened: number; closed: number }> {
  await sendAll(owner, list, `insert into place (code, name, level, valid_from) select *, '${dayOf(list)}' from`)
  return { opened: list.count, closed: 0 }
}

// A later one is laid beside what is there.
async function follow(owner: pg.ClientBase, list: PlaceList): Promise<{ opened: number; closed: number }> {
  await owner.query('create temp table incoming (code text not null, name text not null, level text not null) on commit drop')
  await sendAll(owner, list, 'insert into incoming select * from')
  await owner.query('analyze incoming')
  return takeOver(owner, list)
}

function dayOf({ date }: PlaceList): Day {
  if (!isDay(date)) throw new RangeError('a list of places needs its day')
  return date
}

async function sendAll(owner: pg.ClientBase, list: PlaceList, insert: string): Promise<void> {
  let codes: string[] = []
  let names: string[] = []
  let levels: string[] = []
  const send = async () => {
    await owner.query(`${insert} unnest($1::text[], $2::text[], $3::text[])`, [codes, names, levels])
    codes = []
    names = []
    levels = []
  }
  for (const place of list.places()) {
    codes.push(place.code)
    names.push(place.name)
    levels.push(place.level)
    if (codes.length === batchSize) await send()
  }
  await send()
}

async function takeOver(owner: pg.ClientBase, { date, within }: PlaceList): Promise<{ opened: number; closed: number }> {
  const inList = `exists (select from unnest($2::text[]) w where starts_with(p.code, w))`
  const later = await owner.query(`select from place p where p.valid_from > $1 and ${inList} limit 1`, [date, within])
  if (later.rowCount) throw new Error(`a list of places later than ${date} was loaded before`)
  // Ancestors of an excerpt are not complete in it: they may be renamed by it, never ended.
  const ended = `p.valid_to is null and not exists (select from incoming i where i.code = p.code and i.name = p.name)
    and (${inList} or exists (select from incoming i where i.code = p.code))`
  const corrected = await owner.query(`delete from place p where p.valid_from = $1 and ${ended}`, [date, within])
  const closed = await owner.query(`update place p set valid_to = $1 where p.valid_from < $1 and ${ended}`, [date, within])
  const opened = await owner.query(
    `insert into place (code, name, level, valid_from)
     select i.code, i.name, i.level, $1 from incoming i
     where not exists (select from place p where p.code = i.code and p.valid_to is null)`,
    [date],
  )
  return { opened: opened.rowCount ?? 0, closed: (closed.rowCount ?? 0) + (corrected.rowCount ?? 0) }
}
