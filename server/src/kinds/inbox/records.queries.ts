import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { mostOfPart } from './joined.ts'

/** Kinds of which something waits for an act: at the place itself, and those of which it waits below as well. */
export interface WaitingFor {
  readonly state: string
  readonly here: readonly string[]
  readonly below: readonly string[]
}

/** A thing or a document that waits, in which state, and its day where it is overdue. */
export interface WaitingRecord {
  readonly id: Id
  readonly kind: string
  readonly community: PlaceCode
  readonly title: string
  readonly at: Date
  readonly state: string
  readonly day: Day | null
}

const liesAt = (place: PlaceCode, { here, below }: WaitingFor): RawBuilder<unknown>[] => [
  ...(here.length > 0 ? [sql`t.community = ${place} and t.kind = any (${sql.val([...here])}::text[])`] : []),
  ...(below.length > 0
    ? [sql`t.community > ${place} and t.community < ${`${place}:`} and t.kind = any (${sql.val([...below])}::text[])`]
    : []),
]

const together = (arms: readonly RawBuilder<unknown>[]) =>
  sql<WaitingRecord>`select * from (${sql.join([...arms], sql` union all `)}) waits order by day nulls last, at, id limit ${mostOfPart}`

/** Things that wait to be signed or approved, but for what the actor said themselves, and those whose day is past. */
export async function listWaitingThings(
  db: Db,
  { place, account, today, waiting }: { place: PlaceCode; account: Id; today: Day; waiting: readonly WaitingFor[] },
): Promise<WaitingRecord[]> {
  const of = (state: string) =>
    state === 'live'
      ? sql`t.state = 'live' and least(t.until_day, t.review_on) <= ${today}`
      : state === 'waiting'
        ? sql`t.state = 'waiting' and t.standing ->> 'by' <> ${account}`
        : sql`t.state = ${state}`
  const arms = waiting.flatMap((one) =>
    liesAt(place, one).map(
      (lies) => sql`(select t.id, t.kind, t.community, t.title, t.at, t.state, least(t.until_day, t.review_on) as day
        from kind_thing t where t.county = ${countyOf(db)} and ${lies} and ${of(one.state)} limit ${mostOfPart})`,
    ),
  )
  return arms.length === 0 ? [] : (await together(arms).execute(db)).rows
}

/** Documents whose newest version waits for an act, but for what the actor wrote and another approves, and those whose day is past. */
export async function listWaitingPapers(
  db: Db,
  { place, account, today, waiting }: { place: PlaceCode; account: Id; today: Day; waiting: readonly WaitingFor[] },
): Promise<WaitingRecord[]> {
  const newest = sql`t.standing -> 'versions' -> -1`
  const unready = (state: string) => sql`t.unready and ${newest} ->> 'state' = ${state}`
  const of = (state: string) => {
    if (state === 'in-force') return sql`t.in_force is not null and least(t.until_day, t.review_on) <= ${today}`
    return state === 'waiting' ? sql`${unready(state)} and ${newest} ->> 'by' <> ${account}` : unready(state)
  }
  const arms = waiting.flatMap((one) =>
    liesAt(place, one).map(
      (lies) => sql`(select t.id, t.kind, t.community, t.title, t.at, ${one.state} as state,
          case when ${one.state} = 'in-force' then least(t.until_day, t.review_on) end as day
        from kind_document t where t.county = ${countyOf(db)} and ${lies} and ${of(one.state)} limit ${mostOfPart})`,
    ),
  )
  return arms.length === 0 ? [] : (await together(arms).execute(db)).rows
}
