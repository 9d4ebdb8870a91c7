import type { Door } from '@wangdi/domain/people/roster/address.ts'
import type { Door as NamedDoor } from '@wangdi/domain/places/places.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { doorIn, doorJoins } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'
import { keepMove } from '../moves.queries.ts'
import { lockPerson } from '../people.queries.ts'
import { tell } from '../../platform/tenants/tell.ts'

/** Something that a run could not decide. */
export type Undecided =
  | { readonly kind: 'other-address'; readonly person: Id; readonly door: Door; readonly row: number }
  | { readonly kind: 'look-alike'; readonly person: Id; readonly other: Id; readonly row: number }
  | { readonly kind: 'door-unread' | 'words-unclear'; readonly person: Id; readonly words: string; readonly row: number }

/** Puts things on the pile; what lies there already, or was settled before, is not asked again. Gives back how many are new. */
export async function addToPile(db: Db, community: PlaceCode, run: Id, items: readonly Undecided[]): Promise<number> {
  if (items.length === 0) return 0
  const rows = pairsOnce(items).map((item) => ({
    id: newId(),
    kind: item.kind,
    person: item.person,
    other: item.kind === 'look-alike' ? item.other : null,
    door: item.kind === 'other-address' ? item.door : null,
    words: 'words' in item ? item.words : null,
    roster_row: item.row,
  }))
  const made = await sql`insert into person_pile (county, id, community, kind, person, other, door, words, run, roster_row)
    select t.county, r.id, ${community}, r.kind, r.person, r.other, r.door, r.words, ${run}::uuid, r.roster_row
    from tenant t, json_to_recordset(${JSON.stringify(rows)}) as r (id uuid, kind text, person uuid, other uuid, door jsonb, words text, roster_row int)
    where t.county = ${countyOf(db)}
      and not exists (select from person_pile p where p.county = ${countyOf(db)} and p.person = r.person and p.kind = r.kind
        and p.other is not distinct from r.other and p.door is not distinct from r.door and p.words is not distinct from r.words)
      and not exists (select from person_pile p where p.county = ${countyOf(db)} and p.kind = 'look-alike' and r.kind = 'look-alike'
        and p.person = r.other and p.other = r.person)
      and not exists (select from person_link l where l.county = ${countyOf(db)} and l.ended_at is null
        and ((l.one = r.person and l.other = r.other) or (l.one = r.other and l.other = r.person)))`.execute(db)
  return Number(made.numAffectedRows ?? 0)
}

// Whether two records are one person is one question, whichever of them asks it.
function pairsOnce(items: readonly Undecided[]): Undecided[] {
  const asked = new Set<string>()
  return items.filter((item) => {
    if (item.kind !== 'look-alike') return true
    const pair = [item.person, item.other].sort().join(' ')
    return !asked.has(pair) && asked.add(pair)
  })
}

/** Puts two records on the pile of which one was just entered without a roster: they may be one person. */
export const addLookAlike = (db: Db, community: PlaceCode, person: Id, other: Id) =>
  db
    .insertInto('person_pile')
    .values({ county: community.slice(0, 6), id: newId(), community, kind: 'look-alike', person, other })
    .execute()

interface SideRow {
  readonly id: Id
  readonly name: string
  readonly sex: 'male' | 'female' | null
  readonly born: string | null
  readonly document: string | null
  readonly phone: string | null
  readonly dwelling: Id | null
  readonly door: NamedDoor | null
}

/** A thing on the pile as it lies in the database: both sides with sealed numbers. */
export interface PileRow {
  readonly id: Id
  readonly kind: 'other-address' | 'look-alike' | 'door-unread' | 'words-unclear'
  readonly place: PlaceCode
  /** None where no roster brought it. */
  readonly run: Id | null
  readonly row: number | null
  readonly at: string
  readonly door: Door | null
  readonly words: string | null
  readonly person: SideRow
  readonly other: SideRow | null
}

const side = (db: Db, alias: 'p' | 'o') => {
  const name = (column: string) => sql.ref(`${alias}.${column}`)
  return sql`case when ${name('id')} is null then null else json_build_object('id', ${name('id')}, 'name', ${name('name')}, 'sex', ${name('sex')},
    'born', ${name('born')}, 'document', ${name('document_cipher')}, 'phone', ${name('phone_cipher')}, 'dwelling', ${name('dwelling')},
    'door', ${doorIn(db, alias)}) end`
}
const dwellingOf = (db: Db, alias: 'p' | 'o') => {
  const of = (column: string) => sql.ref(`${alias}d.${column}`)
  return sql`left join dwelling ${sql.ref(`${alias}d`)} on ${of('county')} = ${countyOf(db)} and ${of('id')} = ${sql.ref(`${alias}.dwelling`)}
    ${doorJoins(db, alias)}`
}

/** What lies on the pile of a place, oldest first. */
export async function listOpenPile(
  db: Db,
  place: PlaceCode,
  page: number,
  size: number,
): Promise<{ rows: PileRow[]; total: number }> {
  const { rows } = await sql<PileRow>`
    select i.id, i.kind, i.community as place, i.run, i.roster_row as row, to_char(i.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      i.door, i.words, ${side(db, 'p')} as person, ${side(db, 'o')} as other
    from person_pile i join person p on p.county = ${countyOf(db)} and p.id = i.person
    left join person o on o.county = ${countyOf(db)} and o.id = i.other
    ${dwellingOf(db, 'p')} ${dwellingOf(db, 'o')}
    where i.county = ${countyOf(db)} and starts_with(i.community, ${place}) and i.settled is null
    order by i.at, i.roster_row nulls first, i.id limit ${size} offset ${page * size}`.execute(db)
  const counted = await sql<{ n: number }>`select count(*)::int as n from person_pile
    where county = ${countyOf(db)} and starts_with(community, ${place}) and settled is null`.execute(db)
  return { rows, total: counted.rows[0]?.n ?? 0 }
}

/** The community of a thing on the pile, for the reach of a request. */
export const findPilePlace = async (db: Db, id: Id): Promise<PlaceCode | undefined> =>
  (
    await sql<{
      place: PlaceCode
    }>`select community as place from person_pile where county = ${countyOf(db)} and id = ${id}`.execute(db)
  ).rows[0]?.place

/** An open question of address, locked; undefined when it is settled already or none. */
export const lockAddress = async (db: Db, id: Id): Promise<{ person: Id; place: PlaceCode; door: Door } | undefined> =>
  (
    await sql<{ person: Id; place: PlaceCode; door: Door }>`select person, community as place, door from person_pile
      where county = ${countyOf(db)} and id = ${id} and kind = 'other-address' and settled is null for update`.execute(db)
  ).rows[0]

/** A settled question of address, locked; undefined when it is open or none. */
export const lockSettledAddress = async (
  db: Db,
  id: Id,
): Promise<{ person: Id; place: PlaceCode; door: Door; settled: 'stay' | 'move' } | undefined> =>
  (
    await sql<{
      person: Id
      place: PlaceCode
      door: Door
      settled: 'stay' | 'move'
    }>`select person, community as place, door, settled from person_pile
      where county = ${countyOf(db)} and id = ${id} and kind = 'other-address' and settled is not null for update`.execute(db)
  ).rows[0]

/** Opens a settled question of address again. */
export const reopen = (db: Db, id: Id) =>
  sql`update person_pile set settled = null, settled_by = null, settled_at = null where county = ${countyOf(db)} and id = ${id}`.execute(
    db,
  )

/** Settles a thing on the pile. */
export const settle = (db: Db, id: Id, as: 'stay' | 'move', by: Id) =>
  sql`update person_pile set settled = ${as}, settled_by = ${by}, settled_at = now() where county = ${countyOf(db)} and id = ${id}`.execute(
    db,
  )

/** Says that words of a roster are dealt with, or opens them again; false where they are in that state already or none. */
export async function settleWords(db: Db, id: Id, by: Id | null): Promise<boolean> {
  const settled =
    by === null
      ? sql`settled = null, settled_by = null, settled_at = null`
      : sql`settled = 'done', settled_by = ${by}, settled_at = now()`
  const { rows } = await sql`update person_pile set ${settled} where county = ${countyOf(db)} and id = ${id} and words is not null
    and settled is ${by === null ? sql`not null` : sql`null`} returning id`.execute(db)
  return rows.length === 1
}

/** Settles every open look-alike of two records, or opens them again. */
export const settlePair = (db: Db, one: Id, other: Id, as: 'same' | 'different' | null, by: Id) =>
  sql`update person_pile set settled = ${as}, settled_by = ${as && by}, settled_at = ${as === null ? sql`null` : sql`now()`}
    where county = ${countyOf(db)} and kind = 'look-alike'
      and ((person = ${one} and other = ${other}) or (person = ${other} and other = ${one}))`.execute(db)

/** Says of two records that they are, or are not, the same person; what was said before ends. False where somebody else said it just now. */
export async function insertLink(
  db: Db,
  link: { id: Id; community: PlaceCode; one: Id; other: Id; state: 'same' | 'different'; by: Id },
): Promise<boolean> {
  const { id, community, one, other, state, by } = link
  await sql`update person_link set ended_at = now() where county = ${countyOf(db)} and ended_at is null
    and ((one = ${one} and other = ${other}) or (one = ${other} and other = ${one}))`.execute(db)
  const made = await sql`insert into person_link (county, id, community, one, other, state, by_account)
    values (${community.slice(0, 6)}, ${id}, ${community}, ${one}, ${other}, ${state}, ${by}) on conflict do nothing`.execute(db)
  return made.numAffectedRows === 1n
}

/** The records that an open link speaks of, locked. */
export const lockLink = async (db: Db, id: Id): Promise<{ one: Id; other: Id } | undefined> =>
  (
    await sql<{ one: Id; other: Id }>`select one, other from person_link
      where county = ${countyOf(db)} and id = ${id} and ended_at is null for update`.execute(db)
  ).rows[0]

/** The community of a link, for the reach of a request. */
export const findLinkPlace = async (db: Db, id: Id): Promise<PlaceCode | undefined> =>
  (
    await sql<{
      place: PlaceCode
    }>`select community as place from person_link where county = ${countyOf(db)} and id = ${id}`.execute(db)
  ).rows[0]?.place

/** Open links that say of a record that another one is the same person, with the other's name. */
export const listSameAs = async (db: Db, person: Id): Promise<{ id: Id; person: Id; name: string }[]> =>
  (
    await sql<{ id: Id; person: Id; name: string }>`select l.id, o.id as person, o.name from person_link l
      join person o on o.county = ${countyOf(db)} and o.id = case when l.one = ${person} then l.other else l.one end
      where l.county = ${countyOf(db)} and l.ended_at is null and l.state = 'same' and (l.one = ${person} or l.other = ${person})
      order by l.id`.execute(db)
  ).rows

/** Ends a link. */
export const endLink = (db: Db, id: Id) =>
  sql`update person_link set ended_at = now() where county = ${countyOf(db)} and id = ${id}`.execute(db)

/** Moves a person behind another door, as a roster says, or back; an account decided it, and the door before stays known. */
export async function moveTo(
  db: Db,
  person: Id,
  dwelling: Id | null,
  by: Id,
  { why, at }: { why: 'roster' | 'taken-back'; at: Date },
): Promise<void> {
  const held = await lockPerson(db, person)
  if (!held) return
  await keepMove(db, { community: held.community, person, from: held.dwelling, to: dwelling, moved_on: null, why, by, at })
  const { rows } = await sql<{ id: Id; community: PlaceCode }>`update person set dwelling = ${dwelling}, version = version + 1,
      changed_at = now(), changed_by = ${by} where county = ${countyOf(db)} and id = ${person} returning id, community`.execute(
    db,
  )
  await tell(db, 'person', rows)
}
