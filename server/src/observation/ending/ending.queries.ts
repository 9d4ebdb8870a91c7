import type { LeftRow } from '@wangdi/domain/observation/ending/ending.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { CommunityCode, Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { doorIn, doorJoins } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'
import { doorOfStay } from '../who.queries.ts'

/** When a response ends, or would: the first day and moment that it does not cover, where it reached, and where another goes on. */
export interface Ending {
  readonly response: Id
  readonly day: Day
  readonly moment: Instant
  readonly areas: readonly PlaceCode[]
  readonly held: readonly PlaceCode[]
}

interface Row extends Omit<LeftRow, 'door' | 'settled'> {
  door: Door | null
  settled: { how: 'released' | 'handed-on' | 'left'; note: string; by: string; at: string } | null
  total: number
  unsettled: number
}

/** Who is under observation at an ending, those not settled first, then by door; with the counts of all of them. */
export async function listLeftAt(
  db: Db,
  { response, day, moment, areas, held }: Ending,
  place: PlaceCode,
  { page, size, ids }: { page: number; size: number; ids?: readonly Id[] },
): Promise<{ rows: (LeftRow & { community: CommunityCode })[]; total: number; unsettled: number }> {
  const county = countyOf(db)
  const { rows } = await sql<Row>`
    with found as materialized (
      select o.id as observation, o.person, p.name, o.community, ${doorIn(db)} as door, o.phases -> -1 ->> 'where' as where, o.last_day, o.number,
        case when s.id is not null then json_build_object('how', 'released', 'note', s.number, 'by', coalesce(a.name, ''), 'at', s.decided_at)
          when h.id is not null then json_build_object('how', h.outcome, 'note', h.note, 'by', coalesce(k.name, ''), 'at', h.at) end as settled,
        e.ordinal as estate, b.ordinal as building, d.ordinal as nth
      from observation o join person p on p.county = ${county} and p.id = o.person
        left join observation_end x on x.county = ${county} and x.observation = o.id
        left join observation_release s on s.county = ${county} and s.observation = o.id and s.withdrawn_at is null
        left join account a on a.id = s.decided_by
        left join observation_handover h on h.county = ${county} and h.observation = o.id and h.response = ${response}
        left join account k on k.id = h.by_account
        left join dwelling d on d.county = ${county} and d.id = ${doorOfStay}
        ${doorJoins(db)}
      where o.county = ${county} and starts_with(o.community, ${place}) and o.last_day >= ${day} and o.decided_at < ${moment}
        and (x.at is null or x.at > ${moment})
        and exists (select from unnest(${[...areas]}::text[]) area where starts_with(o.community, area))
        and not exists (select from unnest(${[...held]}::text[]) area where starts_with(o.community, area))
        ${ids ? sql`and o.id = any(${[...ids]}::uuid[])` : sql``})
    select observation, person, name, community, door, "where", last_day, number, settled,
      count(*) over ()::int as total, (count(*) filter (where settled is null) over ())::int as unsettled
    from found order by settled is not null, community, estate nulls last, building nulls last, nth nulls last, observation
    limit ${size} offset ${page * size}`.execute(db)
  return {
    rows: rows.map(({ door, settled, total: _, unsettled: __, ...row }) => ({
      ...row,
      door: doorText(door),
      settled: settled && { ...settled, at: new Date(settled.at).toISOString() },
    })),
    total: rows[0]?.total ?? 0,
    unsettled: rows[0]?.unsettled ?? 0,
  }
}

/** Keeps what was decided of somebody; those whom another settled a moment before are not among the ids. */
export async function saveHandovers(
  db: Db,
  handovers: readonly {
    readonly id: Id
    readonly community: CommunityCode
    readonly observation: Id
    readonly response: Id
    readonly outcome: 'handed-on' | 'left'
    readonly note: string
    readonly by_account: Id
    readonly at: Date
  }[],
): Promise<ReadonlySet<Id>> {
  if (handovers.length === 0) return new Set()
  const made = await db
    .insertInto('observation_handover')
    .values(handovers.map((one) => ({ county: countyOf(db), ...one })))
    .onConflict((conflict) => conflict.columns(['county', 'response', 'observation']).doNothing())
    .returning('observation')
    .execute()
  return new Set(made.map(({ observation }) => observation))
}
