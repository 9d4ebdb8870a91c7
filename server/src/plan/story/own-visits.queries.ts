import type { Id } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

/**
 * Which visits (alias v) are of a person, wherever they live since: those to a door of theirs that met them, and those to the door that
 * is theirs now (`home`, null for none) since they moved in. Who moved in later was not at home before.
 */
export const isVisitOf = (db: Db, person: Id, home: Id | null): RawBuilder<boolean> => {
  const county = countyOf(db)
  return sql<boolean>`v.dwelling = any(array(select ${home}::uuid
      union select unnest(array[m.from_dwelling, m.to_dwelling]) from person_move m where m.county = ${county} and m.person = ${person}
      union select a.dwelling from arrival a where a.county = ${county} and a.person = ${person}
      union select o.dwelling from observation o where o.county = ${county} and o.person = ${person}))
    and (v.met ? ${person} or (v.dwelling = ${home} and v.day >= coalesce((
      select max(coalesce(m.moved_on, (m.at at time zone 'Asia/Shanghai')::date)) from person_move m
      where m.county = ${county} and m.person = ${person} and m.to_dwelling = ${home}), '-infinity')))`
}
