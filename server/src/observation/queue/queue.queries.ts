import type { HomeItems } from '@wangdi/domain/observation/observation.ts'
import type { QueueRow } from '@wangdi/domain/observation/queue/queue.ts'
import type { Arrival } from '@wangdi/domain/people/arrival/arrival.ts'
import { arrivalDays } from '@wangdi/domain/people/arrival/arrival.rules.ts'
import { addDays } from '@wangdi/domain/day.ts'
import type { KeyGroup } from '@wangdi/domain/people/key-group.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { CommunityCode, Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { coversArrival, doorOfArrival } from '../../people/index.ts'
import { doorIn, doorJoins } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'

/** Which arrivals are asked for: of a place, of these days; these very ones; those of whom a condition on the person `p` holds. */
export interface QueueFilter {
  readonly place: PlaceCode
  readonly today: Day
  readonly ids?: readonly Id[] | undefined
}

/** An arrival with all that its standing and its proposal follow from. */
export interface KeptArrival
  extends Pick<
    Arrival,
    | 'state'
    | 'origin'
    | 'origin_place'
    | 'origin_kind'
    | 'origin_confirmed_by'
    | 'arrived_on'
    | 'left_origin_on'
    | 'match'
    | 'version'
    | 'point_to_point'
    | 'health_proof'
  > {
  readonly arrival: Id
  readonly person: Id
  readonly name: string
  readonly sex: QueueRow['sex']
  readonly born: Day | null
  readonly phone_cipher: string | null
  readonly community: CommunityCode
  readonly dwelling: Id | null
  readonly door: Door | null
  readonly checked_at: Date | null
  readonly recorded_at: Date
  readonly recorded_by: string
  readonly unanswered: number
  readonly sent_back: { why: string; by: string; at: string } | null
  readonly in_doubt: boolean
  readonly running: boolean
  readonly home: HomeItems | null
  readonly marks: KeyGroup[]
  readonly decision: (Omit<NonNullable<QueueRow['decision']>, 'at'> & { at: string }) | null
}

/** The arrivals of a place and of the days in which they are listed, but for those who did not come; `lock` holds them until the end. */
export async function listQueue(db: Db, { place, today, ids }: QueueFilter): Promise<KeptArrival[]> {
  const county = countyOf(db)
  const some = ids ? sql`and a.id = any(${[...ids]}::uuid[])` : sql``
  const stillRuns = (o: string) => sql`${sql.ref(`${o}.last_day`)} >= ${today}
    and not exists (select from observation_end e where e.county = ${county} and e.observation = ${sql.ref(`${o}.id`)})`
  const { rows } = await sql<KeptArrival>`
    select a.id as arrival, a.person, p.name, p.sex, p.born, p.phone_cipher, a.community, ${doorOfArrival} as dwelling, ${doorIn(db)} as door,
      a.state, a.origin, a.origin_place, a.origin_kind, c.name as origin_confirmed_by, a.origin_confirmed_at as checked_at,
      a.arrived_on, a.left_origin_on, a.match, a.version, a.point_to_point, a.health_proof, a.recorded_at, coalesce(w.name, '') as recorded_by,
      a.unanswered,
      case when a.sent_back_at is not null then json_build_object('why', a.sent_back_why, 'by', coalesce(k.name, ''), 'at', a.sent_back_at) end as sent_back,
      p.document_doubted or exists (select from person_pile q where q.county = ${county} and q.kind = 'look-alike' and q.settled is null
        and (q.person = p.id or q.other = p.id)) as in_doubt,
      exists (select from observation o where o.county = ${county} and o.person = a.person and ${stillRuns('o')}) as running,
      (select h.items from home_assessment h where h.county = ${county} and h.person = a.person
        order by h.recorded_at desc, h.id desc limit 1) as home,
      array(select m.kind from person_mark m where m.county = ${county} and m.person = a.person and m.ended_on is null) as marks,
      ${decisionOf(db)} as decision
    from arrival a join person p on p.county = ${county} and p.id = a.person
      left join account c on c.id = a.origin_confirmed_by
      left join account w on w.id = a.recorded_by
      left join account k on k.id = a.sent_back_by
      left join dwelling d on d.county = ${county} and d.id = ${doorOfArrival}
      ${doorJoins(db)}
    where a.county = ${county} and starts_with(a.community, ${place}) and a.state <> 'not-come'
      and a.arrived_on between ${addDays(today, -arrivalDays)} and ${addDays(today, arrivalDays)} ${some}
    order by a.community, e.ordinal nulls last, b.ordinal nulls last, d.ordinal nulls last, p.initials, a.id`.execute(db)
  return rows
}

// What was decided about an arrival; where nobody wrote a decision about it, the order that covers it, so that it is decided here
// exactly where the plan says so.
const decisionOf = (db: Db): RawBuilder<unknown> => sql`coalesce((
  select json_build_object('id', n.id, 'outcome', n.outcome, 'observation', n.observation, 'number', o.number, 'reason', n.reason,
    'by', coalesce(y.name, ''), 'at', n.decided_at, 'alone', false,
    'delivered', exists (select from notice_delivery v where v.county = ${countyOf(db)} and v.observation = n.observation))
  from arrival_decision n left join observation o on o.county = ${countyOf(db)} and o.id = n.observation
    left join account y on y.id = n.decided_by
  where n.county = ${countyOf(db)} and n.arrival = a.id and n.withdrawn_at is null), (
  select json_build_object('id', o.id, 'outcome', 'ordered', 'observation', o.id, 'number', o.number, 'reason', o.reason,
    'by', coalesce(y.name, ''), 'at', o.decided_at, 'alone', true,
    'delivered', exists (select from notice_delivery v where v.county = ${countyOf(db)} and v.observation = o.id))
  from observation o left join account y on y.id = o.decided_by
  where o.county = ${countyOf(db)} and ${coversArrival(db)}
  order by o.decided_at desc, o.id desc limit 1))`

/** Those of these people of whom a condition holds, such as the one that a text finds. */
export async function listWhere(db: Db, people: readonly Id[], condition: RawBuilder<unknown>): Promise<Set<Id>> {
  const { rows } = await sql<{ id: Id }>`select p.id from person p where p.county = ${countyOf(db)}
    and p.id = any(${[...people]}::uuid[]) and ${condition}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
