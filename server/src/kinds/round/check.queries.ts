import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { endsWithOf, keepDaysOf } from '@wangdi/domain/kinds/kind.ts'
import type { Check, RoundKind, Target } from '@wangdi/domain/kinds/round/round.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { tell } from '../../platform/tenants/tell.ts'
import { liesIn } from '../lies-in.queries.ts'

/** As many things as one place goes round at most; more of them are a round of a larger place, which looks at one below. */
const mostTargets = 5000

/** A thing that a round goes to. */
export interface KeptTarget extends Target {
  readonly title: string
  readonly community: PlaceCode
}

// A thing in another state is outside the round: closed places are not disinfected.
const isOutside = ({ over: { where } }: RoundKind) =>
  where ? sql<boolean>`not coalesce(t.own = any (${sql.val([...where])}::text[]), false)` : sql<boolean>`false`

/** The things of a place that a round goes to, by title; those in other states are outside. */
export async function listTargets(db: Db, kind: RoundKind, place: PlaceCode): Promise<KeptTarget[]> {
  const { rows } = await sql<KeptTarget>`select t.id, t.title, t.community, ${isOutside(kind)} as outside from kind_thing t
    where t.county = ${countyOf(db)} and t.kind = ${kind.over.things} and t.state = 'live' and ${liesIn(db, place, sql`t.community`)}
    order by t.title, t.id limit ${mostTargets}`.execute(db)
  return rows
}

/** One thing that a round goes to; undefined where there is none, or it is on the register no more. */
export async function findTarget(db: Db, kind: RoundKind, thing: Id): Promise<KeptTarget | undefined> {
  const { rows } = await sql<KeptTarget>`select t.id, t.title, t.community, ${isOutside(kind)} as outside from kind_thing t
    where t.county = ${countyOf(db)} and t.kind = ${kind.over.things} and t.state = 'live' and t.id = ${thing}`.execute(db)
  return rows[0]
}

type Row = Omit<Check, 'at' | 'replaces'> & { readonly at: Date; readonly replaces: Id | null; readonly name: string }
const checkOf = ({ at, replaces, ...row }: Row): KeptCheck => ({
  ...row,
  at: at.toISOString(),
  ...(replaces && { replaces }),
})

/** A look as it is kept, with the name of who looked. */
export interface KeptCheck extends Check {
  readonly name: string
}

const columns = sql`k.id, k.thing as target, k.at, k.values, k.replaces, coalesce(c.name, '') as name`

/** The looks of a place in a turn. */
export async function listChecks(db: Db, kind: RoundKind, place: PlaceCode, turn: { from: Day; to: Day }): Promise<KeptCheck[]> {
  const { rows } = await sql<Row>`select ${columns} from kind_check k left join account c on c.id = k.by_account
    where k.county = ${countyOf(db)} and k.kind = ${kind.name} and ${liesIn(db, place, sql`k.community`)}
      and k.day between ${turn.from} and ${turn.to}`.execute(db)
  return rows.map(checkOf)
}

/** The last looks at one thing, newest first. */
export async function listChecksOf(db: Db, kind: RoundKind, thing: Id): Promise<KeptCheck[]> {
  const { rows } = await sql<Row>`select ${columns} from kind_check k left join account c on c.id = k.by_account
    where k.county = ${countyOf(db)} and k.kind = ${kind.name} and k.thing = ${thing} order by k.at desc, k.id desc limit 60`.execute(
    db,
  )
  return rows.map(checkOf)
}

/** When each of these things was last looked at. */
export async function lastLooks(db: Db, kind: RoundKind, things: readonly Id[]): Promise<Map<Id, Day>> {
  const { rows } = await sql<{ thing: Id; day: Day }>`select k.thing, max(k.day) as day from kind_check k
    where k.county = ${countyOf(db)} and k.kind = ${kind.name} and k.thing = any (${sql.val([...things])}::uuid[])
    group by k.thing`.execute(db)
  return new Map(rows.map(({ thing, day }) => [thing, day]))
}

/** The look that a correction names; undefined where there is none of the kind. */
export async function findCheck(db: Db, kind: string, id: Id): Promise<{ thing: Id } | undefined> {
  const { rows } = await sql<{ thing: Id }>`select k.thing from kind_check k
    where k.county = ${countyOf(db)} and k.kind = ${kind} and k.id = ${id}`.execute(db)
  return rows[0]
}

/** Keeps a look. */
export async function insertCheck(
  db: Db,
  kind: RoundKind,
  { id, thing, community }: { id: Id; thing: Id; community: PlaceCode },
  { at, day, by, values, replaces }: { at: Instant; day: Day; by: Id; values: Values; replaces: Id | null },
): Promise<void> {
  await db
    .insertInto('kind_check')
    .values({
      ...{ county: countyOf(db), id, community, kind: kind.name, kind_version: kind.version, thing, at, day },
      ...{ by_account: by, values: JSON.stringify(values), replaces, keep_days: keepDaysOf(kind), ends_with: endsWithOf(kind) },
    })
    .execute()
  await tell(db, 'kind_check', [{ id, community }])
}
