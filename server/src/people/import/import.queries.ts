import type { Match } from '@wangdi/domain/people/arrival/arrival.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { tell, tellOf } from '../../platform/tenants/tell.ts'
import { type FilledGaps, filledIn, type FilledIn, lockGaps, readMoments } from './undo/gaps.queries.ts'

// Rows go in as one JSON text a table and page: one statement, no limit of parameters, types named once.

/** Lets the planner know tables, or a county, that have just begun to grow: until then it would scan whole counties. */
export const learnTableSizes = (db: Db, county: PlaceCode) => sql`select learn_table_sizes(${county})`.execute(db)

/** A person as an import enters them. */
export interface NewPerson {
  readonly id: Id
  readonly dwelling: Id | null
  /** The address in the words of the roster, where it names no door. */
  readonly door_text: string | null
  readonly name: string
  readonly initials: string
  /** Search pairs of the name, separated by blanks. */
  readonly grams: string
  readonly sex: string | null
  readonly born: Day | null
  readonly document_kind: string
  readonly document_cipher: string | null
  readonly document_hash: string | null
  readonly document_tail_hash: string | null
  readonly phone_cipher: string | null
  readonly phone_hash: string | null
  readonly phone_tail_hash: string | null
  readonly relation: string
  readonly residence: string
  readonly source: string
}

/**
 * Enters people with the search rows of their names; gives back who was entered. Whoever is missing there has a number that
 * somebody of the community holds since a moment ago.
 */
export async function insertPeople(db: Db, community: PlaceCode, people: readonly NewPerson[]): Promise<ReadonlySet<Id>> {
  if (people.length === 0) return new Set()
  const county = countyOf(db)
  const { rows } = await sql<{ id: Id }>`
    insert into person (county, id, community, dwelling, door_text, name, initials, sex, born, document_kind, document_cipher, document_hash,
      document_tail_hash, phone_cipher, phone_hash, phone_tail_hash, relation, residence, source)
    select t.county, r.id, ${community}, r.dwelling, r.door_text, r.name, r.initials, r.sex, r.born, r.document_kind, r.document_cipher,
      r.document_hash, r.document_tail_hash, r.phone_cipher, r.phone_hash, r.phone_tail_hash, r.relation, r.residence, r.source
    from tenant t, json_to_recordset(${JSON.stringify(people)}) as r (id uuid, dwelling uuid, door_text text, name text, initials text,
      sex text, born date, document_kind text, document_cipher text, document_hash text, document_tail_hash text,
      phone_cipher text, phone_hash text, phone_tail_hash text, relation text, residence text, source text)
    where t.county = ${county}
    on conflict (county, community, document_hash) where document_hash is not null and left_on is null and not document_doubted do nothing
    returning id`.execute(db)
  const made = new Set(rows.map(({ id }) => id))
  await insertGramsOf(
    db,
    community,
    people.filter(({ id }) => made.has(id)),
  )
  await tellOf(db, 'person', community, rows)
  return made
}

// One search row for all people of the page who share a gram.
async function insertGramsOf(db: Db, community: PlaceCode, people: readonly NewPerson[]): Promise<void> {
  const found = new Map<string, Id[]>()
  for (const { id, grams } of people)
    for (const gram of new Set(grams.split(' '))) {
      const page = found.get(gram)
      if (page) page.push(id)
      else if (gram !== '') found.set(gram, [id])
    }
  const rows = [...found].map(([gram, ids]) => ({ gram, page: ids[0], people: ids }))
  await sql`insert into person_gram (county, gram, community, page, people)
    select t.county, r.gram, ${community}, r.page, r.people
    from tenant t, json_to_recordset(${JSON.stringify(rows)}) as r (gram text, page uuid, people uuid[])
    where t.county = ${countyOf(db)}`.execute(db)
}

/** Fills gaps of people already held, and gives back what stood there; who has no gap is left alone, version and all. */
export async function fillGaps(db: Db, county: PlaceCode, by: Id, people: readonly FilledGaps[]): Promise<FilledIn[]> {
  if (people.length === 0) return []
  const before = await lockGaps(
    db,
    county,
    people.map(({ id }) => id),
  )
  const { rows } = await sql<{
    id: Id
    community: PlaceCode
  }>`update person p set dwelling = coalesce(p.dwelling, r.dwelling), door_text = coalesce(r.door_text, p.door_text), sex = coalesce(p.sex, r.sex), born = coalesce(p.born, r.born),
      phone_cipher = coalesce(p.phone_cipher, r.phone_cipher), phone_hash = coalesce(p.phone_hash, r.phone_hash),
      phone_tail_hash = coalesce(p.phone_tail_hash, r.phone_tail_hash),
      relation = case when p.relation = '' then r.relation else p.relation end,
      source = case when r.resident and p.source = 'arrival' then 'import' else p.source end,
      version = p.version + 1, changed_at = now(), changed_by = ${by}
    from json_to_recordset(${JSON.stringify(people)}) as r (id uuid, dwelling uuid, door_text text, sex text, born date, phone_cipher text, phone_hash text,
      phone_tail_hash text, relation text, resident boolean)
    where p.county = ${county} and p.id = r.id and (
      (p.dwelling is null and (r.dwelling is not null or (r.door_text is not null and p.door_text is distinct from r.door_text))) or (p.sex is null and r.sex is not null) or (p.born is null and r.born is not null)
      or (p.phone_hash is null and r.phone_hash is not null) or (p.relation = '' and r.relation <> '') or (r.resident and p.source = 'arrival'))
    returning p.id, p.community`.execute(db)
  await tell(db, 'person', rows)
  const moments = await readMoments(
    db,
    county,
    rows.map(({ id }) => id),
  )
  return filledIn(people, before, moments)
}

/** A key-group mark as an import enters it. */
export interface NewMark {
  readonly id: Id
  readonly person: Id
  readonly kind: string
  readonly since: Day
  readonly review_on: Day
}

/** Enters marks, and gives back which; a mark that the person has already stays as it is. */
export async function insertMarks(db: Db, community: PlaceCode, marks: readonly NewMark[]): Promise<Id[]> {
  if (marks.length === 0) return []
  const { rows } = await sql<{ id: Id }>`insert into person_mark (county, id, community, person, kind, source, since, review_on)
    select t.county, r.id, ${community}, r.person, r.kind, 'import', r.since, r.review_on
    from tenant t, json_to_recordset(${JSON.stringify(marks)}) as r (id uuid, person uuid, kind text, since date, review_on date)
    where t.county = ${countyOf(db)} on conflict (county, person, kind) where ended_on is null do nothing returning id`.execute(
    db,
  )
  await tellOf(db, 'person_mark', community, rows)
  return rows.map(({ id }) => id)
}

/** An arrival as an import enters it. */
export interface NewArrival {
  readonly id: Id
  readonly person: Id
  readonly dwelling: Id | null
  readonly origin: string
  readonly origin_kind: string
  readonly arrived_on: Day
  readonly transport: string
  readonly companions: number | null
  readonly match: Match
  readonly note: string
}

/** Enters arrivals, and gives back which; the same person on the same day is one arrival. */
export async function insertArrivals(db: Db, community: PlaceCode, by: Id, arrivals: readonly NewArrival[]): Promise<Id[]> {
  if (arrivals.length === 0) return []
  const { rows } = await sql<{
    id: Id
  }>`insert into arrival (county, id, community, person, dwelling, origin, origin_kind, arrived_on,
      transport, companions, source, match, note, recorded_by)
    select t.county, r.id, ${community}, r.person, r.dwelling, r.origin, r.origin_kind, r.arrived_on, r.transport, r.companions, 'import',
      r.match, r.note, ${by}::uuid
    from tenant t, json_to_recordset(${JSON.stringify(arrivals)}) as r (id uuid, person uuid, dwelling uuid, origin text,
      origin_kind text, arrived_on date, transport text, companions int, match text, note text)
    where t.county = ${countyOf(db)} on conflict (county, person, arrived_on) do nothing returning id`.execute(db)
  await tellOf(db, 'arrival', community, rows)
  return rows.map(({ id }) => id)
}

/** A person already held, as far as matching needs to know. */
export interface Held {
  readonly id: Id
  readonly name: string
  readonly sex: 'male' | 'female' | null
  readonly born: Day | null
  readonly dwelling: Id | null
  readonly documentHash: string | null
  readonly phoneHash: string | null
  readonly source: string
}

const held = sql`select id, name, sex, born, dwelling, document_hash as "documentHash", phone_hash as "phoneHash", source from person`

/** People of the county, or of one community in it, whose document number has one of these hashes: one look into the index for each, whatever the planner believes. */
export const listByDocument = async (db: Db, hashes: readonly string[], community: PlaceCode | undefined): Promise<Held[]> =>
  hashes.length === 0
    ? []
    : (
        await sql<Held>`select found.* from unnest(${hashes}::text[]) as hash cross join lateral
          (${held} where county = ${countyOf(db)} and document_hash = hash and left_on is null
            ${community === undefined ? sql`` : sql`and community = ${community}`} order by document_doubted limit 1) as found`.execute(
          db,
        )
      ).rows

/** Whether anybody of a community has a document number on file. */
export const hasNumbered = async (db: Db, community: PlaceCode): Promise<boolean> =>
  (
    await sql<{ some: boolean }>`select exists (select from person
      where county = ${countyOf(db)} and community = ${community} and document_hash is not null) as some`.execute(db)
  ).rows[0]?.some ?? false

/** People of a community who have no document number on file. */
export const listUnnumbered = async (db: Db, community: PlaceCode): Promise<Held[]> =>
  (
    await sql<Held>`${held} where county = ${countyOf(db)} and community = ${community} and document_hash is null and left_on is null`.execute(
      db,
    )
  ).rows

/** People of a community who bear one of these names and have a document number on file. */
export const listByName = async (
  db: Db,
  community: PlaceCode,
  initials: readonly string[],
  names: readonly string[],
): Promise<Held[]> =>
  names.length === 0
    ? []
    : (
        await sql<Held>`${held} where county = ${countyOf(db)} and community = ${community} and initials = any(${initials}::text[])
          and name = any(${names}::text[]) and document_hash is not null and left_on is null`.execute(db)
      ).rows
