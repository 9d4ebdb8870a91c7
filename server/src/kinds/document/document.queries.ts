import { mostCounted } from '@wangdi/domain/kinds/counted.ts'
import { endsWithOf, keepDaysOf } from '@wangdi/domain/kinds/kind.ts'
import { inForceOf, isPaperUnready, type Paper, type PaperShow } from '@wangdi/domain/kinds/document/document.rules.ts'
import type { DocumentKind, PaperAct } from '@wangdi/domain/kinds/document/document.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { tell } from '../../platform/tenants/tell.ts'
import { liesIn } from '../lies-in.queries.ts'
import { keepGiven } from './below/given.queries.ts'
import { columnsOf, saveHead } from './heads.queries.ts'

/** A document of any kind as it is kept. */
export interface KeptPaper {
  readonly id: Id
  readonly kind: string
  readonly community: PlaceCode
  readonly title: string
  readonly standing: Paper
}

const columns = sql`d.id, d.kind, d.community, d.title, d.standing`

// Above the county what is read of documents are the heads of those kinds that have some.
const heads = sql`(select h.id, h.kind, h.place as community, h.title, h.standing, h.in_force, h.unready, h.until_day, h.review_on, h.due_from
  from kind_document_head h) d`
const papers = (db: Db) => (countyOf(db) === '' ? heads : sql`kind_document d`)
const lies = (db: Db, place: PlaceCode) =>
  countyOf(db) === ''
    ? sql`starts_with(d.community, ${place})`
    : sql`d.county = ${countyOf(db)} and ${liesIn(db, place, sql`d.community`)}`

/** One document of a kind that the actor may see; undefined where there is none. */
export async function findPaper(db: Db, kind: string, id: Id): Promise<KeptPaper | undefined> {
  const { rows } = await sql<KeptPaper>`select ${columns} from ${papers(db)}
    where ${countyOf(db) === '' ? sql`true` : sql`d.county = ${countyOf(db)}`} and d.kind = ${kind} and d.id = ${id}`.execute(db)
  return rows[0]
}

/** The place where a document of a kind is written; undefined where there is none, or out of sight. */
export const findPaperPlace = async (db: Db, kind: string, id: Id): Promise<PlaceCode | undefined> =>
  (await findPaper(db, kind, id))?.community

/** Whether another document of a place that holds or waits has this title and says the same of these fields; within the transaction. */
export async function isTitleTaken(
  db: Db,
  { name, title: titled, alike = [] }: DocumentKind,
  community: PlaceCode,
  values: Values,
): Promise<boolean> {
  const title = String(values[titled])
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${name} ${community} ${title}`}, 109))`.execute(db)
  const same = alike.map((field) => sql`d.standing -> 'versions' -> -1 -> 'values' ->> ${field} = ${String(values[field])}`)
  const { rows } = await sql`select from kind_document d where ${sql.join(
    [lies(db, community), sql`d.kind = ${name} and d.community = ${community} and d.title = ${title}`, ...same],
    sql` and `,
  )} and (d.in_force is not null or d.unready) limit 1`.execute(db)
  return rows.length > 0
}

/** Closes a document against a second act at the same moment; within the transaction. */
export const lockPaper = (db: Db, id: Id) => sql`select pg_advisory_xact_lock(hashtextextended(${id}, 108))`.execute(db)

/** A document that an act makes or changes: where it is written, when and by whom it was begun. */
interface Touched {
  readonly id: Id
  readonly community: PlaceCode
  readonly at: Instant
  readonly by: Id
  readonly isNew: boolean
}

/** Keeps a document as it stands after an act, and what of it is read above the county. */
export async function savePaper(db: Db, kind: DocumentKind, touched: Touched, paper: Paper, day: Day): Promise<void> {
  const { id, community, at, by, isNew } = touched
  const now = { ...columnsOf(kind, paper), ended_on: inForceOf(paper) || isPaperUnready(paper) ? null : day }
  const fixed = {
    ...{ county: countyOf(db), id, community, kind: kind.name, kind_version: kind.version },
    ...{ keep_days: keepDaysOf(kind), ends_with: endsWithOf(kind), by_account: by, at },
  }
  if (isNew)
    await db
      .insertInto('kind_document')
      .values({ ...fixed, ...now })
      .execute()
  else await db.updateTable('kind_document').set(now).where('county', '=', countyOf(db)).where('id', '=', id).execute()
  await tell(db, 'kind_document', [{ id, community }])
  if (kind.below) await keepGiven(db, kind, id, community, paper, day)
  if (kind.above) await saveHead(db, kind, id, community, paper)
}

/** Keeps an act on a document; phones in what was said are sealed already. */
export async function insertPaperAct(
  db: Db,
  { id: document, kind, community }: Pick<KeptPaper, 'id' | 'kind' | 'community'>,
  { id, act, version, at, by, place, values, ground, issued }: PaperAct,
): Promise<void> {
  await db
    .insertInto('kind_document_act')
    .values({
      ...{ county: countyOf(db), id, document, community, kind, act, version, at, by_account: by, place },
      ...{ values: values ? JSON.stringify(values) : null, ground: ground ?? null },
      ...{ issuer: issued?.issuer ?? null, number: issued?.number ?? null, code: issued?.code ?? null },
    })
    .execute()
}

/** An act on a document as it is kept, with the name of who did it. */
export interface KeptPaperAct {
  readonly id: Id
  readonly act: string
  readonly at: Instant
  readonly by: string
  readonly version: number
  readonly ground: string
}

/** The acts on a document in their order. */
export async function listPaperActs(db: Db, document: Id): Promise<KeptPaperAct[]> {
  const { rows } = await sql<
    Omit<KeptPaperAct, 'at'> & { at: Date }
  >`select a.id, a.act, a.at, coalesce(c.name, '') as by, a.version, coalesce(a.ground, '') as ground
    from kind_document_act a left join account c on c.id = a.by_account
    where a.county = ${countyOf(db)} and a.document = ${document} order by a.at, a.id`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** The names of those who wrote the versions of a document, by account. */
export async function writersOf(db: Db, { versions }: Paper): Promise<Map<Id, string>> {
  const { rows } = await sql<{ id: Id; name: string }>`select c.id, c.name from account c
    where c.id = any (${sql.val([...new Set(versions.flatMap(({ by }) => by || []))])}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The next number of a place's series of a kind and year; whoever asks at the same moment waits, so that none is given twice. */
export async function takeNumber(db: Db, kind: string, community: PlaceCode, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`insert into kind_document_series as s (county, community, kind, year, last)
    values (${countyOf(db)}, ${community}, ${kind}, ${year}, 1) on conflict (county, community, kind, year)
    do update set last = s.last + 1 returning last`.execute(db)
  return rows[0]?.last ?? 1
}

/** Which documents of a kind a list shows. */
export interface PapersAmong {
  readonly kind: string
  readonly place: PlaceCode
  readonly show: PaperShow
  readonly today: Day
  /** Choices by which it is narrowed, by field, of the version that is shown. */
  readonly choices: Readonly<Record<string, string>>
  /** Only these: what the plan counts. */
  readonly among?: RawBuilder<unknown> | undefined
  readonly page: number
  readonly size: number
}

const holding = sql`d.in_force is not null`
const narrowed = (show: PaperShow, name: string, value: string): RawBuilder<unknown> => {
  const newest = sql`d.standing -> 'versions' -> -1`
  // Versions count up from one, without a gap.
  const shown = show === 'unready' ? newest : sql`coalesce(d.standing -> 'versions' -> (d.in_force - 1), ${newest})`
  return sql`${shown} -> 'values' ->> ${name} = ${value}`
}

/** How many documents a list has of what its chips show. */
export interface PapersCounted {
  readonly all: number
  readonly in_force: number
  readonly overdue: number
  readonly unready: number
  readonly due: number
}

/** One page of the documents of a kind, what is to be seen to first or by their title, and how many stand how. */
export async function listPapers(
  db: Db,
  { kind, place, show, today, choices, among, page, size }: PapersAmong,
): Promise<PapersCounted & { rows: KeptPaper[]; total: number }> {
  const within = (of: PaperShow) =>
    sql.join(
      [
        lies(db, place),
        sql`d.kind = ${kind}`,
        ...(among ? [sql`d.id in (${among})`] : []),
        ...Object.entries(choices).map(([name, value]) => narrowed(of, name, value)),
      ],
      sql` and `,
    )
  const lives = sql`(d.in_force is not null or d.unready)`
  const which: Readonly<Record<PaperShow, RawBuilder<unknown>>> = {
    all: lives,
    'in-force': holding,
    overdue: sql`${holding} and least(d.until_day, d.review_on) < ${today}`,
    unready: sql`d.unready`,
    over: sql`d.in_force is null and not d.unready`,
    due: sql`${lives} and d.due_from <= ${today}`,
  }
  const orders: Readonly<Partial<Record<PaperShow, RawBuilder<unknown>>>> = {
    ...{ all: sql`d.due_from, d.title`, due: sql`d.due_from, d.title` },
    overdue: sql`least(d.until_day, d.review_on)`,
  }
  const counted = (of: PaperShow) => sql`(select count(*)::int as n from (select from ${papers(db)}
    where ${within(of)} and ${which[of]} limit ${mostCounted + 1}) counted)`
  const counts = await sql<PapersCounted & { total: number }>`select lives.n as all, holds.n as in_force, overdue.n as overdue,
      unready.n as unready, due.n as due, shown.n as total
    from ${counted('all')} lives, ${counted('in-force')} holds, ${counted('overdue')} overdue, ${counted('unready')} unready,
      ${counted('due')} due, ${counted(show)} shown`.execute(db)
  const { rows } = await sql<KeptPaper>`select ${columns} from ${papers(db)} where ${within(show)} and ${which[show]}
    order by ${orders[show] ?? sql`d.title`}, d.id limit ${size} offset ${page * size}`.execute(db)
  return { rows, ...(counts.rows[0] ?? { total: 0, all: 0, in_force: 0, overdue: 0, unready: 0, due: 0 }) }
}
