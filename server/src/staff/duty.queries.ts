import type { Day, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'

/** Whether a dwelling lies, on that day, in a grid for which the account is worker or stand-in. */
export async function isInGridOf(db: Db, account: Id, dwelling: Id, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select 1 from dwelling_grid g join grid_duty d on d.county = ${countyOf(db)} and d.grid = g.grid
    where g.county = ${countyOf(db)} and g.dwelling = ${dwelling} and d.account = ${account}
      and g.valid_from <= ${day} and (g.valid_to is null or g.valid_to > ${day})
      and d.valid_from <= ${day} and (d.valid_to is null or d.valid_to > ${day})
    limit 1`.execute(db)
  return rows.length > 0
}
