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

/**
 * Of the communities that stand below a place on a day, how many have a document in force of each value of a choice, and how many of
 * those one that is overdue or was never tried: those without any are counted too.
 */
export async function countStanding(
  db: Db,
  { kind, place, each, values, today }: { kind: string; place: PlaceCode; each: string; values: readonly string[]; today: Day },
): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    with below as (select p.code from place p where p.level = 'community' and starts_with(p.code, ${place})
        and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to > ${today})),
      held as (select h.place, h.standing -> 'versions' -> (h.in_force - 1) -> 'values' ->> ${each} as value,
          coalesce(h.due_from <= ${today}, false) as overdue, ${isUntried(sql`h.id`)} as untried
        from kind_document_head h where h.kind = ${kind} and starts_with(h.place, ${place}) and h.in_force is not null)
    select v.value, (select count(*)::int from below) as communities, count(distinct h.place)::int as have,
      (count(distinct h.place) filter (where h.overdue))::int as overdue, (count(distinct h.place) filter (where h.untried))::int as untried
    from unnest(${sql.val([...values])}::text[]) with ordinality as v (value, nth)
      left join held h on h.value = v.value and h.place in (select b.code from below b)
    group by v.value, v.nth order by v.nth`.execute(db)
  return rows
}
