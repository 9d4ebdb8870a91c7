import { endsWithOf, keepDaysOf } from '@wangdi/domain/kinds/kind.ts'
import type { RegisterKind, ThingAct } from '@wangdi/domain/kinds/register/register.ts'
import type { Thing } from '@wangdi/domain/kinds/register/register.rules.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { tell } from '../../platform/tenants/tell.ts'
import { liesIn } from '../lies-in.queries.ts'
import { apart, upToCounted } from '../request/asked.queries.ts'

/** A thing of any register as it is kept. */
export interface KeptThing {
  readonly id: Id
  readonly kind: string
  readonly kind_version: number
  readonly community: PlaceCode
  readonly title: string
  readonly standing: Thing
}

const columns = sql`t.id, t.kind, t.kind_version, t.community, t.title, t.standing`

/** One thing of a register that the actor may see; undefined where there is none. */
export async function findThing(db: Db, kind: string, id: Id): Promise<KeptThing | undefined> {
  const { rows } = await sql<KeptThing>`select ${columns} from kind_thing t
    where t.county = ${countyOf(db)} and t.kind = ${kind} and t.id = ${id}`.execute(db)
  return rows[0]
}

/** Closes a thing against a second act at the same moment; within the transaction. */
export const lockThing = (db: Db, id: Id) => sql`select pg_advisory_xact_lock(hashtextextended(${id}, 103))`.execute(db)

/** A thing that an act makes or changes: where it stands, when and by whom it was done. */
interface Touched {
  readonly id: Id
  readonly community: PlaceCode
  readonly at: Instant
  readonly by: Id
  readonly isNew: boolean
}

// The door that a thing names, by the first of its fields that names one.
function doorOf({ fields }: RegisterKind, { values }: Thing): Id | null {
  const [name = ''] = Object.keys(fields).filter((one) => fields[one]?.type === 'dwelling')
  const door = values[name]
  return typeof door === 'string' ? door : null
}

/** What lists ask of a thing as it stands, in columns of its row beside the whole. */
export const thingColumns = (kind: RegisterKind, thing: Thing) => ({
  title: String(thing.values[kind.title] ?? ''),
  state: thing.state,
  own: thing.own,
  dwelling: doorOf(kind, thing),
  until_day: thing.until,
  review_on: thing.review_on,
})

/** Keeps a thing as it stands after an act; its title is what its register says names it. */
export async function saveThing(
  db: Db,
  kind: RegisterKind,
  { id, community, at, by, isNew }: Touched,
  thing: Thing,
  day: Day,
): Promise<void> {
  const now = { ...thingColumns(kind, thing), standing: JSON.stringify(thing), ended_on: thing.state === 'ended' ? day : null }
  const keep_days = keepDaysOf(kind)
  const fixed = {
    county: countyOf(db),
    id,
    community,
    kind: kind.name,
    kind_version: kind.version,
    keep_days,
    ends_with: endsWithOf(kind),
    by_account: by,
    at,
  }
  if (isNew)
    await db
      .insertInto('kind_thing')
      .values({ ...fixed, ...now })
      .execute()
  else await db.updateTable('kind_thing').set(now).where('county', '=', countyOf(db)).where('id', '=', id).execute()
  await tell(db, 'kind_thing', [{ id, community }])
}

/** Keeps an act on a thing; what was said in it has its phones sealed. */
export async function insertThingAct(
  db: Db,
  { id, kind, community }: Pick<KeptThing, 'id' | 'kind' | 'community'>,
  { id: act, act: name, at, by, values, state, basis, day, until, signer }: ThingAct,
): Promise<void> {
  await db
    .insertInto('kind_thing_act')
    .values({
      ...{ county: countyOf(db), id: act, thing: id, community, kind, act: name, at, by_account: by },
      ...{ values: values ? JSON.stringify(values) : null, state: state ?? null, basis: basis ?? null },
      ...{ day: day ?? null, until_day: until ?? null, signer: signer ?? null },
    })
    .execute()
}

/** An act on a thing as it is kept, with the name of who did it. */
export interface KeptThingAct {
  readonly id: Id
  readonly act: string
  readonly at: Instant
  readonly by: string
  readonly state: string | null
  readonly basis: string
  readonly day: Day | null
  readonly until: Day | null
  readonly signer: string | null
}

/** The acts on a thing in their order. */
export async function listThingActs(db: Db, thing: Id): Promise<KeptThingAct[]> {
  const { rows } = await sql<
    Omit<KeptThingAct, 'at'> & { at: Date }
  >`select a.id, a.act, a.at, coalesce(c.name, '') as by, a.state,
      coalesce(a.basis, '') as basis, a.day, a.until_day as until, a.signer
    from kind_thing_act a left join account c on c.id = a.by_account
    where a.county = ${countyOf(db)} and a.thing = ${thing} order by a.at, a.id`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Which things of a register a list shows. */
export interface ThingsAmong {
  readonly kind: string
  readonly place: PlaceCode
  readonly show: 'all' | 'live' | 'overdue' | 'unready' | 'ended'
  readonly own?: string | undefined
  /** The day before which a term or look makes a thing overdue. */
  readonly before: Day
  /** The values of choices by which it is narrowed, by field. */
  readonly choices: Readonly<Record<string, readonly string[]>>
  /** Only these: what the plan counts. */
  readonly among?: RawBuilder<unknown> | undefined
  readonly page: number
  readonly size: number
}

interface Counts {
  readonly total: number
  readonly live: number
  readonly overdue: number
  readonly unready: number
}

/** One page of the things of a register by their title, and how many live, are overdue and wait to be signed or approved. */
export async function listThings(
  db: Db,
  { kind, place, show, own, before, choices, among: only, page, size }: ThingsAmong,
): Promise<{ rows: KeptThing[] } & Counts> {
  const within = sql.join(
    [
      sql`t.kind = ${kind}`,
      liesIn(db, place, sql`t.community`),
      ...(only ? [sql`t.id in (${only})`] : []),
      ...(own === undefined ? [] : [sql`t.own = ${own}`]),
      ...Object.entries(choices).map(
        ([name, values]) => sql`t.standing -> 'values' ->> ${name} = any (${sql.val([...values])}::text[])`,
      ),
    ],
    sql` and `,
  )
  const which: Readonly<Record<ThingsAmong['show'], RawBuilder<unknown>>> = {
    all: sql`t.state in ('draft', 'waiting', 'live')`,
    live: sql`t.state = 'live'`,
    overdue: sql`t.state = 'live' and least(t.until_day, t.review_on) < ${before}`,
    unready: sql`t.state in ('draft', 'waiting')`,
    ended: sql`t.state = 'ended'`,
  }
  const among = (more: RawBuilder<unknown>) => sql`kind_thing t where t.county = ${countyOf(db)} and ${within} and ${more}`
  const counted = (more: RawBuilder<unknown>) =>
    sql`(select count(*)::int as n from (select from ${among(more)} limit ${upToCounted(page, size)}) counted)`
  const more = show === 'ended' || show === 'all' ? sql`, ${counted(which[show])} ${sql.ref(show)}` : sql``
  const inOrder = (t: string) =>
    sql`${sql.raw(show === 'overdue' ? `least(${t}.until_day, ${t}.review_on)` : `${t}.title`)}, ${sql.raw(t)}.id`
  // Counts are told where no thing is shown, too.
  const { rows } = await sql<
    KeptThing & { counts: Counts }
  >`select json_build_object('live', live.n, 'overdue', overdue.n, 'unready', unready.n, 'total', ${sql.ref(`${show}.n`)}) as counts, ${columns}
    from ${counted(which.live)} live, ${counted(which.overdue)} overdue, ${counted(which.unready)} unready${more}
      left join (select t.* from ${among(which[show])} order by ${inOrder('t')} limit ${size} offset ${page * size}) t on true
    order by ${inOrder('t')}`.execute(db)
  const listed = apart<KeptThing, Counts>(rows)
  return { rows: listed.rows, ...listed.counts }
}

/** The values of the others under one title on a register of a place that have not ended. */
export async function listNamedAlike(
  db: Db,
  { kind, place, title, but }: { kind: string; place: PlaceCode; title: string; but: Id },
): Promise<Thing['values'][]> {
  const { rows } = await sql<{ values: Thing['values'] }>`select t.standing -> 'values' as values from kind_thing t
    where t.county = ${countyOf(db)} and t.community = ${place} and t.kind = ${kind} and t.state in ('draft', 'waiting', 'live')
      and t.title = ${title} and t.id <> ${but}`.execute(db)
  return rows.map(({ values }) => values)
}

/** Lets one after another add what is known by a title at a place; within the transaction. */
export const lockTitle = (db: Db, kind: string, place: PlaceCode, title: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${place} ${title}`}, 103))`.execute(db)

/** The values of a choice of which something stands on a register at the place itself and has not ended. */
export async function listValuesHeld(db: Db, kind: string, place: PlaceCode, field: string): Promise<Set<string>> {
  const { rows } = await sql<{ value: string }>`select distinct t.standing -> 'values' ->> ${field} as value from kind_thing t
    where t.county = ${countyOf(db)} and t.community = ${place} and t.kind = ${kind} and t.state in ('draft', 'waiting', 'live')`.execute(
    db,
  )
  return new Set(rows.map(({ value }) => value))
}
