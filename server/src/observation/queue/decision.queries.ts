import type { ArrivalProposal } from '@wangdi/domain/observation/queue/queue.ts'
import type { CommunityCode, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { voidCode } from '../notice/office.queries.ts'

/** A decision about an arrival as it is written down; `observation` where a stay was ordered. */
export interface NewDecision {
  readonly id: Id
  readonly community: CommunityCode
  readonly arrival: Id
  readonly observation: Id | null
  readonly proposal: Pick<ArrivalProposal, 'kind' | 'day_zero' | 'phases' | 'last_day'>
  readonly reason: string
  readonly decided_by: Id
  readonly decided_at: Date
}

/** Writes decisions down. Throws where one of the arrivals is decided already: whoever decides locks the arrivals and looks first. */
export async function saveDecisions(db: Db, decisions: readonly NewDecision[]): Promise<void> {
  if (decisions.length === 0) return
  await db
    .insertInto('arrival_decision')
    .values(
      decisions.map(({ proposal, ...decision }) => ({
        county: countyOf(db),
        ...decision,
        outcome: decision.observation === null ? 'registered' : 'ordered',
        proposal: JSON.stringify(proposal),
      })),
    )
    .execute()
}

/** The decision about an arrival that stands, with its order; the arrival is locked until the transaction ends. */
export async function lockDecision(db: Db, arrival: Id) {
  await sql`select id from arrival where county = ${countyOf(db)} and id = ${arrival} for update`.execute(db)
  const { rows } = await sql<{
    id: Id
    observation: Id | null
    code: string | null
    number: string | null
    by: string
    at: Date
  }>`
    select n.id, n.observation, o.code, o.number, coalesce(y.name, '') as by, n.decided_at as at
    from arrival_decision n left join observation o on o.county = ${countyOf(db)} and o.id = n.observation
      left join account y on y.id = n.decided_by
    where n.county = ${countyOf(db)} and n.arrival = ${arrival} and n.withdrawn_at is null`.execute(db)
  return rows[0]
}

/** Takes back the decisions that stand behind an order, or this very one. */
export const withdrawDecisions = (
  db: Db,
  which: { observation: Id } | { id: Id },
  { by, at, why }: { by: Id; at: Date; why: string },
) =>
  db
    .updateTable('arrival_decision')
    .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_why: why })
    .where('county', '=', countyOf(db))
    .where('withdrawn_at', 'is', null)
    .where((where) => ('id' in which ? where('id', '=', which.id) : where('observation', '=', which.observation)))
    .execute()

/** An order was given in error: its notice is void, and its arrival waits again. */
export async function undoOrder(
  db: Db,
  order: { readonly observation: Id; readonly code: string | null },
  act: { readonly by: Id; readonly at: Date; readonly why: string },
): Promise<void> {
  if (order.code !== null) await voidCode(db, countyOf(db), order.code, act.at)
  await withdrawDecisions(db, { observation: order.observation }, act)
}
