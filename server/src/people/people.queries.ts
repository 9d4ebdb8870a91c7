import { civilAffairsKinds } from '@wangdi/domain/people/key-group.ts'
import { problems } from '@wangdi/domain/people/people.problems.ts'
import type { Mark } from '@wangdi/domain/people/person.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { isRefusedBy } from '../platform/cluster/refused-by.ts'
import { countyOf, type Db } from '../platform/db.ts'
import { tell } from '../platform/tenants/tell.ts'
import type { FieldCipher } from '../platform/secrets/fields.ts'
import { gramsOf, initialsOf } from './name-index.ts'

/** The row of a resident within the scope. */
export const findPerson = (db: Db, id: Id) =>
  db.selectFrom('person').selectAll().where('county', '=', countyOf(db)).where('id', '=', id).executeTakeFirst()

/** The row of a resident, locked until the transaction ends. */
export const lockPerson = (db: Db, id: Id) =>
  db.selectFrom('person').selectAll().where('county', '=', countyOf(db)).where('id', '=', id).forUpdate().executeTakeFirst()

/** Where a person stands for the reach of a request: community and dwelling. */
export async function findWhereabouts(db: Db, id: Id): Promise<{ place: string; dwelling: string | null } | undefined> {
  const row = await db
    .selectFrom('person')
    .select(['community', 'dwelling'])
    .where('county', '=', countyOf(db))
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { place: row.community, dwelling: row.dwelling }
}

/** Whether the community has this door. */
export const hasDwelling = async (db: Db, community: string, id: Id) =>
  (await db
    .selectFrom('dwelling')
    .select('id')
    .where('county', '=', countyOf(db))
    .where('id', '=', id)
    .where('community', '=', community)
    .executeTakeFirst()) !== undefined

/** Whether another record within reach holds this document number. */
export const isDocumentHeld = async (db: Db, hash: string, except: Id) =>
  (await db
    .selectFrom('person')
    .select('id')
    .where('county', '=', countyOf(db))
    .where('document_hash', '=', hash)
    .where('id', '!=', except)
    .where('left_on', 'is', null)
    .executeTakeFirst()) !== undefined

/** The open marks of these people, by person. */
export async function listMarks(db: Db, people: readonly Id[]): Promise<Map<string, Mark[]>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('person_mark')
    .select(['id', 'person', 'kind', 'since', 'review_on', 'source', 'version'])
    .where('county', '=', countyOf(db))
    .where('person', 'in', [...people])
    .where('ended_on', 'is', null)
    .orderBy('kind')
    .execute()
  return Map.groupBy(rows as (Mark & { person: string })[], (row) => row.person)
}

/** Columns of a person that come from sealing a number; null where there is none. */
export function sealed(fields: FieldCipher, kind: 'document' | 'phone', text: string | null) {
  const field = text ? fields.seal(kind, text) : undefined
  return {
    [`${kind}_cipher`]: field?.cipher ?? null,
    [`${kind}_hash`]: field?.hash ?? null,
    [`${kind}_tail_hash`]: field?.tailHash ?? null,
  }
}

/** Makes the search rows of a name anew. */
export async function renewGrams(db: Db, person: Id, community: string, name: string): Promise<void> {
  await sql`select forget_grams_of(${countyOf(db)}, ${community}, array[${person}::uuid])`.execute(db)
  await insertGrams(db, person, community, name)
}

const insertGrams = (db: Db, person: Id, community: string, name: string) =>
  sql`insert into person_gram (county, gram, community, page, people)
    select t.county, g.gram, ${community}, ${person}::uuid, array[${person}::uuid]
    from tenant t, unnest(${gramsOf(name)}::text[]) as g (gram) where t.county = ${countyOf(db)}
    on conflict (county, gram, community, page) do update set people = person_gram.people || excluded.people`.execute(db)

/** Enters a new resident with the search rows of the name; false where another record of the community holds the number. */
export async function insertPerson(
  db: Db,
  fields: FieldCipher,
  person: {
    id: Id
    community: string
    name: string
    document: string | null
    phone: string | null
    columns: Record<string, unknown>
  },
): Promise<boolean> {
  const { id, community, name, document, phone, columns } = person
  const made = await db
    .insertInto('person')
    .values({
      county: countyOf(db),
      id,
      community,
      name,
      initials: initialsOf(name),
      ...sealed(fields, 'document', document),
      ...sealed(fields, 'phone', phone),
      ...columns,
    })
    .onConflict((conflict) => conflict.columns(['county', 'community', 'document_hash']).where(holdsNumber).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return false
  await insertGrams(db, id, community, name)
  await tell(db, 'person', [person])
  return true
}

// In the words of the index `person_document_once`, so that the conflict is known for its own.
const holdsNumber = sql<boolean>`document_hash is not null and left_on is null and not document_doubted`
const isHeld = (error: unknown) => isRefusedBy('person_document_once', error)

/** The name of an account; empty for none. */
export const findAccountName = async (db: Db, id: Id | null): Promise<string> =>
  id === null ? '' : ((await db.selectFrom('account').select('name').where('id', '=', id).executeTakeFirst())?.name ?? '')

/** Writes a corrected resident, with who changes it and when; the version moves by one. Throws where another holds the number. */
export async function updatePerson(
  db: Db,
  id: Id,
  changes: { changed_by: Id; changed_at: Date; [column: string]: unknown },
): Promise<number> {
  const row = await db
    .updateTable('person')
    .set({ ...changes, version: sql`version + 1` })
    .where('county', '=', countyOf(db))
    .where('id', '=', id)
    .returning(['id', 'community', 'version'])
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      throw isHeld(error) ? problems.documentHeld({}) : error
    })
  await tell(db, 'person', [row])
  return row.version
}

/** Enters a mark; false when the person already has it. */
export async function insertMark(
  db: Db,
  mark: { id: Id; community: string; person: Id; kind: string; source: string; since: Day; review_on: Day },
): Promise<boolean> {
  const made = await db
    .insertInto('person_mark')
    .values({ county: countyOf(db), ...mark })
    .onConflict((conflict) => conflict.columns(['county', 'person', 'kind']).where('ended_on', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) await tell(db, 'person_mark', [mark])
  return made !== undefined
}

/** The row of a mark, locked. */
export const lockMark = (db: Db, id: Id) =>
  db.selectFrom('person_mark').selectAll().where('county', '=', countyOf(db)).where('id', '=', id).forUpdate().executeTakeFirst()

/** Sets a mark's next review or its end. */
export async function updateMark(db: Db, id: Id, changes: { review_on?: Day | null; ended_on?: Day }): Promise<number> {
  const row = await db
    .updateTable('person_mark')
    .set({ ...changes, version: sql`version + 1` })
    .where('county', '=', countyOf(db))
    .where('id', '=', id)
    .returning(['id', 'community', 'version'])
    .executeTakeFirstOrThrow()
  await tell(db, 'person_mark', [row])
  return row.version
}

/** Records that advice reached a person. */
export const insertAdvice = (
  db: Db,
  advice: { id: Id; community: string; person: Id; topic: string; way: string; by_account: Id; at: Date; recorded_at: Date },
) =>
  db
    .insertInto('person_advice')
    .values({ county: countyOf(db), ...advice })
    .execute()

/** Advice given to a person, newest first, with who gave it. */
export const listAdvice = async (db: Db, person: Id) =>
  (
    await sql<{ id: string; topic: string; way: string; at: Date; by: string }>`
    select a.id, a.topic, a.way, a.at, coalesce(c.name, '') as by from person_advice a left join account c on c.id = a.by_account
    where a.county = ${countyOf(db)} and a.person = ${person} order by a.at desc limit 20`.execute(db)
  ).rows

/** People, marks due for review and people advised, by kind of mark. */
export const countMarks = async (db: Db, place: string, today: Day) =>
  (
    await sql<{ kind: string; people: number; review_due: number; advised: number }>`
    select m.kind, count(*)::int as people, count(*) filter (where m.review_on <= ${today})::int as review_due,
      count(*) filter (where exists (select from person_advice a where a.county = ${countyOf(db)} and a.person = m.person))::int as advised
    from person_mark m join person p on p.county = ${countyOf(db)} and p.id = m.person and p.left_on is null
    where m.county = ${countyOf(db)} and starts_with(m.community, ${place}) and m.ended_on is null group by m.kind`.execute(db)
  ).rows

/** The clients of civil affairs of a place, each once whatever marks they bear, with those whose mark is to be reviewed and those advised. */
export const countClients = async (db: Db, place: string, today: Day) =>
  (
    await sql<{ people: number; review_due: number; advised: number }>`
    select count(distinct m.person)::int as people, count(distinct m.person) filter (where m.review_on <= ${today})::int as review_due,
      count(distinct m.person) filter (where exists (select from person_advice a where a.county = ${countyOf(db)} and a.person = m.person))::int as advised
    from person_mark m join person p on p.county = ${countyOf(db)} and p.id = m.person and p.left_on is null
    where m.county = ${countyOf(db)} and starts_with(m.community, ${place}) and m.ended_on is null
      and m.kind in (${sql.join(civilAffairsKinds)})`.execute(db)
  ).rows[0] ?? { people: 0, review_due: 0, advised: 0 }

/** Residents of a place, and of a range of birthdays when given, with those among them who were advised. */
export const countPeople = async (db: Db, place: string, born?: { after: Day; until: Day }) =>
  (
    await sql<{ people: number; advised: number }>`
    select count(*)::int as people, count(*) filter (where exists (select from person_advice a where a.county = ${countyOf(db)} and a.person = p.id))::int as advised
    from person p where county = ${countyOf(db)} and starts_with(community, ${place}) and left_on is null
    ${born ? sql`and born > ${born.after} and born <= ${born.until}` : sql``}`.execute(db)
  ).rows[0] ?? { people: 0, advised: 0 }
