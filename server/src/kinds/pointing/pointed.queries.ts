import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import type { Paper } from '@wangdi/domain/kinds/document/document.rules.ts'
import { inForceOf, newestOf } from '@wangdi/domain/kinds/document/document.rules.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { doorIn, doorJoins } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'
import { liesIn } from '../lies-in.queries.ts'

/** Something that is pointed at: what it is called, where it lies, whose door it is, and whether it lives. */
export interface Pointed {
  readonly id: Id
  readonly words: string
  readonly place: PlaceCode
  /** The door of a person, or the door itself; null is somebody without one. */
  readonly dwelling?: Id | null
  /** Whom it is about, or behind which door they live, for the trace of who was seen. */
  readonly about?: Id | null
  readonly isLive: boolean
}

const among = (ids: readonly Id[], column: RawBuilder<unknown>) => sql`${column} = any (${sql.val([...ids])}::uuid[])`
/** The place itself, what lies in it, and the places it lies in. */
const isRelated = (db: Db, place: PlaceCode, column: RawBuilder<unknown>) =>
  sql`(${liesIn(db, place, column)} or ${column} = any (${sql.val([place.slice(0, 6), place.slice(0, 9)])}::text[]))`

/** Residents by id, as the reader's area shows them; who left lives here no more. */
export async function findPeople(db: Db, ids: readonly Id[]): Promise<Pointed[]> {
  const { rows } = await sql<{ id: Id; words: string; place: PlaceCode; dwelling: Id | null; isLive: boolean }>`
    select p.id, p.name as words, p.community as place, p.dwelling, p.left_on is null as "isLive" from person p
    where p.county = ${countyOf(db)} and ${among(ids, sql`p.id`)}`.execute(db)
  return rows.map((row) => ({ ...row, about: row.id }))
}

/** Doors by id with their plates. */
export async function findDoorsPointed(db: Db, ids: readonly Id[]): Promise<Pointed[]> {
  const { rows } = await sql<{ id: Id; door: Door; place: PlaceCode }>`
    select d.id, ${doorIn(db)} as door, d.community as place from dwelling d ${doorJoins(db)}
    where d.county = ${countyOf(db)} and ${among(ids, sql`d.id`)}`.execute(db)
  return rows.map(({ id, door, place }) => ({ id, words: doorText(door), place, dwelling: id, about: id, isLive: true }))
}

/** Places by code under their newest names; one that is no more lives no more. */
export async function findPlaces(db: Db, codes: readonly PlaceCode[]): Promise<Pointed[]> {
  const { rows } =
    await sql<Pointed>`select distinct on (p.code) p.code as id, p.name as words, p.code as place, p.valid_to is null as "isLive"
    from place p where p.code = any (${sql.val([...codes])}::text[]) order by p.code, p.valid_from desc`.execute(db)
  return rows
}

/** Colleagues by id. */
export async function findStaff(db: Db, ids: readonly Id[]): Promise<Pointed[]> {
  const { rows } = await sql<Pointed>`select a.id, a.name as words, a.place, a.active as "isLive" from account a
    where ${among(ids, sql`a.id`)}`.execute(db)
  return rows
}

const things = (kind: Kind) => sql`t.kind = ${kind.name}`

/** Things of a register by id. */
export async function findThings(db: Db, kind: Kind, ids: readonly Id[]): Promise<Pointed[]> {
  const { rows } = await sql<Pointed>`select t.id, t.title as words, t.community as place, t.ended_on is null as "isLive"
    from kind_thing t where t.county = ${countyOf(db)} and ${things(kind)} and ${among(ids, sql`t.id`)}`.execute(db)
  return rows
}

// A text that is sought as it stands: the signs of a pattern are no pattern.
const holding = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Things of a register that a record of a place may point at, by title. */
export async function listThingsToChoose(db: Db, kind: Kind, place: PlaceCode, text: string, most: number): Promise<Pointed[]> {
  const { rows } = await sql<Pointed>`select t.id, t.title as words, t.community as place, true as "isLive" from kind_thing t
    where t.county = ${countyOf(db)} and ${things(kind)} and ${isRelated(db, place, sql`t.community`)} and t.ended_on is null
      and t.title ilike ${holding(text)} order by t.title, t.id limit ${most}`.execute(db)
  return rows
}

interface AskedRow {
  readonly id: Id
  readonly number: string
  readonly place: PlaceCode
  readonly title: string | null
  readonly said: Values | null
  readonly door: Door | null
  readonly person: Id | null
  readonly dwelling: Id | null
  readonly isLive: boolean
}

// What a request is about in a few words: the thing, the door, or what was said first.
function wordsOfAsked({ fields }: Kind, { number, title, said, door }: AskedRow): string {
  const first = Object.entries(fields).find(([name, { type }]) => (type === 'text' || type === 'words') && said?.[name])?.[0]
  const about = title ?? (door ? doorText(door) : String(first === undefined ? '' : said?.[first]))
  return [number, about.slice(0, 30)].filter(Boolean).join(' ')
}

async function listAskedRows(db: Db, kind: Kind, which: RawBuilder<unknown>, most: number): Promise<Pointed[]> {
  const { rows } =
    await sql<AskedRow>`select r.id, r.number, r.about as place, t.title, o.said, ${doorIn(db)} as door, r.person, r.dwelling,
      r.ended_on is null as "isLive"
    from kind_request r
      left join kind_thing t on t.county = ${countyOf(db)} and t.id = r.thing
      left join kind_request_said o on o.county = ${countyOf(db)} and o.request = r.id and o.audience = 'office'
      left join dwelling d on d.county = ${countyOf(db)} and d.id = r.dwelling ${doorJoins(db)}
    where r.county = ${countyOf(db)} and r.kind = ${kind.name} and ${which} order by r.at desc, r.id limit ${most}`.execute(db)
  return rows.map((row) => ({
    ...{ id: row.id, words: wordsOfAsked(kind, row), place: row.place, isLive: row.isLive },
    about: row.person ?? row.dwelling,
  }))
}

interface PaperRow {
  readonly id: Id
  readonly place: PlaceCode
  readonly title: string
  readonly standing: Paper
  readonly isLive: boolean
}

async function listPaperRows(db: Db, kind: Kind, which: RawBuilder<unknown>, most: number): Promise<Pointed[]> {
  const { rows } = await sql<PaperRow>`select d.id, d.community as place, d.title, d.standing, d.ended_on is null as "isLive"
    from kind_document d where d.county = ${countyOf(db)} and d.kind = ${kind.name} and ${which}
    order by d.title, d.id limit ${most}`.execute(db)
  return rows.map(({ title, standing, ...row }) => {
    const number = (inForceOf(standing) ?? newestOf(standing))?.issued?.number
    return { ...row, words: [number, title].filter(Boolean).join(' ') }
  })
}

/** Requests or papers of a kind by id. */
export async function findRecords(db: Db, kind: Kind, ids: readonly Id[]): Promise<Pointed[]> {
  if (kind.mechanism === 'request') return listAskedRows(db, kind, among(ids, sql`r.id`), ids.length)
  return kind.mechanism === 'document' ? listPaperRows(db, kind, among(ids, sql`d.id`), ids.length) : []
}

/** Open requests, newest first, or papers that are not withdrawn, which a record of a place may point at; of the newest so many. */
export async function listRecordsToChoose(db: Db, kind: Kind, place: PlaceCode, most: number): Promise<Pointed[]> {
  if (kind.mechanism === 'request')
    return listAskedRows(db, kind, sql`${isRelated(db, place, sql`r.community`)} and r.ended_on is null`, most)
  if (kind.mechanism !== 'document') return []
  return listPaperRows(db, kind, sql`${isRelated(db, place, sql`d.community`)} and d.ended_on is null`, most)
}
