import { sql } from 'kysely'
import type { Db } from '../server/src/platform/db.ts'

/** Takes the indexes and keys of tables away, the last named first; gives what builds them again. */
export async function takeIndexes(db: Db, tables: readonly string[]): Promise<() => Promise<void>> {
  const run = (text: string) => sql.raw(text).execute(db)
  const { rows } = await sql<{ drop: string; make: string; step: number }>`
    select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as drop,
      format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as make,
      case k.contype when 'f' then 0 else 2 end as step
    from pg_constraint k where k.contype in ('p', 'u', 'f')
      and (k.conrelid::regclass::text = any(${tables}) or k.confrelid::regclass::text = any(${tables}))
    union all select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), 1
    from pg_index i where i.indrelid::regclass::text = any(${tables})
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
    order by step`.execute(db)
  for (const { drop } of rows) await run(drop)
  // Keys before what points to them.
  return async () => {
    for (const { make } of rows.toReversed()) await run(make)
  }
}
