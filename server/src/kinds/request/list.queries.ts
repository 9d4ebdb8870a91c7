import type { Values } from '@wangdi/domain/kinds/fields.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { liesIn } from '../lies-in.queries.ts'
import { type Asked, readCounted, upToCounted } from './asked.queries.ts'

/** Which requests of a kind a list shows. */
export interface AskedAmong {
  readonly kind: string
  /** The office that looks, and the place it looks at. */
  readonly at: PlaceCode
  readonly place: PlaceCode
  readonly show: 'open' | 'late' | 'done' | 'all'
  readonly now: Date
  /** Choices by which it is narrowed, by field. */
  readonly choices: Readonly<Record<string, string>>
  /** Only doors that lie in this account's grids on a day: the reach of a grid worker. */
  readonly gridsOf?: { readonly account: Id; readonly day: Day } | undefined
  /** Only these: what the plan counts. */
  readonly among?: RawBuilder<unknown> | undefined
  readonly page: number
  readonly size: number
}

// What lies in the place, and, where an office looks at its own, what it takes part in that lies elsewhere: no request is both, and
// each is asked of its own index.
function armsOf(db: Db, { kind, at, place, choices, gridsOf, among }: AskedAmong): RawBuilder<unknown>[] {
  const parts = [
    sql`r.county = ${countyOf(db)} and r.kind = ${kind}`,
    ...Object.entries(choices).map(([name, value]) => sql`r.details ->> ${name} = ${value}`),
  ]
  if (among) parts.push(sql`r.id in (${among})`)
  if (gridsOf)
    parts.push(sql`r.dwelling in (select g.dwelling from dwelling_grid g join grid_duty y on y.county = ${countyOf(db)} and y.grid = g.grid
      where g.county = ${countyOf(db)} and y.account = ${gridsOf.account} and g.valid_from <= ${gridsOf.day}
      and (g.valid_to is null or g.valid_to > ${gridsOf.day}) and y.valid_from <= ${gridsOf.day}
      and (y.valid_to is null or y.valid_to > ${gridsOf.day}))`)
  const own = [...parts, liesIn(db, place, sql`r.community`)]
  const shared = [...parts, sql`r.readers <> '{}' and ${at} = any (r.readers)`]
  const arms = at === place && place !== countyOf(db) ? [own, shared] : [own]
  return arms.map((arm) => sql.join(arm, sql` and `))
}

const inOrder = sql`r.ended_on desc, r.due_at, r.at desc, r.id`
const unionOf = (parts: RawBuilder<unknown>[]) => sql.join(parts, sql` union all `)

/**
 * One page of the requests of a kind, what is due first first, then what ended last; how many are open and late, as far as
 * that is counted.
 */
export async function listAsked(
  db: Db,
  among: AskedAmong,
): Promise<{ rows: Asked[]; total: number; open: number; late: number }> {
  const { show, now, page, size } = among
  const arms = armsOf(db, among)
  const most = upToCounted(page, size)
  const upTo = (shown: RawBuilder<unknown>) =>
    unionOf(
      arms.map(
        (arm) => sql`(select r.id, r.ended_on, r.due_at, r.at from kind_request r where ${arm} and ${shown} order by ${inOrder}
          limit ${most})`,
      ),
    )
  // What is late stands first among what is open: both are counted out of the same rows.
  const open = sql`count(*)::int`
  const late = sql`(count(*) filter (where o.due_at < ${now}))::int`
  const apart = (which: RawBuilder<unknown>, total?: RawBuilder<unknown>) => ({
    from: sql`listed`,
    more: sql`, listed as materialized (${upTo(which)})`,
    total: total ?? sql`(select count(*)::int from listed)`,
  })
  const shownOf = {
    open: () => ({ from: sql`open`, more: sql``, total: open }),
    late: () => apart(sql`r.ended_on is null and r.due_at < ${now}`, late),
    done: () => apart(sql`r.ended_on is not null`),
    all: () => apart(sql`true`),
  }
  const { from, more, total } = shownOf[show]()
  const heads = sql`(select r.* from (select r.id from ${from} r order by ${inOrder} limit ${size} offset ${page * size}) shown
    join kind_request r on r.county = ${countyOf(db)} and r.id = shown.id)`
  const { rows, counts } = await readCounted<{ open: number; late: number; total: number }>(
    db,
    sql`open as materialized (${upTo(sql`r.ended_on is null`)})${more}`,
    sql`select ${open} as open, ${late} as late, ${total} as total from open o`,
    { heads, inOrder: sql`ended_on desc, due_at, at desc, id` },
  )
  return { rows, ...counts }
}

/** A request as whoever was given it sees it: what helpers read, and the plate of the door. */
export interface GivenAsked extends Pick<Asked, 'id' | 'number' | 'urgency' | 'standing' | 'dwelling'> {
  readonly said: Values
  readonly door: string
}

/** The requests of a kind that were given to an account and have not ended, what is due first first. */
export async function listGiven(db: Db, kind: string, account: Id): Promise<GivenAsked[]> {
  const { rows } = await sql<GivenAsked>`select r.id, r.number, r.urgency, r.standing, r.dwelling, coalesce(s.said, '{}') as said,
      coalesce(s.door, '') as door
    from kind_request r left join kind_request_said s on s.county = ${countyOf(db)} and s.request = r.id and s.audience = 'helper'
    where r.county = ${countyOf(db)} and r.kind = ${kind} and r.given_to = ${account} and r.ended_on is null
    order by r.due_at nulls last, r.at limit 200`.execute(db)
  return rows
}
