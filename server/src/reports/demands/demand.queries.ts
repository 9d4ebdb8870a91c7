import type { Demand, DemandAct, DemandState, KnownDemand } from '@wangdi/domain/reports/demands/demand.ts'
import { longestDays, stateOf } from '@wangdi/domain/reports/demands/demands.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** A demand as its row and acts say it, before a day is asked. */
export type KeptDemand = Omit<Demand, 'state'>

interface Row extends Omit<KeptDemand, 'filed_at'> {
  filed_at: Date
}

const columns = sql`d.id, d.place, d.origin, d.kind, d.title, d.asker, d.document, d.purpose, d.ground, d.items, d.new_items, d.scope,
  d.valid_from as "from", d.until, d.rhythm, d.minutes, d.money, d.money_from, coalesce(f.name, '') as filed_by, d.filed_at,
  coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'place', a.place, 'grounds', a.grounds, 'reason', a.reason,
      'other', a.other, 'until', a.until, 'by', coalesce(b.name, ''), 'at', a.at) order by a.seen)
    from demand_act a left join account b on b.id = a.by_account where a.demand = d.id), '[]') as acts`

const kept = (row: Row): KeptDemand => ({
  ...row,
  filed_at: row.filed_at.toISOString(),
  acts: row.acts.map((act): DemandAct => ({ ...act, at: new Date(act.at).toISOString() })),
})

const reaches = (place: PlaceCode) =>
  sql`exists (select from unnest(d.scope) area where starts_with(area, ${place}) or starts_with(${place}, area))`

/** Every demand that reaches into a place, newest first. */
export async function listConcerning(db: Db, place: PlaceCode): Promise<KeptDemand[]> {
  const { rows } = await sql<Row>`select ${columns} from demand d left join account f on f.id = d.filed_by
    where ${reaches(place)} order by d.filed_at desc, d.id desc limit 5000`.execute(db)
  return rows.map(kept)
}

/** Whether nobody decided yet what becomes of a demand in this state. */
export const isUndecided = (state: DemandState): boolean => state === 'waiting' || state === 'told'

/** Demands that reach into a place, and those on which somebody has decided; one that lapsed unheard is neither. */
export async function countDemands(db: Db, place: PlaceCode, day: Day): Promise<{ due: number; done: number }> {
  const states = (await listConcerning(db, place))
    .map((demand) => stateOf(demand, place, day))
    .filter((state) => state !== 'expired')
  return { due: states.length, done: states.filter((state) => !isUndecided(state)).length }
}

/** Demands that reach into a place and may still cost it time in a window of days. */
export async function listRunning(db: Db, place: PlaceCode, from: Day): Promise<KeptDemand[]> {
  const { rows } = await sql<Row>`select ${columns} from demand d left join account f on f.id = d.filed_by
    where ${reaches(place)} and (coalesce(d.until, d.valid_from + ${longestDays}::int) >= ${from} or exists (select from demand_act r where r.demand = d.id and r.until >= ${from}))
    order by d.filed_at desc`.execute(db)
  return rows.map(kept)
}

/** One demand; undefined when it is not on record or not visible. */
export async function findDemand(db: Db, id: Id): Promise<KeptDemand | undefined> {
  const { rows } =
    await sql<Row>`select ${columns} from demand d left join account f on f.id = d.filed_by where d.id = ${id}`.execute(db)
  return rows[0] && kept(rows[0])
}

/** Keeps a demand as it was filed. */
export async function saveDemand(
  db: Db,
  { wanted, ...row }: { id: Id; place: PlaceCode; origin: Demand['origin']; wanted: KnownDemand; filed_by: Id; filed_at: Date },
): Promise<void> {
  const { from, new_items, items, scope, ...rest } = wanted
  await db
    .insertInto('demand')
    .values({ ...row, ...rest, valid_from: from, items: [...items], scope: [...scope], new_items: JSON.stringify(new_items) })
    .execute()
}

/** Adds a step to a demand. */
export async function saveAct(
  db: Db,
  act: {
    id: Id
    demand: Id
    place: PlaceCode
    kind: DemandAct['kind']
    grounds?: string[]
    reason?: string
    other?: Id | null
    until?: Day | null
    by_account: Id
    at: Date
  },
): Promise<void> {
  await db.insertInto('demand_act').values(act).execute()
}

/** Holds others off a demand until the end of the transaction, so that it is decided once. */
export const lockDemand = (db: Db, id: Id) => sql`select pg_advisory_xact_lock(hashtextextended(${id}, 29))`.execute(db)

/** Counts from the registers of a place: numbers by item of the dictionary. */
export async function countRegisters(db: Db, place: PlaceCode, day: Day): Promise<Map<string, number>> {
  const { rows } = await sql<{
    item: string
    figure: number
  }>`select item, figure from count_registers(${place}, ${day}::date)`.execute(db)
  return new Map(rows.map((row) => [row.item, Number(row.figure)]))
}

/** The newest day up to one on which a report of a place was frozen. */
export async function findReportedDay(db: Db, place: PlaceCode, day: Day): Promise<Day | undefined> {
  const { rows } = await sql<{ day: Day | null }>`select max(day) as day from daily_report
    where day <= ${day} and place >= ${place} and place < ${`${place}:`}`.execute(db)
  return rows[0]?.day ?? undefined
}

/** How many communities lie in each of these areas today. */
export async function countCommunities(db: Db, areas: readonly PlaceCode[]): Promise<Map<PlaceCode, number>> {
  if (areas.length === 0) return new Map()
  const { rows } = await sql<{ area: string; n: number }>`
    select a.area, count(p.code)::int as n from unnest(${[...areas]}::text[]) as a(area)
      left join place p on length(p.code) = 12 and p.valid_to is null and p.code >= a.area and p.code < a.area || ':' group by 1`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.area, row.n]))
}
