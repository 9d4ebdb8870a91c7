import type { ActKind, CaseAct, ToldAs } from '@wangdi/domain/plan/over-control/over-control.ts'
import type { DatedPhase } from '@wangdi/domain/observation/observation.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Term } from '@wangdi/policy/engine/answer.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

/** How many records of one source a board looks at; the oldest first, so that none waits unseen for ever. */
const most = 5000

/** A restriction as somebody told of it. */
export interface ToldRow {
  id: Id
  place: PlaceCode
  kind: string
  person: string | null
  certificate: string | null
  scope: string
  told_as: ToldAs
  since: Day
  until: Day | null
  spot: string
  order_number: string
  exceptions: boolean | null
  services: boolean | null
  reason: string
  authority: string
  at: Date
}

/** Keeps a restriction that somebody told of. */
export const insertTold = (db: Db, row: ToldRow & { by_account: Id }): Promise<unknown> =>
  db.insertInto('told_control').values(row).execute()

/** Restrictions told of a place and all below it that had not ended by a day. */
export async function listTold(db: Db, place: PlaceCode, day: Day): Promise<ToldRow[]> {
  const { rows } =
    await sql<ToldRow>`select id, place, kind, person, certificate, scope, told_as, since, until, spot, order_number,
      exceptions, services, reason, authority, at from told_control
    where starts_with(place, ${place}) and (until is null or until >= ${day}) order by at limit ${most}`.execute(db)
  return rows
}

/** What stands in orders beside the restriction itself: who issued it, which parts it has, why it goes beyond the plan. */
export async function listOrderWords(db: Db, orders: readonly Id[]) {
  const { rows } = await sql<{
    id: Id
    label: string
    from: Day
    title: string
    exceptions: boolean
    services: boolean
    beyond: { reason: string; authority: string; number: string } | null
    at: Date
  }>`select id, label, valid_from as "from", issuer || ' ' || number as title, cardinality(exceptions) > 0 as exceptions,
      service_plan is not null as services, beyond, published_at as at
    from control_order where id in (${sql.join(orders)})`.execute(db)
  return rows
}

/** For how many days after the last refusal a demand for a certificate counts as still made. */
const demandDays = 30

/** Certificates that were asked for and refused of late, one line for each body, certificate and community. */
export async function listRefused(db: Db, place: PlaceCode, day: Day) {
  const { rows } = await sql<{ id: Id; place: PlaceCode; certificate: string; asked_by: string; from: Day; at: Date }>`
    select (array_agg(id order by at, id))[1] as id, place, certificate, asked_by, min(at) as at,
      (min(at) at time zone 'Asia/Shanghai')::date as "from"
    from certificate_refusal where starts_with(place, ${place}) and (at at time zone 'Asia/Shanghai')::date <= ${day}
    group by place, certificate, asked_by
    having max((at at time zone 'Asia/Shanghai')::date) > ${day}::date - ${demandDays}::int order by min(at) limit ${most}`.execute(
    db,
  )
  return rows
}

/** Communities where the stricter package was chosen and still counts on a day. */
export async function listStricter(db: Db, place: PlaceCode, day: Day) {
  const { rows } = await sql<{ id: Id; place: PlaceCode; from: Day; reason: string; at: Date }>`
    select * from (select distinct on (l.place) l.id, l.place, l.valid_from as "from", l.reason, l.at, l.stricter
      from confirmed_level l where starts_with(l.place, ${place}) and l.fact = 'tier.choice' and l.valid_from <= ${day}
      order by l.place, l.valid_from desc, l.at desc) newest where stricter order by at limit ${most}`.execute(db)
  return rows
}

/** Running stays that were not ordered as the rule proposed, as groups without a person: kind, day and phases. */
export async function listOrderedStays(db: Db, place: PlaceCode, day: Day) {
  const { rows } = await sql<{
    community: PlaceCode
    kind: string
    day_zero: Day
    phases: DatedPhase[]
    term: Term
    at: Date
    people: number
  }>`select o.community, o.kind, o.day_zero, o.phases, o.proposal -> 'term' as term, min(o.decided_at) as at, count(*)::int as people
    from observation o where o.county = ${countyOf(db)} and starts_with(o.community, ${place}) and not o.as_proposed and o.last_day >= ${day}
      and o.proposal ? 'term'
      and not exists (select from observation_end e where e.county = ${countyOf(db)} and e.observation = o.id)
    group by o.community, o.kind, o.day_zero, o.phases, o.proposal -> 'term' order by at limit ${most}`.execute(db)
  return rows
}

/** An act with the case it is about and what was found then. */
export interface KeptAct extends CaseAct {
  readonly subject: string
  readonly place: PlaceCode
  readonly findings: string[]
  readonly restriction: string | null
  readonly known_at: Instant
}

/** The acts about a place and all below it, case by case in their order; names only within a county. */
export async function listActs(db: Db, place: PlaceCode): Promise<KeptAct[]> {
  const { rows } = await sql<
    Omit<KeptAct, 'at' | 'known_at'> & { at: Date; known_at: Date }
  >`select a.id, a.subject, a.place, a.kind,
      a.office, a.findings, a.restriction, a.words, a.period_from, a.period_until, a.due_on, a.stopped_on, a.authority, a.number,
      a.known_at, a.at, case when ${countyOf(db)} = '' then '' else coalesce(c.name, '') end as by
    from over_control_act a left join account c on c.id = a.by_account where starts_with(a.place, ${place})
    order by a.seen limit ${most * 4}`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), known_at: row.known_at.toISOString() }))
}

/** Keeps an act. */
export const insertAct = (
  db: Db,
  act: {
    id: Id
    place: PlaceCode
    subject: string
    kind: ActKind
    office: PlaceCode
    findings: string[]
    restriction: string | null
    words: string
    period_from: Day | null
    period_until: Day | null
    due_on: Day | null
    stopped_on: Day | null
    authority: string
    number: string
    known_at: Date
    by_account: Id
    at: Date
  },
): Promise<unknown> => db.insertInto('over_control_act').values(act).execute()

/** Closes a case against a second act at the same moment; within the transaction. */
export const lockCase = (db: Db, subject: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 1))`.execute(db)
