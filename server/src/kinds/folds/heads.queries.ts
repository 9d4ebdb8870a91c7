import type { Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

type Row = Readonly<Record<string, unknown>>

/** A head as it is stored, with the acts that it was folded from, both of one moment. */
export interface StoredHead extends Row {
  readonly id: Id
  readonly kind: string
  readonly community: PlaceCode
  readonly standing: Row
  readonly acts: readonly StoredAct[]
}

/** An act as it is stored; what was not said of it is null. */
export interface StoredAct extends Row {
  readonly id: Id
  readonly at: Instant
}

/** The tables of heads, each with the columns that its fold gives, its acts, and what their fold needs of them. */
const tables = {
  requests: {
    heads: 'kind_request',
    columns: 'state, waits_on, turn, due_at, desk, office, assignee, given_to, result, readers, ended_on',
    acts: 'kind_request_act',
    of: 'request',
    needs: 'place, whom, result, ground, due_at',
  },
  things: {
    heads: 'kind_thing',
    columns: 'title, state, own, dwelling, until_day, review_on, ended_on',
    acts: 'kind_thing_act',
    of: 'thing',
    needs: '"values", state, basis, day, until_day as until, signer',
  },
  documents: {
    heads: 'kind_document',
    columns: 'title, in_force, unready, until_day, review_on, due_from, ended_on',
    acts: 'kind_document_act',
    of: 'document',
    needs: 'place, version, "values", ground, issuer, number, code',
  },
} as const
export type HeadsOf = keyof typeof tables
export const headsOf = Object.keys(tables) as readonly HeadsOf[]

/** Heads of the county after one by their ids, so many of them, each with its acts as they stand at the same moment. */
export async function listHeads(db: Db, table: HeadsOf, after: Id | null, most: number): Promise<StoredHead[]> {
  const { heads, columns, acts, of, needs } = tables[table]
  const { rows } = await sql<StoredHead>`select h.id, h.kind, h.community, h.standing, ${sql.raw(columns)},
      coalesce((select json_agg(row_to_json(one)) from (select a.id, a.act, a.at, a.by_account as by, ${sql.raw(needs)}
        from ${sql.table(acts)} a where a.county = ${countyOf(db)} and a.${sql.ref(of)} = h.id) one), '[]') as acts
    from ${sql.table(heads)} h where h.county = ${countyOf(db)} and ${after === null ? sql`true` : sql`h.id > ${after}`}
    order by h.id limit ${most}`.execute(db)
  return rows
}

/** What is read above the county of documents of it, by their ids. */
export async function listHeadsAbove(db: Db, ids: readonly Id[]): Promise<Map<Id, Row>> {
  const { rows } = await sql<
    Row & { id: Id }
  >`select h.id, h.standing, h.title, h.in_force, h.unready, h.until_day, h.review_on, h.due_from
    from kind_document_head h where h.held_in = ${countyOf(db)} and h.id = any (${sql.val([...ids])}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}
