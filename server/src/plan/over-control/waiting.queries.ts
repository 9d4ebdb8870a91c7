import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/**
 * Cases that by their acts wait for an office, and where: `asked` those about the place that it did not answer yet, `answered` those
 * that were answered to what this office asked last. Whether what they are about is in force is not looked at.
 */
export async function listCasesAsked(
  db: Db,
  place: PlaceCode,
  side: 'asked' | 'answered',
  most: number,
): Promise<{ subject: string; place: PlaceCode }[]> {
  const { rows } = await sql<{ subject: string; place: PlaceCode }>`
    with mine as (select distinct a.subject from over_control_act a where ${side === 'asked' ? sql`a.place` : sql`a.office`} = ${place}),
      lasts as (select distinct on (a.subject) a.subject, a.place, a.kind from over_control_act a
        where a.subject in (select m.subject from mine m) order by a.subject, a.seen desc),
      asks as (select distinct on (a.subject) a.subject, a.office from over_control_act a
        where a.kind <> 'answered' and a.subject in (select m.subject from mine m) order by a.subject, a.seen desc)
    select l.subject, l.place from lasts l join asks k on k.subject = l.subject
    where ${side === 'asked' ? sql`l.kind in ('warned', 'stop-ordered')` : sql`l.kind = 'answered' and k.office = ${place}`}
    order by l.place, l.subject limit ${most}`.execute(db)
  return rows
}
