import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { thingKey } from '@wangdi/domain/kinds/intake/judge.ts'
import type { RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

/** The keys of all that stands on a register of a place and has not ended. */
export async function heldKeys(db: Db, kind: RegisterKind, place: PlaceCode): Promise<Set<string>> {
  const { rows } = await sql<{ values: Values }>`select t.standing -> 'values' as values from kind_thing t
    where t.county = ${countyOf(db)} and t.community = ${place} and t.kind = ${kind.name} and t.ended_on is null`.execute(db)
  return new Set(rows.map(({ values }) => thingKey(kind, values)))
}
