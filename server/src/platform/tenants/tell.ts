import { countyOf } from '@wangdi/domain/place-code.ts'
import type { CommunityCode, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../db.ts'

/** The tables of whose rows phones are told; whoever makes, changes or removes a row of one tells of it in the same transaction. */
export const toldTables = [
  'dwelling',
  'person',
  'person_mark',
  'arrival',
  'health_fact',
  'colour_decision',
  'observation',
  'reading',
  'alert_answer',
  'observation_end',
  'round',
  'visit',
  'kind_request',
  'kind_thing',
  'kind_check',
  'kind_document',
  'kind_document_given',
] as const
export type ToldTable = (typeof toldTables)[number]

/** Whether phones are told of the rows of a table. */
export const isTold = (table: string): table is ToldTable => (toldTables as readonly string[]).includes(table)

/** A row as phones are told of it: its id, and each community that it is, or was until now, a row of. */
export interface News {
  readonly community: CommunityCode
  readonly id: Id
}

/**
 * Tells phones of rows of one county that the transaction made, changed or removed; twice is as once. Throws when the county
 * does not work here.
 */
export async function tell(db: Db, table: ToldTable, news: readonly News[]): Promise<void> {
  const [first] = news
  if (!first) return
  const county = countyOf(first.community)
  const communities = news.map(({ community }) => community)
  const ids = news.map(({ id }) => id)
  // `tenant` leads a cluster to the county's own server, whose count of transactions is the one that phones go by.
  const told = await sql`insert into change (county, community, xid, subject, id)
    select t.county, r.community, transaction_at(t.county), ${table}, r.id
    from tenant t, unnest(${communities}::text[], ${ids}::uuid[]) as r (community, id)
    where t.county = ${county} on conflict do nothing`.execute(db)
  if (told.numAffectedRows === 0n) await requireTenant(db, county)
}

/** The same for rows of one community. */
export const tellOf = (db: Db, table: ToldTable, community: CommunityCode, rows: readonly { readonly id: Id }[]): Promise<void> =>
  tell(
    db,
    table,
    rows.map(({ id }) => ({ community, id })),
  )

// Nothing new is right for rows told already; a county that nobody entered would swallow all news in silence.
async function requireTenant(db: Db, county: string): Promise<void> {
  const { rows } = await sql`select from tenant where county = ${county}`.execute(db)
  if (rows.length === 0) throw new Error(`no tenant ${county}: the county was never entered`)
}
