import { mostCounted } from '@wangdi/domain/kinds/counted.ts'
import type { DoneAct } from '@wangdi/domain/kinds/request/flow.ts'
import { type Folded, placesIn, turnOf } from '@wangdi/domain/kinds/request/standing.rules.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { doorIn, doorJoins } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'
import { tell } from '../../platform/tenants/tell.ts'
import { letIntoFiles } from '../file/file.queries.ts'

/** A request of any kind as it is kept, with the plate of its door and the name of whom it was given to. */
export interface Asked {
  readonly id: Id
  readonly kind: string
  readonly kind_version: number
  readonly number: string
  readonly at: Date
  readonly community: PlaceCode
  readonly about: PlaceCode
  readonly way: 'desk' | 'paper' | 'phone' | 'online'
  readonly urgency: string
  readonly dwelling: Id | null
  readonly person: Id | null
  readonly readers: readonly PlaceCode[]
  readonly health: boolean
  readonly standing: Folded
  readonly details: Values
  readonly door: Door | null
  readonly doer: string | null
}

/** How far a list is counted whose page is shown: to a thousand and one, and one beyond the page, so that there is a next one. */
export const upToCounted = (page: number, size: number): number => Math.max((page + 1) * size, mostCounted) + 1

/** Requests as `r` with their doors and doers, and by what lists order them; `heads` is the table of heads, or a statement in brackets that gives some of them. */
export const withDoors = (db: Db, heads: RawBuilder<unknown>): RawBuilder<Asked> =>
  sql<Asked>`select r.id, r.kind, r.kind_version, r.number, r.at, r.community, r.about, r.way, r.urgency, r.dwelling, r.person,
    r.readers, r.health, r.standing, r.details, r.due_at, r.ended_on, ${doorIn(db)} as door, c.name as doer
  from ${heads} r left join account c on c.id = r.assignee
    left join dwelling d on d.county = ${countyOf(db)} and d.id = r.dwelling ${doorJoins(db)}`

/** Some requests in an order, and what is counted beside them, in one statement; `within` is what both are taken out of. */
export async function readCounted<Counts>(
  db: Db,
  within: RawBuilder<unknown>,
  counts: RawBuilder<unknown>,
  { heads, inOrder }: { heads: RawBuilder<unknown>; inOrder: RawBuilder<unknown> },
): Promise<{ rows: Asked[]; counts: Counts }> {
  // Counts are told where no request is shown, too.
  const { rows } = await sql<Asked & { counts: Counts }>`with ${within}
    select shown.*, row_to_json(counted) as counts from (${counts}) counted left join (${withDoors(db, heads)}) shown on true
    order by ${inOrder}`.execute(db)
  return apart(rows)
}

/** What is counted beside a list, and its rows: none where the only row says no more than the counts. */
export function apart<Row extends { readonly id: Id }, Counts>(
  rows: readonly (Row & { readonly counts: Counts })[],
): { rows: Row[]; counts: Counts } {
  const [first] = rows
  if (!first) throw new Error('a list came without its counts')
  return { rows: rows.filter(({ id }: { id: Id | null }) => id !== null), counts: first.counts }
}

/** One request of a kind that the actor may see; undefined where there is none. */
export async function findAsked(db: Db, kind: string, id: Id): Promise<Asked | undefined> {
  const { rows } = await sql<Asked>`${withDoors(db, sql`kind_request`)}
    where r.county = ${countyOf(db)} and r.kind = ${kind} and r.id = ${id}`.execute(db)
  return rows[0]
}

/** Closes a request against a second act at the same moment; within the transaction. */
export const lockAsked = (db: Db, id: Id) => sql`select pg_advisory_xact_lock(hashtextextended(${id}, 102))`.execute(db)

/** A new request: what lists and judgements need of it. */
export interface NewAsked
  extends Pick<Asked, 'id' | 'kind' | 'kind_version' | 'number' | 'community' | 'about' | 'way' | 'urgency'> {
  readonly day: Day
  readonly at: Instant
  readonly dwelling: Id | null
  readonly person: Id | null
  readonly thing: Id | null
  readonly health: boolean
  readonly keep_days: number
  /** The function whose response it is destroyed after. */
  readonly ends_with: string | null
  readonly details: Values
  readonly by_account: Id
}

/** Where a request stands, as lists ask for it: in columns of its row beside the whole. */
export const askedColumns = (at: Folded) => ({
  state: at.state,
  waits_on: at.waits_on,
  turn: turnOf(at),
  due_at: at.due_at,
  office: at.office,
  assignee: at.assignee,
  given_to: at.given_to,
  result: at.result,
})

const columnsFrom = (at: Folded, community: PlaceCode) => ({
  ...askedColumns(at),
  standing: JSON.stringify(at),
  ended_on: null,
  readers: readersOf(at, community),
})

/** The places outside a community that take part in a request of it. */
export const readersOf = (at: Folded, community: PlaceCode): PlaceCode[] =>
  placesIn(at).filter((place) => !community.startsWith(place))

/** Keeps a new request as it stands after its first act. */
export async function insertAsked(db: Db, asked: NewAsked, at: Folded): Promise<void> {
  const { details, ...row } = asked
  await db
    .insertInto('kind_request')
    .values({
      ...row,
      county: countyOf(db),
      ...columnsFrom(at, row.community),
      desk: at.desk ?? '',
      details: JSON.stringify(details),
    })
    .execute()
  await tell(db, 'kind_request', [row])
}

/** Keeps where a request stands after an act of that day; those who newly take part in it read what was said and done before. */
export async function saveStanding(
  db: Db,
  { id, community, readers, standing }: Pick<Asked, 'id' | 'community' | 'readers' | 'standing'>,
  at: Folded,
  day: Day,
): Promise<void> {
  const columns = { ...columnsFrom(at, community), ended_on: at.ended ? day : null }
  const all = [...new Set([...readers, ...columns.readers])]
  const { numUpdatedRows } = await db
    .updateTable('kind_request')
    .set({ ...columns, readers: all })
    .where('county', '=', countyOf(db))
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error(`the request ${id} is not this actor's to change`)
  await tell(db, 'kind_request', [{ id, community }])
  if (all.length > readers.length) await letIntoFiles(db, id, { readers: all })
  if (at.given_to !== standing.given_to) await letIntoFiles(db, id, { given_to: at.given_to })
  if (all.length > readers.length)
    for (const table of ['kind_request_act', 'kind_request_said'] as const)
      await db.updateTable(table).set({ readers: all }).where('county', '=', countyOf(db)).where('request', '=', id).execute()
  if (at.given_to !== standing.given_to)
    await db
      .updateTable('kind_request_said')
      .set({ given_to: at.given_to })
      .where('county', '=', countyOf(db))
      .where('request', '=', id)
      .where('audience', '=', 'helper')
      .execute()
}

/** Keeps an act. Whoever sees only what was given to them adds it and reads none. */
export async function insertAct(
  db: Db,
  { id, kind, community, readers, health }: Pick<Asked, 'id' | 'kind' | 'community' | 'readers' | 'health'>,
  act: DoneAct,
  fields: Values,
  due: Words | null,
): Promise<void> {
  await db
    .insertInto('kind_request_act')
    .values({
      ...{ county: countyOf(db), id: act.id, request: id, community, readers: [...readers], health, kind },
      ...{ act: act.act, at: act.at, place: act.place, by_account: act.by, whom: JSON.stringify(act.whom ?? {}) },
      ...{ result: act.result ?? null, ground: act.ground ?? '', fields: JSON.stringify(fields) },
      ...{ due: due && JSON.stringify(due), due_at: act.due_at ?? null },
    })
    .execute()
}

/** An act as it is kept, with the name of who did it. */
export interface KeptAct extends DoneAct {
  readonly name: string
  readonly fields: Values
  readonly due: Words | null
}

/** The acts of a request in their order. */
export async function listActs(db: Db, request: Id): Promise<KeptAct[]> {
  const { rows } = await sql<
    Omit<KeptAct, 'at'> & { at: Date }
  >`select a.id, a.act, a.at, a.by_account as by, a.place, a.whom, a.result,
      a.ground, a.fields, a.due, coalesce(c.name, '') as name
    from kind_request_act a left join account c on c.id = a.by_account
    where a.county = ${countyOf(db)} and a.request = ${request} order by a.at, a.id`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Keeps what was said for one audience; the door stands in what helpers read. */
export async function insertSaid(
  db: Db,
  { id, kind, community }: Pick<NewAsked, 'id' | 'kind' | 'community'>,
  readers: readonly PlaceCode[],
  audience: 'helper' | 'office' | 'health',
  said: Values,
  door: string,
): Promise<void> {
  await db
    .insertInto('kind_request_said')
    .values({
      ...{ county: countyOf(db), id: newId(), request: id, community, readers: [...readers], kind, audience },
      ...{ door: audience === 'helper' ? door : '', said: JSON.stringify(said) },
    })
    .execute()
}

/** What was said in a request, as far as the actor may read it. */
export async function readSaid(db: Db, request: Id): Promise<Values> {
  const { rows } = await sql<{ said: Values }>`select s.said from kind_request_said s
    where s.county = ${countyOf(db)} and s.request = ${request}`.execute(db)
  return Object.assign({}, ...rows.map(({ said }) => said))
}

/** Keeps what the actor wrote with an act for themselves alone. */
export async function insertNote(
  db: Db,
  { id, request, writer }: { id: Id; request: Id; writer: Id },
  said: Values,
): Promise<void> {
  await db
    .insertInto('kind_request_note')
    .values({ county: countyOf(db), id, request, writer, said: JSON.stringify(said) })
    .execute()
}

/** What the actor wrote for themselves alone with the acts of a request, by act. */
export async function readNotes(db: Db, request: Id): Promise<Map<Id, Values>> {
  const { rows } = await sql<{ id: Id; said: Values }>`select n.id, n.said from kind_request_note n
    where n.county = ${countyOf(db)} and n.request = ${request}`.execute(db)
  return new Map(rows.map(({ id, said }) => [id, said]))
}
