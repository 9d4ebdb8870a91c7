import type { Values } from '@wangdi/domain/kinds/fields.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

/** The newest names of places by code; a code that is on no list is left out. */
export async function placeNames(db: Db, codes: readonly PlaceCode[]): Promise<Map<PlaceCode, string>> {
  const { rows } = await sql<{ code: string; name: string }>`select distinct on (p.code) p.code, p.name from place p
    where p.code = any (${sql.val([...new Set(codes)])}::text[]) order by p.code, p.valid_from desc`.execute(db)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** What was said in these requests for offices and helpers, by request; nothing that is for health staff alone. */
export async function readSaidOf(db: Db, requests: readonly Id[]): Promise<Map<Id, Values>> {
  const { rows } = await sql<{ request: Id; said: Values }>`select s.request, s.said from kind_request_said s
    where s.county = ${countyOf(db)} and s.request = any (${sql.val([...requests])}::uuid[])
      and s.audience in ('helper', 'office')`.execute(db)
  const all = new Map<Id, Values>()
  for (const { request, said } of rows) all.set(request, { ...all.get(request), ...said })
  return all
}
