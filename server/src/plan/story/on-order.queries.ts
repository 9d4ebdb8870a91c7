import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

/** What follows on the order of a stay `o`, by the kind of its line: its table beside the stay, when it was done and by whom. */
export const onOrder = {
  delivery: (db: Db) => ({
    ...{ id: sql`n.id`, at: sql`n.at`, by: sql`n.by_account` },
    facts: sql`jsonb_build_object('way', n.way, 'receipt', n.receipt)`,
    joins: sql`join notice_delivery n on n.county = ${countyOf(db)} and n.observation = o.id`,
  }),
  reading: (db: Db) => ({
    ...{ id: sql`g.id`, at: sql`g.taken_at`, by: sql`g.by_account` },
    facts: sql`jsonb_build_object('temperature', g.temperature, 'symptoms', cardinality(g.symptoms), 'not_measured', g.not_measured)`,
    joins: sql`join reading g on g.county = ${countyOf(db)} and g.observation = o.id`,
  }),
  answer: (db: Db) => ({
    ...{ id: sql`w.id`, at: sql`w.at`, by: sql`w.by_account`, facts: sql`jsonb_build_object('outcome', w.outcome)` },
    joins: sql`join reading g on g.county = ${countyOf(db)} and g.observation = o.id
      join alert_answer w on w.county = ${countyOf(db)} and w.reading = g.id`,
  }),
  ended: (db: Db) => ({
    ...{ id: sql`e.id`, at: sql`e.at`, by: sql`e.by_account`, facts: sql`jsonb_build_object('reason', e.reason)` },
    joins: sql`join observation_end e on e.county = ${countyOf(db)} and e.observation = o.id`,
  }),
  release: (db: Db) => ({
    ...{ id: sql`s.id`, at: sql`s.decided_at`, by: sql`s.decided_by`, facts: sql`jsonb_build_object('number', s.number)` },
    joins: sql`join observation_release s on s.county = ${countyOf(db)} and s.observation = o.id`,
  }),
  handover: (db: Db) => ({
    ...{ id: sql`v.id`, at: sql`v.at`, by: sql`v.by_account` },
    facts: sql`jsonb_build_object('number', s.number, 'way', v.way, 'receipt', v.receipt)`,
    joins: sql`join observation_release s on s.county = ${countyOf(db)} and s.observation = o.id
      join release_delivery v on v.county = ${countyOf(db)} and v.release = s.id`,
  }),
  call: (db: Db) => ({
    ...{ id: sql`k.id`, at: sql`k.at`, by: sql`k.by_account` },
    facts: sql`jsonb_build_object('nth', k.nth, 'outcome', k.outcome)`,
    joins: sql`join release_call k on k.county = ${countyOf(db)} and k.observation = o.id`,
  }),
  withdrawal: (db: Db) => ({
    ...{ id: sql`s.id`, at: sql`s.withdrawn_at`, by: sql`s.withdrawn_by` },
    facts: sql`jsonb_build_object('number', s.number, 'why', s.withdrawn_why)`,
    joins: sql`join observation_release s on s.county = ${countyOf(db)} and s.observation = o.id and s.withdrawn_at is not null`,
  }),
}

/** The kinds of lines that follow on an order. */
export const followed = Object.keys(onOrder) as (keyof typeof onOrder)[]
