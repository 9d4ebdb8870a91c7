import type { Values } from '@wangdi/domain/kinds/fields.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { type Asked, askedRows } from './asked.queries.ts'

/** Counting stops here: more is told as more. */
const mostCounted = 1000

/** Which requests of a kind a list shows. */
export interface AskedAmong {
  readonly kind: string
  /** The office that looks, and the place it looks at. */
  readonly at: PlaceCode
  readonly place: PlaceCode
  readonly show: 'open' | 'late' | 'all'
  readonly now: Date
  /** Choices by which it is narrowed, by field. */
  readonly choices: Readonly<Record<string, string>>
  /** Only doors that lie in this account's grids on a day: the reach of a grid worker. */
  readonly gridsOf?: { readonly account: Id; readonly day: Day } | undefined
  readonly page: number
  readonly size: number
}

function within(db: Db, { kind, at, place, choices, gridsOf }: AskedAmong): RawBuilder<unknown> {
  const lies = place.length === 12 ? sql`r.community = ${place}` : sql`r.community >= ${place} and r.community < ${`${place}:`}`
  const parts = [
    sql`r.kind = ${kind}`,
    at === place ? sql`(${lies} or ${at} = any (r.readers))` : lies,
    ...Object.entries(choices).map(([name, value]) => sql`r.details ->> ${name} = ${value}`),
  ]
  if (gridsOf)
    parts.push(sql`r.dwelling in (select g.dwelling from dwelling_grid g join grid_duty y on y.county = ${countyOf(db)} and y.grid = g.grid
      where g.county = ${countyOf(db)} and y.account = ${gridsOf.account} and g.valid_from <= ${gridsOf.day}
      and (g.valid_to is null or g.valid_to > ${gridsOf.day}) and y.valid_from <= ${gridsOf.day}
      and (y.valid_to is null or y.valid_to > ${gridsOf.day}))`)
  return sql.join(parts, sql` and `)
}

/** One page of the requests of a kind, what is due first first; how many are open and late, up to 1,000 and one. */
export async function listAsked(
  db: Db,
  among: AskedAmong,
): Promise<{ rows: Asked[]; total: number; open: number; late: number }> {
  const { show, now, page, size } = among
  const all = within(db, among)
  const isOpen = sql`r.ended_on is null`
  const isLate = sql`r.ended_on is null and r.due_at < ${now}`
  const counted = async (more: RawBuilder<unknown>) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select from kind_request r
      where r.county = ${countyOf(db)} and ${all} and ${more} limit ${mostCounted + 1}) counted`.execute(db)
    return rows[0]?.n ?? 0
  }
  const open = await counted(isOpen)
  const late = await counted(isLate)
  const total = show === 'open' ? open : show === 'late' ? late : await counted(sql`true`)
  const shown = { open: isOpen, late: isLate, all: sql`true` }[show]
  const { rows } = await sql<Asked>`${askedRows(db, sql`${all} and ${shown}`)}
    order by (r.ended_on is not null), r.due_at nulls last, r.at desc, r.id limit ${size} offset ${page * size}`.execute(db)
  return { rows, total, open, late }
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
