import type { CheckRule, DatedPhase, PersonKind } from '@wangdi/domain/observation/observation.ts'
import type { OriginKind } from '@wangdi/domain/people/arrival/arrival.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { doorIn, doorJoins } from '../../places/index.ts'
import { answeredAt, isAbnormal } from '../../observation/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'

/** A stay with what the lines ask of it. */
export interface StayRow {
  id: Id
  person: Id
  arrival: Id | null
  kind: PersonKind
  last_day: Day
  phases: DatedPhase[]
  rule: CheckRule
  decided_at: Date
  ended_at: Date | null
}

/** All stays of a community that had begun by a day. */
export const listStays = async (db: Db, community: PlaceCode, day: Day) =>
  (
    await sql<StayRow>`select o.id, o.person, o.arrival, o.kind, o.last_day, o.phases, o.rule, o.decided_at, e.at as ended_at
    from observation o left join observation_end e on e.county = ${countyOf(db)} and e.observation = o.id
    where o.county = ${countyOf(db)} and o.community = ${community} and o.day_zero <= ${day}`.execute(db)
  ).rows

/** A reading of a stay as the lines judge it. */
export interface ReadingRow {
  observation: Id
  person: Id
  day: Day
  half: 'morning' | 'evening'
  taken_at: Date
  temperature: string | null
  symptoms: string[] | null
  not_measured: string | null
  fever: string
  answered_on: Date | null
}

/** Readings of a community's stays up to a day: all of the day itself, of earlier days only the abnormal ones. */
export const listReadings = async (db: Db, community: PlaceCode, day: Day) =>
  (
    await sql<ReadingRow>`select r.observation, o.person, r.day, r.half, r.taken_at, r.temperature::text, r.symptoms, r.not_measured, o.fever::text,
      ${answeredAt(db)} as answered_on
    from reading r join observation o on o.county = ${countyOf(db)} and o.id = r.observation
    where r.county = ${countyOf(db)} and r.community = ${community} and r.day <= ${day}
      and (r.day = ${day} or ${isAbnormal})`.execute(db)
  ).rows

/** Somebody who has arrived, and where they came from. */
export interface ArrivalRow {
  id: Id
  person: Id
  origin_kind: OriginKind
  origin_confirmed_by: Id | null
  arrived_on: Day
}

/** Those who had arrived by a day, with where they came from. */
export const listArrivals = async (db: Db, community: PlaceCode, day: Day) =>
  (
    await sql<ArrivalRow>`select id, person, origin_kind, origin_confirmed_by, arrived_on from arrival
    where county = ${countyOf(db)} and community = ${community} and state = 'arrived' and arrived_on <= ${day}`.execute(db)
  ).rows

/** Of whom a register says on a day that they are or may be a case: their stay ended as one, or the CDC was told of a reading. */
export const listCases = async (db: Db, community: PlaceCode, day: Day) =>
  (
    await sql<{ person: Id }>`select o.person from observation_end e
      join observation o on o.county = ${countyOf(db)} and o.id = e.observation
      where e.county = ${countyOf(db)} and o.community = ${community} and e.reason = 'confirmed-case'
        and (e.at at time zone 'Asia/Shanghai')::date = ${day}
    union select o.person from alert_answer a join reading r on r.county = ${countyOf(db)} and r.id = a.reading
      join observation o on o.county = ${countyOf(db)} and o.id = r.observation
      where a.county = ${countyOf(db)} and a.community = ${community} and a.outcome = 'told-cdc'
        and (a.at at time zone 'Asia/Shanghai')::date = ${day} order by person`.execute(db)
  ).rows

/** The CDC's count of confirmed cases in a community as it was stated for days up to this one, newest word on each day. */
export const listStatedCases = async (db: Db, community: PlaceCode, day: Day) =>
  (
    await sql<{ day: Day; value: string }>`select distinct on (day) day, value from stated_fact
    where place = ${community} and name = 'community.cases' and day <= ${day} order by day desc, at desc limit 2`.execute(db)
  ).rows

/** Entries for a day that came after a moment: readings, visits, arrivals and orders. */
export const countLateEntries = async (db: Db, community: PlaceCode, day: Day, after: string) =>
  (
    await sql<{ n: number }>`select (
      (select count(*) from reading where county = ${countyOf(db)} and community = ${community} and day = ${day} and recorded_at > ${after}) +
      (select count(*) from visit where county = ${countyOf(db)} and community = ${community} and day = ${day} and recorded_at > ${after}) +
      (select count(*) from arrival where county = ${countyOf(db)} and community = ${community} and arrived_on = ${day} and recorded_at > ${after}))::int as n`.execute(
      db,
    )
  ).rows[0]?.n ?? 0

type Behind = { id: Id; name: string; door: Door | null }

/** Names and doors of people. */
export const listPeopleAt = async (db: Db, people: readonly Id[]) =>
  (
    await sql<Behind>`select p.id, p.name, ${doorIn(db)} as door
    from person p left join dwelling d on d.county = ${countyOf(db)} and d.id = p.dwelling ${doorJoins(db)}
    where p.county = ${countyOf(db)} and p.id in (${sql.join([...people])}) order by e.ordinal, b.ordinal, d.ordinal`.execute(db)
  ).rows

/** Doors of dwellings. */
export const listDoorsAt = async (db: Db, dwellings: readonly Id[]) =>
  (
    await sql<Behind>`select d.id, '' as name, ${doorIn(db)} as door
    from dwelling d ${doorJoins(db)}
    where d.county = ${countyOf(db)} and d.id in (${sql.join([...dwellings])}) order by e.ordinal, b.ordinal, d.ordinal`.execute(
      db,
    )
  ).rows
