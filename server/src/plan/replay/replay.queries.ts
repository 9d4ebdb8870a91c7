import type { KeptAnswer } from '@wangdi/domain/documents/answer.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

/** A decision with the answer that was kept beside it. */
export interface KeptDecision {
  readonly kind: 'level' | 'response'
  readonly id: Id
  readonly place: PlaceCode
  readonly place_name: string
  /** The value that was confirmed, or issuer and number of the response. */
  readonly decided: string
  readonly day: Day
  readonly at: Date
  readonly answer: KeptAnswer
}

// What was decided before answers were kept cannot be asked again and is left out.
const decisions = sql`
  select 'level' as kind, id, place, value as decided, valid_from as day, at, answer from confirmed_level where answer is not null
  union all
  select 'response', id, place, issuer || ' ' || number, valid_from, entered_at, answer from response where answer is not null`
const named = sql`coalesce((select p.name from place p where p.code = d.place order by p.valid_from desc limit 1), d.place) as place_name`

/** Decisions of a place, of what it lies in and of all below it; newest first, one page. */
export async function listKeptDecisions(
  db: Db,
  { place, page, size }: { place: PlaceCode; page: number; size: number },
): Promise<{ rows: KeptDecision[]; total: number }> {
  const { rows } = await sql<KeptDecision & { total: number }>`
    select d.*, ${named}, count(*) over ()::int as total from (${decisions}) d
    where starts_with(${place}, d.place) or starts_with(d.place, ${place})
    order by d.at desc, d.id limit ${size} offset ${page * size}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** One decision with its kept answer; nothing where it is out of sight or older than kept answers. */
export async function findDecision(db: Db, kind: string, id: Id): Promise<KeptDecision | undefined> {
  const { rows } = await sql<KeptDecision>`select d.*, ${named} from (${decisions}) d
    where d.kind = ${kind} and d.id = ${id}`.execute(db)
  return rows[0]
}

/** The answer on which the term of an observation rested, and the community it concerns. */
export async function findTermAnswer(db: Db, id: Id): Promise<{ place: PlaceCode; person: Id; answer: KeptAnswer } | undefined> {
  const { rows } = await sql<{ place: PlaceCode; person: Id; answer: KeptAnswer }>`
    select community as place, person, answer from observation where county = ${countyOf(db)} and id = ${id} and answer is not null`.execute(
    db,
  )
  return rows[0]
}
