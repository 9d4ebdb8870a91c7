import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../../platform/db.ts'

/** What a roster adds to a person already held: gaps are filled, nothing is overwritten. */
export interface FilledGaps {
  readonly id: Id
  readonly dwelling: Id | null
  readonly door_text: string | null
  readonly sex: string | null
  readonly born: Day | null
  readonly phone_cipher: string | null
  readonly phone_hash: string | null
  readonly phone_tail_hash: string | null
  readonly relation: string
  /** A resident's roster names somebody who was known only as an arrival: from now on a resident. */
  readonly resident: boolean
}

/** What stood with somebody before a roster filled gaps; moments are the database's own text, which keeps all their digits. */
export interface FilledIn {
  readonly id: Id
  /** Which columns were filled; all of them were empty but the words of an address and where the person came from. */
  readonly columns: readonly string[]
  readonly door_text: string | null
  readonly changed_at: string
  readonly changed_by: Id | null
  /** When they were filled: another moment there says that somebody changed the person since. */
  readonly at: string
}

interface Gaps extends Omit<FilledIn, 'columns' | 'at'> {
  readonly community: PlaceCode
  readonly dwelling: Id | null
  readonly sex: string | null
  readonly born: string | null
  readonly phone_hash: string | null
  readonly relation: string
  readonly source: string
}

/** People whose gaps are to be filled, as they stand, locked until the transaction ends. */
export const lockGaps = async (db: Db, county: PlaceCode, ids: readonly Id[]): Promise<Gaps[]> =>
  (
    await sql<Gaps>`select id, community, dwelling, door_text, sex, born, phone_hash, relation, source, changed_at::text as changed_at, changed_by
      from person where county = ${county} and id = any(${[...ids]}::uuid[]) order by id for update`.execute(db)
  ).rows

/** When these people were last changed, in the database's own text; asked by itself, since a cluster makes no text of what it writes. */
export async function readMoments(db: Db, county: PlaceCode, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  const { rows } = await sql<{ id: Id; at: string }>`select id, changed_at::text as at from person
    where county = ${county} and id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** What stood with each of those who were filled in, by the rule by which gaps are filled. `at`: whom, and when. */
export function filledIn(people: readonly FilledGaps[], before: readonly Gaps[], at: ReadonlyMap<Id, string>): FilledIn[] {
  const held = new Map(before.map((one) => [one.id, one]))
  return people.flatMap((gaps) => {
    const was = held.get(gaps.id)
    const moment = at.get(gaps.id)
    if (!was || moment === undefined) return []
    held.delete(gaps.id)
    const filled = {
      dwelling: was.dwelling === null && gaps.dwelling !== null,
      door_text: gaps.door_text !== null && gaps.door_text !== was.door_text,
      sex: was.sex === null && gaps.sex !== null,
      born: was.born === null && gaps.born !== null,
      phone: was.phone_hash === null && gaps.phone_hash !== null,
      relation: was.relation === '' && gaps.relation !== '',
      source: gaps.resident && was.source === 'arrival',
    }
    const columns = Object.entries(filled).flatMap(([column, is]) => (is ? [column] : []))
    const door_text = filled.door_text ? was.door_text : null
    return [{ id: gaps.id, columns, door_text, changed_at: was.changed_at, changed_by: was.changed_by, at: moment }]
  })
}
