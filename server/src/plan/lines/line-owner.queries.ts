import type { LineOwner } from '@wangdi/domain/plan/lines/lines.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** Who answers for each line of a community, as last said. */
export async function listLineOwners(db: Db, community: PlaceCode): Promise<Map<string, LineOwner>> {
  const { rows } = await sql<LineOwner & { line: string }>`select distinct on (o.line) o.line, o.name, o.due_on from line_owner o
    where o.place = ${community} order by o.line, o.seen desc`.execute(db)
  return new Map(rows.map(({ line, ...owner }) => [line, owner]))
}

/** Keeps who answers for a line. */
export const insertLineOwner = (
  db: Db,
  owner: { place: PlaceCode; id: Id; line: string; name: string; due_on: Day | null; by_account: Id; at: Date },
) => db.insertInto('line_owner').values(owner).execute()
