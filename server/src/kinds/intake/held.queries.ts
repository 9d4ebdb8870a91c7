import { titleKey } from '@wangdi/domain/kinds/intake/judge.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

/** The title keys of all that stands on a register of a place and has not ended. */
export async function heldTitles(db: Db, kind: string, place: PlaceCode): Promise<Set<string>> {
  const { rows } = await sql<{ title: string }>`select t.title from kind_thing t
    where t.county = ${countyOf(db)} and t.community = ${place} and t.kind = ${kind} and t.ended_on is null`.execute(db)
  return new Set(rows.map(({ title }) => titleKey(title)))
}
