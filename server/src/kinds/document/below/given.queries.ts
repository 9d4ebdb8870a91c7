import { inForceOf, newestOf, type Paper } from '@wangdi/domain/kinds/document/document.rules.ts'
import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import type { CommunityCode, Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../../platform/db.ts'
import { tell } from '../../../platform/tenants/tell.ts'

/** A document as it was given out to those below; phones in what it says are sealed. */
export interface GivenPaper {
  readonly id: Id
  readonly kind: string
  readonly from: PlaceCode
  readonly title: string
  readonly version: number
  readonly said: Values
  readonly number: string | null
  readonly in_force_from: Day
  readonly until: Day | null
  readonly review_on: Day | null
  /** When the asked community received this version. */
  readonly received_on: Day | null
}

/** The communities of a place that stand on a day, by their code. */
export async function listBelow(db: Db, place: PlaceCode, day: Day): Promise<{ place: CommunityCode; name: string }[]> {
  const { rows } = await sql<{ place: CommunityCode; name: string }>`select p.code as place, p.name from place p
    where p.level = 'community' and starts_with(p.code, ${place}) and p.valid_from <= ${day}
      and (p.valid_to is null or p.valid_to > ${day}) order by p.code`.execute(db)
  return rows
}

/** Gives a document out to those below for as long as it holds; what is of a community is for itself. Their phones are told. */
export async function keepGiven(db: Db, kind: DocumentKind, id: Id, community: PlaceCode, paper: Paper, day: Day): Promise<void> {
  if (community.length === 12) return
  const holds = inForceOf(paper)
  const county = countyOf(db)
  if (!holds?.in_force_from)
    await db.deleteFrom('kind_document_given').where('county', '=', county).where('id', '=', id).execute()
  else {
    const said = { title: String((holds ?? newestOf(paper))?.values[kind.title] ?? ''), said: JSON.stringify(holds.values) }
    const now = {
      ...{ ...said, version: holds.version, number: holds.issued?.number ?? null, in_force_from: holds.in_force_from },
      ...{ until_day: holds.until, review_on: paper.review_on },
    }
    await db
      .insertInto('kind_document_given')
      .values({ county, id, community, kind: kind.name, ...now })
      .onConflict((conflict) => conflict.columns(['county', 'id']).doUpdateSet(now))
      .execute()
  }
  const below = await listBelow(db, community, day)
  await tell(
    db,
    'kind_document_given',
    [community, ...below.map(({ place }) => place)].map((place) => ({ community: place, id })),
  )
}

/** What those above a place gave out of these kinds and holds: all of it, or these very ones. */
export async function listFromAbove(
  db: Db,
  kinds: readonly string[],
  place: PlaceCode,
  ids?: readonly Id[],
): Promise<GivenPaper[]> {
  const { rows } =
    await sql<GivenPaper>`select g.id, g.kind, g.community as from, g.title, g.version, g.said, g.number, g.in_force_from,
      g.until_day as until, g.review_on, (r.at at time zone 'Asia/Shanghai')::date as received_on
    from kind_document_given g left join kind_document_receipt r on r.county = ${countyOf(db)} and r.document = g.id
      and r.version = g.version and r.community = ${place}
    where g.county = ${countyOf(db)} and g.kind = any (${sql.val([...kinds])}::text[]) and starts_with(${place}, g.community)
      and g.community <> ${place} and ${ids ? sql`g.id = any (${sql.val([...ids])}::uuid[])` : sql`true`}
    order by g.title, g.id`.execute(db)
  return rows
}

/** Keeps that a community received a version; once, however often it is said. */
export async function keepReceipt(
  db: Db,
  said: { id: Id; document: Id; version: number; community: CommunityCode; kind: string; at: Date; by_account: Id },
): Promise<void> {
  await db
    .insertInto('kind_document_receipt')
    .values({ county: countyOf(db), ...said })
    .onConflict((conflict) => conflict.columns(['county', 'document', 'version', 'community']).doNothing())
    .execute()
  await tell(db, 'kind_document_given', [{ id: said.document, community: said.community }])
}

/** Who received a version of a document, by community. */
export async function listReceipts(
  db: Db,
  document: Id,
  version: number,
): Promise<Map<CommunityCode, { received_on: Day; by: string }>> {
  const { rows } = await sql<{ community: CommunityCode; received_on: Day; by: string }>`select r.community,
      (r.at at time zone 'Asia/Shanghai')::date as received_on, coalesce(a.name, '') as by
    from kind_document_receipt r left join account a on a.id = r.by_account
    where r.county = ${countyOf(db)} and r.document = ${document} and r.version = ${version}`.execute(db)
  return new Map(rows.map(({ community, ...one }) => [community, one]))
}
