import {
  dueFrom,
  inForceOf,
  isPaperUnready,
  newestOf,
  paperAbove,
  type Paper,
} from '@wangdi/domain/kinds/document/document.rules.ts'
import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { isUntried } from './tries.queries.ts'

/** What lists ask of a document as it stands, in columns of its row; its title is that of the version that holds, else of the newest. */
export function columnsOf(kind: DocumentKind, paper: Paper) {
  const holds = inForceOf(paper)
  return {
    title: String((holds ?? newestOf(paper))?.values[kind.title] ?? ''),
    standing: JSON.stringify(paper),
    in_force: paper.in_force,
    unready: isPaperUnready(paper),
    until_day: holds?.until ?? null,
    review_on: paper.review_on,
    due_from: dueFrom(paper),
  }
}

/** Keeps what is read of a document above its county, as it stands after an act. */
export async function saveHead(db: Db, kind: DocumentKind, id: Id, place: PlaceCode, paper: Paper): Promise<void> {
  const now = columnsOf(kind, paperAbove(kind, paper))
  await db
    .insertInto('kind_document_head')
    .values({ id, held_in: countyOf(db), place, kind: kind.name, ...now })
    .onConflict((conflict) => conflict.columns(['id', 'held_in']).doUpdateSet(now))
    .execute()
}

/** How the communities below a place stand with one value of a choice. */
export interface Standing {
  readonly value: string
  readonly communities: number
  readonly have: number
  readonly overdue: number
  readonly untried: number
}

// The communities that stand below a place on a day, and the documents in force there by the value of a choice.
const standing = (kind: string, place: PlaceCode, each: string, today: Day) => sql`
    below as (select p.code, p.name from place p where p.level = 'community' and starts_with(p.code, ${place})
        and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to > ${today})),
      held as (select h.place, h.standing -> 'versions' -> (h.in_force - 1) -> 'values' ->> ${each} as value,
          coalesce(h.due_from <= ${today}, false) as overdue, ${isUntried(sql`h.id`)} as untried
        from kind_document_head h where h.kind = ${kind} and starts_with(h.place, ${place}) and h.in_force is not null)`

interface Below {
  readonly kind: string
  readonly place: PlaceCode
  readonly each: string
  readonly today: Day
}

/**
 * Of the communities that stand below a place on a day, how many have a document in force of each value of a choice, and how many of
 * those one that is overdue or was never tried: those without any are counted too.
 */
export async function countStanding(
  db: Db,
  { kind, place, each, values, today }: Below & { readonly values: readonly string[] },
): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    with ${standing(kind, place, each, today)}
    select v.value, (select count(*)::int from below) as communities, count(distinct h.place)::int as have,
      (count(distinct h.place) filter (where h.overdue))::int as overdue, (count(distinct h.place) filter (where h.untried))::int as untried
    from unnest(${sql.val([...values])}::text[]) with ordinality as v (value, nth)
      left join held h on h.value = v.value and h.place in (select b.code from below b)
    group by v.value, v.nth order by v.nth`.execute(db)
  return rows
}

const isOf = { have: sql`true`, without: sql`true`, overdue: sql`h.overdue`, untried: sql`h.untried` } as const

/** The communities that a figure of `countStanding` counts, by their codes, a page at a time, and how many they are. */
export async function listStanding(
  db: Db,
  {
    kind,
    place,
    each,
    today,
    value,
    part,
    page,
    size,
  }: Below & { readonly value: string; readonly part: keyof typeof isOf; readonly page: number; readonly size: number },
): Promise<{ total: number; rows: { community: PlaceCode; place_name: string }[] }> {
  const has = sql`exists (select from held h where h.place = b.code and h.value = ${value} and ${isOf[part]})`
  const { rows } = await sql<{ community: PlaceCode; place_name: string; total: number }>`
    with ${standing(kind, place, each, today)},
      those as (select b.code, b.name from below b where ${part === 'without' ? sql`not ${has}` : has})
    select t.code as community, t.name as place_name, (select count(*)::int from those) as total from those t
    order by t.code limit ${size} offset ${page * size}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ community, place_name }) => ({ community, place_name })) }
}
