import type { Act, ActKind, RequestRow } from '@wangdi/domain/requests/requests.ts'
import { type DoneAct, type Handled, standing } from '@wangdi/domain/requests/requests.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'
import { addToHead, findCountyOf, insertHead } from './head.queries.ts'

/** What a list says of a request: its head and what was done. */
export type ListedRequest = Omit<RequestRow, 'state' | 'due_on' | 'late' | 'result'> & Handled

/** A request as kept, its acts with it. */
export interface KeptRequest extends ListedRequest {
  readonly county: string
  readonly anonymous: boolean
  /** The places that read it beside the handling office and those above that. */
  readonly readers: PlaceCode[]
}

/** The acts of a request `r` of the county as `DoneAct[]`, in their order. */
export const actsOf = (county: string): RawBuilder<DoneAct[]> =>
  sql`coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'result', a.result, 'day', a.day) order by a.seen)
    from request_act a where a.county = ${county} and a.request = r.id), '[]')`

async function findOne(db: Db, county: string | undefined, where: RawBuilder<unknown>): Promise<KeptRequest | undefined> {
  if (!county) return undefined
  const { rows } =
    await sql<KeptRequest>`select r.county, r.id, r.number, r.kind, r.against, r.office, r.taken_at, r.way, r.details,
    r.anonymous, r.readers, r.day, ${actsOf(county)} as acts from request r where r.county = ${county} and ${where}`.execute(db)
  return rows[0]
}

/** One request that the actor's office may see; from above it is looked for in the county that its head names. */
export const findRequest = async (db: Db, id: Id): Promise<KeptRequest | undefined> =>
  findOne(db, countyOf(db) || (await findCountyOf(db, id)), sql`r.id = ${id}`)

/** One request of the county by its receipt number. */
export const findByNumber = (db: Db, number: string): Promise<KeptRequest | undefined> =>
  findOne(db, countyOf(db), sql`r.number = ${number}`)

/** Closes a request against a second act at the same moment; within the transaction. */
export const lockRequest = (db: Db, id: Id) => sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(db)

/** A request as lists show it on a day. */
export const requestRow = (
  { id, number, kind, against, office, taken_at, way, details, day, acts }: ListedRequest,
  today: Day,
) => ({
  ...{ id, number, kind, against, office, taken_at, way, details, day },
  ...standing(kind, acts, today),
})

/** The acts of a request in their order, each with its words where this office reads them. */
export async function listActs(db: Db, { county, id }: Pick<KeptRequest, 'county' | 'id'>): Promise<Act[]> {
  const { rows } = await sql<
    Omit<Act, 'at'> & { at: Date }
  >`select a.id, a.kind, a.result, a.at, coalesce(c.name, '') as by, w.words
    from request_act a left join account c on c.id = a.by_account
    left join request_words w on w.county = ${county} and w.act = a.id
    where a.county = ${county} and a.request = ${id} order by a.seen`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Who asks, where this office may know it. */
export const findRequester = (db: Db, { county, id }: Pick<KeptRequest, 'county' | 'id'>) =>
  db
    .selectFrom('requester')
    .select(['name', 'phone_cipher', 'relation', 'shown', 'person'])
    .where('county', '=', county)
    .where('request', '=', id)
    .executeTakeFirst()

/** Keeps a new request, its head for the offices above as well. */
export async function insertRequest(db: Db, row: Omit<KeptRequest, 'acts'> & { at: Date; by_account: Id }): Promise<void> {
  const { details, ...head } = row
  await db
    .insertInto('request')
    .values({ ...head, details: JSON.stringify(details) })
    .execute()
  await insertHead(db, row)
}

/** Keeps who asks. */
export const insertRequester = (
  db: Db,
  row: {
    county: string
    request: Id
    office: PlaceCode
    name: string
    phone_cipher: string | null
    phone_hash: string | null
    phone_tail_hash: string | null
    relation: string
    shown: string
    person: Id | null
  },
): Promise<unknown> => db.insertInto('requester').values(row).execute()

/**
 * Adds an act with its words for the offices that may read them. The place it is about reads the request from the first words on
 * that are put to it.
 */
export async function insertAct(
  db: Db,
  request: Pick<KeptRequest, 'county' | 'id' | 'kind' | 'against' | 'office' | 'readers' | 'acts'>,
  act: { id: Id; kind: ActKind; result: string | null; place: PlaceCode; by_account: Id; day: Day; at: Date },
  words: string,
  offices: readonly PlaceCode[],
): Promise<void> {
  const { county, id, against, office, readers } = request
  const isPut = words !== '' && offices.some((reader) => reader.startsWith(against)) && !readers.includes(against)
  const all = isPut ? [...readers, against] : readers
  if (isPut) {
    await db.updateTable('request').set({ readers: all }).where('county', '=', county).where('id', '=', id).execute()
    await db.updateTable('request_act').set({ readers: all }).where('county', '=', county).where('request', '=', id).execute()
  }
  await db
    .insertInto('request_act')
    .values({ ...act, county, request: id, office, readers: all })
    .execute()
  if (act.kind !== 'taken') await addToHead(db, request, act)
  if (words === '') return
  const row = { county, act: act.id, request: id, offices: [...offices], words }
  await db.insertInto('request_words').values(row).execute()
}

/** When a resident of the county was born; undefined where there is no such resident. */
export const findBorn = (db: Db, person: Id): Promise<{ born: Day | null } | undefined> =>
  db.selectFrom('person').select('born').where('county', '=', countyOf(db)).where('id', '=', person).executeTakeFirst()
