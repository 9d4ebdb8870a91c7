import type { MeasureDetail, OwnMeasure } from '@wangdi/domain/plan/details/details.ts'
import type { Scope } from '@wangdi/policy/engine/controls/control.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** How measures are done here, as last written up to a day; what was taken back is left out. */
export async function listDetails(db: Db, community: PlaceCode, until: Date): Promise<Map<string, MeasureDetail>> {
  const { rows } = await sql<Omit<MeasureDetail, 'at'> & { measure: string; at: Date }>`
    select distinct on (d.measure) d.measure, d.how, d.who, d.hours, coalesce(a.name, '') as by, d.at
    from measure_detail d left join account a on a.id = d.by_account
    where d.place = ${community} and d.at <= ${until} order by d.measure, d.seen desc`.execute(db)
  const written = rows.filter(({ how, who, hours }) => `${how}${who}${hours}` !== '')
  return new Map(written.map(({ measure, at, ...detail }) => [measure, { ...detail, at: at.toISOString() }]))
}

/** Keeps how a measure is done here. */
export const insertDetail = (
  db: Db,
  detail: { place: PlaceCode; id: Id; measure: string; how: string; who: string; hours: string; by_account: Id; at: Date },
) => db.insertInto('measure_detail').values(detail).execute()

/** A measure of its own as it is kept, before it is compared with the rules of a day. */
export interface KeptMeasure extends Omit<OwnMeasure, 'beyond'> {
  by_account: Id
  reach: Scope | null
  days: number | null
  order_number: string
}

/** The measures of its own that a community asked for up to a day, newest first; those refused or ended stay for thirty days. */
export async function listOwn(db: Db, community: PlaceCode, day: Day): Promise<KeptMeasure[]> {
  const { rows } = await sql<KeptMeasure>`
    select m.id, m.aspect, m.text, m.who, m.reason, m.restriction, m.reach, m.days, m.order_number, m.day, m.by_account,
      coalesce(a.name, '') as by, coalesce(last.kind, 'waiting') as state, last.by as decided_by, coalesce(last.reason, '') as decided_reason
    from own_measure m left join account a on a.id = m.by_account
      left join lateral (select c.kind, c.reason, c.day, coalesce(b.name, '') as by from own_measure_act c left join account b on b.id = c.by_account
        where c.place = m.place and c.own_measure = m.id and c.day <= ${day} order by c.seen desc limit 1) last on true
    where m.place = ${community} and m.day <= ${day} and (last.kind is null or last.kind = 'approved' or last.day > ${day}::date - 30)
    order by m.seen desc limit 100`.execute(db)
  return rows
}

/** Keeps a measure that a community asks for. */
export const insertOwn = (
  db: Db,
  measure: {
    place: PlaceCode
    id: Id
    aspect: string
    text: string
    who: string
    reason: string
    restriction: string | null
    reach: string | null
    days: number | null
    order_number: string
    day: Day
    by_account: Id
    at: Date
  },
) => db.insertInto('own_measure').values(measure).execute()

/** Holds off another decision about the same measure until the end of the transaction. */
export const lockOwn = (db: Db, id: Id) => sql`select pg_advisory_xact_lock(hashtextextended(${id}, 38))`.execute(db)

/** Keeps a decision or the end; false where the same was said a moment before. */
export async function insertOwnAct(
  db: Db,
  act: { place: PlaceCode; id: Id; own_measure: Id; kind: string; reason: string; day: Day; by_account: Id; at: Date },
): Promise<boolean> {
  const kept = db.insertInto('own_measure_act').values(act)
  const made = await kept
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}
