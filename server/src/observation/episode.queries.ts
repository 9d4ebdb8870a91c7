import { ageOn } from '@wangdi/domain/day.ts'
import type { CheckRule, DatedPhase, Episode, PersonKind } from '@wangdi/domain/observation/observation.ts'
import { type DoorText, doorText } from '@wangdi/domain/places/door-plate.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Subject } from '@wangdi/policy/vocabulary.ts'
import { type RawBuilder, sql } from 'kysely'
import { doorIn, doorJoins } from '../places/index.ts'
import { countyOf, type Db } from '../platform/db.ts'
import { isUnanswered } from './abnormal.queries.ts'
import { waitsForCall, waitsForHandover } from './release/after.queries.ts'
import { waitsForRelease } from './release/release.queries.ts'
import { doorOfStay, inGrids } from './who.queries.ts'

/** A stay with the person, the door and what is counted from its records. */
export interface KeptEpisode {
  readonly episode: Episode
  /** What the order is about; null of orders that were kept before orders said it. */
  readonly subject: Subject | null
  readonly name: string
  readonly age: number | null
  readonly door: DoorText
  readonly alerts: number
  readonly delivered: boolean
}

/** What somebody may wait for once the term is over: the release, its notice, a call of today. */
type AfterTerm = 'release' | 'handover' | 'calls'

const waits: Record<AfterTerm, (db: Db, today: Day) => RawBuilder<unknown>> = {
  release: waitsForRelease,
  handover: waitsForHandover,
  calls: waitsForCall,
}

/** Which stays are asked for; every part narrows. */
export interface EpisodeFilter {
  readonly place: PlaceCode
  readonly state?: 'ordered' | 'running' | 'ended' | undefined
  readonly grid?: Id | undefined
  /** Only dwellings of this account's grids: the reach of a grid worker. */
  readonly gridsOf?: Id | undefined
  readonly dwelling?: Id | undefined
  readonly person?: Id | undefined
  readonly ids?: readonly Id[] | undefined
  /** Only those whose release waits for a decision or a hand-over, or after it a call of today. */
  readonly waitsFor?: AfterTerm | undefined
}

interface Row {
  id: string
  person: string
  community: string
  dwelling: string | null
  kind: PersonKind
  subject: Subject | null
  number: string
  issuer: string
  decided_at: Date
  day_zero: Day
  last_day: Day
  phases: DatedPhase[]
  rule: CheckRule
  ended_at: Date | null
  name: string
  born: Day | null
  door: Door | null
  alerts: number
  delivered: boolean
  total: number
}

const isEnded = (today: Day) => sql`(x.at is not null or o.last_day < ${today})`

function conditions(db: Db, filter: EpisodeFilter, today: Day): RawBuilder<unknown>[] {
  const all = [sql`o.county = ${countyOf(db)}`]
  if (filter.place.length === 12) all.push(sql`o.community = ${filter.place}`)
  else all.push(sql`starts_with(o.community, ${filter.place})`)
  if (filter.ids) all.push(filter.ids.length === 0 ? sql`false` : sql`o.id in (${sql.join(filter.ids)})`)
  if (filter.person) all.push(sql`o.person = ${filter.person}`)
  if (filter.dwelling) all.push(sql`${doorOfStay} = ${filter.dwelling}`)
  if (filter.grid) all.push(inGrids(db, doorOfStay, { grid: filter.grid }, today))
  if (filter.gridsOf) all.push(inGrids(db, doorOfStay, { account: filter.gridsOf }, today))
  if (filter.waitsFor) all.push(waits[filter.waitsFor](db, today))
  const begins = sql`o.phases -> 0 ->> 'from'`
  if (filter.state === 'ended') all.push(isEnded(today))
  if (filter.state === 'running') all.push(sql`not ${isEnded(today)} and ${begins} <= ${today}`)
  if (filter.state === 'ordered') all.push(sql`not ${isEnded(today)} and ${begins} > ${today}`)
  return all
}

/** One page of stays, running ones first, by door; with the count of all. */
export async function listEpisodes(
  db: Db,
  filter: EpisodeFilter,
  today: Day,
  { page, size }: { page: number; size: number },
): Promise<{ rows: KeptEpisode[]; total: number }> {
  const { rows } = await sql<Row>`
    with found as materialized (
      select o.*, x.at as ended_at, ${doorOfStay} as stays_at, ${doorIn(db)} as door,
        count(*) over ()::int as total, row_number() over (order by ${isEnded(today)}, e.ordinal nulls last, b.ordinal nulls last, d.ordinal, o.id) as nth
      from observation o join person p on p.county = ${countyOf(db)} and p.id = o.person
        left join observation_end x on x.county = ${countyOf(db)} and x.observation = o.id
        left join dwelling d on d.county = ${countyOf(db)} and d.id = ${doorOfStay}
        ${doorJoins(db)}
      where ${sql.join(conditions(db, filter, today), sql` and `)}
      order by nth limit ${size} offset ${page * size}
    )
    select o.id, o.person, o.community, o.stays_at as dwelling, o.kind, o.proposal ->> 'subject' as subject, o.number, o.issuer, o.decided_at, o.day_zero, o.last_day,
      o.phases, o.rule, o.ended_at, p.name, p.born, o.door, o.total,
      (select count(*)::int from reading r where r.county = ${countyOf(db)} and r.observation = o.id and ${isUnanswered(db)}) as alerts,
      exists (select from notice_delivery n where n.county = ${countyOf(db)} and n.observation = o.id) as delivered
    from found o join person p on p.county = ${countyOf(db)} and p.id = o.person
    order by o.nth`.execute(db)
  return { rows: rows.map((row) => keptOf(row, today)), total: rows[0]?.total ?? 0 }
}

function keptOf(row: Row, today: Day): KeptEpisode {
  const { id, person, community, dwelling, kind, number, issuer, day_zero, last_day, phases, rule } = row
  return {
    episode: {
      ...{ id, person, community, dwelling, kind, number, issuer, day_zero, last_day, phases, rule },
      decided_at: row.decided_at.toISOString(),
      ended_at: row.ended_at?.toISOString() ?? null,
    },
    subject: row.subject,
    name: row.name,
    age: row.born === null ? null : ageOn(row.born, today),
    door: doorText(row.door),
    alerts: row.alerts,
    delivered: row.delivered,
  }
}

/** How many stays that match wait for what follows their term, by what it is, and which people that is; counted in one statement. */
export async function countWaiting(
  db: Db,
  filter: Omit<EpisodeFilter, 'state' | 'waitsFor'>,
  today: Day,
): Promise<Record<AfterTerm, number> & { people: Id[] }> {
  const any = sql`w.release or w.handover or w.calls`
  const { rows } = await sql<Record<AfterTerm, number> & { people: Id[] }>`
    select count(*) filter (where w.release)::int as release, count(*) filter (where w.handover)::int as handover,
      count(*) filter (where w.calls)::int as calls, coalesce(array_agg(distinct w.person) filter (where ${any}), '{}') as people
    from (select o.person, ${waits.release(db, today)} as release, ${waits.handover(db, today)} as handover, ${waits.calls(db, today)} as calls
      from observation o join person p on p.county = ${countyOf(db)} and p.id = o.person
        left join observation_end x on x.county = ${countyOf(db)} and x.observation = o.id
      where ${sql.join(conditions(db, filter, today), sql` and `)}) w`.execute(db)
  return rows[0] ?? { release: 0, handover: 0, calls: 0, people: [] }
}

/** What of a running stay its work today follows from. */
export interface RunningStay {
  readonly id: Id
  readonly person: Id
  readonly phases: DatedPhase[]
  readonly last_day: Day
  readonly decided_at: Date
  readonly rule: CheckRule
  readonly has_alert: boolean
  readonly delivered: boolean
}

/** All running stays that match, by door, with no more than their work of today needs: the ground of the counts. */
export async function listRunningStays(db: Db, filter: Omit<EpisodeFilter, 'state'>, today: Day): Promise<RunningStay[]> {
  const { rows } = await sql<RunningStay>`
    select o.id, o.person, o.phases, o.last_day, o.decided_at, o.rule,
      exists (select from reading r where r.county = ${countyOf(db)} and r.observation = o.id and ${isUnanswered(db)}) as has_alert,
      exists (select from notice_delivery n where n.county = ${countyOf(db)} and n.observation = o.id) as delivered
    from observation o join person p on p.county = ${countyOf(db)} and p.id = o.person
      left join observation_end x on x.county = ${countyOf(db)} and x.observation = o.id
      left join dwelling d on d.county = ${countyOf(db)} and d.id = ${doorOfStay}
      ${doorJoins(db)}
    where ${sql.join(conditions(db, { ...filter, state: 'running' }, today), sql` and `)}
    order by e.ordinal nulls last, b.ordinal nulls last, d.ordinal, o.id`.execute(db)
  return rows
}

/** One stay within the scope. */
export async function findEpisode(db: Db, id: Id, today: Day): Promise<KeptEpisode | undefined> {
  const { rows } = await listEpisodes(db, { place: '', ids: [id] }, today, { page: 0, size: 1 })
  return rows[0]
}

/** The rest of an order's record: what its page shows beside the stay. */
export const findOrder = async (db: Db, id: Id) =>
  (
    await sql<{
      basis: string
      reason: string
      as_proposed: boolean
      proposal: unknown
      notice: { finding: string; measure: string; rights: string; contact: string }
      traced_at: Date | null
      traced_by: string | null
      decided_by: string
      end: { at: string; reason: string; note: string; by: string } | null
    }>`
    select o.basis, o.reason, o.as_proposed, o.proposal, o.notice, o.traced_at, o.traced_by, coalesce(c.name, '') as decided_by,
      case when x.at is not null then jsonb_build_object('at', x.at, 'reason', x.reason, 'note', x.note, 'by', coalesce(y.name, '')) end as end
    from observation o left join account c on c.id = o.decided_by
      left join observation_end x on x.county = ${countyOf(db)} and x.observation = o.id left join account y on y.id = x.by_account
    where o.county = ${countyOf(db)} and o.id = ${id}`.execute(db)
  ).rows[0]

/** Stays of a person that have not ended. */
export const listRunning = async (db: Db, person: Id, today: Day): Promise<Id[]> =>
  (
    await sql<{
      id: string
    }>`select o.id from observation o where o.county = ${countyOf(db)} and o.person = ${person} and o.last_day >= ${today}
      and not exists (select from observation_end e where e.county = ${countyOf(db)} and e.observation = o.id)`.execute(db)
  ).rows.map(({ id }) => id)

/** Whether an order of this number was written for this person. */
export const isNumberTaken = async (db: Db, issuer: string, number: string, person: Id): Promise<boolean> =>
  (
    await sql`select 1 from observation where county = ${countyOf(db)} and issuer = ${issuer} and number = ${number} and person = ${person}`.execute(
      db,
    )
  ).rows.length > 0
