import type { Good } from '@wangdi/domain/requests/proposed/proposed.ts'
import type { Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

/** A decision as it is kept, with the name of whoever made it. */
export interface KeptDecision {
  readonly observation: Id
  readonly what: Good
  readonly outcome: 'taken' | 'not-needed'
  readonly errand: Id | null
  readonly note: string
  readonly by: string
  readonly at: Instant
}

/** Where a stay is kept and behind which door; undefined where none is in scope. */
export async function findStay(db: Db, id: Id): Promise<{ community: PlaceCode; dwelling: Id | null } | undefined> {
  const { rows } = await sql<{ community: PlaceCode; dwelling: Id | null }>`select o.community, o.dwelling from observation o
    where o.county = ${countyOf(db)} and o.id = ${id}`.execute(db)
  return rows[0]
}

/** What was decided about the errands of these orders. */
export async function listDecisions(db: Db, observations: readonly Id[]): Promise<KeptDecision[]> {
  const { rows } = await sql<Omit<KeptDecision, 'at'> & { at: Date }>`
    select d.observation, d.what, d.outcome, d.errand, d.note, coalesce(c.name, '') as by, d.at
    from errand_decision d left join account c on c.id = d.by_account
    where d.county = ${countyOf(db)} and d.observation = any (${sql.val([...observations])}::uuid[])`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Keeps a decision; false where one was made about the same before. */
export async function saveDecision(
  db: Db,
  decision: {
    readonly id: Id
    readonly community: string
    readonly observation: Id
    readonly what: Good
    readonly outcome: 'taken' | 'not-needed'
    readonly errand: Id | null
    readonly note: string
    readonly by_account: Id
    readonly at: Date
  },
): Promise<boolean> {
  const kept = await db
    .insertInto('errand_decision')
    .values({ ...decision, county: countyOf(db) })
    .onConflict((conflict) => conflict.columns(['county', 'observation', 'what']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}
