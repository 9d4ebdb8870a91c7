import { addDays, shanghaiInstant } from '@wangdi/domain/day.ts'
import type { DayFigures } from '@wangdi/domain/kinds/daily.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { liesIn } from '../lies-in.queries.ts'

/** Which requests of a kind a day is asked of: where they lie, and the moment at which what is late is told. */
interface OfDay {
  readonly kind: RequestKind
  readonly place: PlaceCode
  readonly day: Day
  readonly now: Date
}

// One condition a figure, so that a list shows exactly what its figure counts.
function partsOf({ day, now }: OfDay): readonly [asked: RawBuilder<boolean>, ...rest: RawBuilder<boolean>[]] {
  const end = new Date(Math.min(now.getTime(), Date.parse(shanghaiInstant(addDays(day, 1), '00:00'))))
  const open = sql<boolean>`t.day <= ${day} and (t.ended_on is null or t.ended_on > ${day})`
  return [sql`t.day = ${day}`, sql`t.ended_on = ${day}`, open, sql`${open} and t.due_at < ${end}`]
}

const those = (db: Db, { kind, place }: OfDay) =>
  sql`kind_request t where t.county = ${countyOf(db)} and t.kind = ${kind.name} and ${liesIn(db, place, sql`t.community`)}`

/** How many requests of a kind were asked and ended on a day, and how many were open and late at its end, or are now. */
export async function countRequestsOfDay(db: Db, of: OfDay): Promise<DayFigures> {
  const [asked, ended, open, late] = partsOf(of)
  const { rows } = await sql<{
    figures: DayFigures
  }>`select array[count(*) filter (where ${asked}), count(*) filter (where ${ended}),
    count(*) filter (where ${open}), count(*) filter (where ${late})]::int[] as figures from ${those(db, of)}`.execute(db)
  return rows[0]?.figures ?? [0, 0, 0, 0]
}

/** Exactly the requests that one of these figures counts, by their numbers. */
export async function listRequestsOfDay(db: Db, of: OfDay, figure: number): Promise<{ id: Id; of: string; title: string }[]> {
  const { rows } = await sql<{ id: Id; title: string }>`select t.id, t.number as title
    from ${those(db, of)} and ${partsOf(of)[figure] ?? sql`false`} order by 2`.execute(db)
  return rows.map((row) => ({ ...row, of: of.kind.name }))
}
