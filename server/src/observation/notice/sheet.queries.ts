import { addDays } from '@wangdi/domain/day.ts'
import type { DatedPhase, EndReason, Notice } from '@wangdi/domain/observation/observation.ts'
import type { Sheet } from '@wangdi/domain/observation/notice/sheet.ts'
import { arrivalDays } from '@wangdi/domain/people/arrival/arrival.rules.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { CommunityCode, Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { doorIn, doorJoins } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'
import { doorOfStay } from '../who.queries.ts'

/** A stay with all that its notices say, before numbers are opened and masked. */
export interface KeptSheet
  extends Pick<
    Sheet,
    'name' | 'sex' | 'number' | 'issuer' | 'code' | 'decided_by' | 'basis' | 'day_zero' | 'last_day' | 'delivered_on'
  > {
  readonly id: Id
  readonly person: Id
  readonly community: CommunityCode
  readonly dwelling: Id | null
  readonly born: Day | null
  readonly document_cipher: string | null
  readonly phone_cipher: string | null
  readonly door: Door | null
  readonly decided_at: Date
  readonly notice: Notice
  readonly phases: DatedPhase[]
  readonly end: { reason: Static<typeof EndReason>; on: Day } | null
  readonly with_them: number
}

/** The stays of a place that are named, in the order in which papers are handed out: by community, building and door. */
export async function listSheets(db: Db, place: PlaceCode, ids: readonly Id[], today: Day): Promise<KeptSheet[]> {
  const county = countyOf(db)
  const { rows } = await sql<KeptSheet>`
    select o.id, o.person, o.community, ${doorOfStay} as dwelling, ${doorIn(db)} as door, p.name, p.sex, p.born, p.document_cipher, p.phone_cipher,
      o.number, o.issuer, o.code, coalesce(c.name, '') as decided_by, o.decided_at, o.basis, o.notice, o.day_zero, o.phases, o.last_day,
      case when x.at is not null then json_build_object('reason', x.reason, 'on', (x.at at time zone 'Asia/Shanghai')::date) end as "end",
      (select min((v.at at time zone 'Asia/Shanghai')::date) from notice_delivery v where v.county = ${county} and v.observation = o.id) as delivered_on,
      (select count(*)::int from person q where q.county = ${county} and q.id <> o.person and q.left_on is null and (q.dwelling = ${doorOfStay}
        or q.id in (select a.person from arrival a where a.county = ${county} and a.dwelling = ${doorOfStay} and a.state = 'arrived'
          and a.arrived_on >= ${addDays(today, -arrivalDays)}))) as with_them
    from observation o join person p on p.county = ${county} and p.id = o.person
      left join account c on c.id = o.decided_by
      left join observation_end x on x.county = ${county} and x.observation = o.id
      left join dwelling d on d.county = ${county} and d.id = ${doorOfStay}
      ${doorJoins(db)}
    where o.county = ${county} and starts_with(o.community, ${place}) and o.id = any(${[...ids]}::uuid[])
    order by o.community, e.ordinal nulls last, b.ordinal nulls last, d.ordinal nulls last, p.initials, o.id`.execute(db)
  return rows
}

/** Who answers for a door on a day, a stand-in before the worker, by dwelling. */
export async function listDoorWorkers(db: Db, dwellings: readonly Id[], today: Day) {
  const { rows } = await sql<{ dwelling: Id; name: string; phone: string | null }>`
    select distinct on (g.dwelling) g.dwelling, a.name, a.phone_cipher as phone
    from dwelling_grid g join grid_duty y on y.county = ${countyOf(db)} and y.grid = g.grid join account a on a.id = y.account
    where g.county = ${countyOf(db)} and g.dwelling = any(${[...dwellings]}::uuid[])
      and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to > ${today})
      and y.valid_from <= ${today} and (y.valid_to is null or y.valid_to > ${today})
    order by g.dwelling, y.kind <> 'stand-in'`.execute(db)
  return new Map(rows.map(({ dwelling, ...worker }) => [dwelling, worker]))
}

/** The doctor of each community: of several the one with a telephone. */
export async function listDoctors(db: Db, communities: readonly CommunityCode[]) {
  const { rows } = await sql<{ place: CommunityCode; name: string; phone: string | null }>`
    select distinct on (a.place) a.place, a.name, a.phone_cipher as phone from account a
    where a.place = any(${[...communities]}::text[]) and a.role = 'community-doctor' and a.active
    order by a.place, a.phone_cipher is null, a.name`.execute(db)
  return new Map(rows.map(({ place, ...doctor }) => [place, doctor]))
}
