import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'

/**
 * That a row lies in a place, as a condition on its column `community` that one index answers. The county itself asks nothing more:
 * its rows are compared with it already.
 */
export function liesIn(db: Db, place: PlaceCode, community: RawBuilder<unknown>): RawBuilder<unknown> {
  if (place === countyOf(db)) return sql`true`
  if (place.length === 12) return sql`${community} = ${place}`
  return sql`${community} >= ${place} and ${community} < ${`${place}:`}`
}
