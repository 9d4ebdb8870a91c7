import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'

/**
 * Whether a reading r is abnormal by the threshold that its order o was given on its day (`checkRule`): the question of
 * `abnormal` in slots.rules.ts, put to the database. Few readings are suspect, and only those are compared.
 */
export const isAbnormal: RawBuilder<boolean> = sql`(r.suspect and (r.temperature >= o.fever or cardinality(r.symptoms) > 0))`

/** When a doctor first answered a reading r with more than "measure again", which is no answer; null while nobody has. */
export const answeredAt = (db: Db): RawBuilder<Date | null> =>
  sql`(select min(a.at) from alert_answer a where a.county = ${countyOf(db)} and a.reading = r.id and a.outcome <> 'retest')`

/** Whether a reading r of an order o waits for a doctor: an alert of the list and of every count of them. */
export const isUnanswered = (db: Db): RawBuilder<boolean> => sql`(${isAbnormal} and ${answeredAt(db)} is null)`
