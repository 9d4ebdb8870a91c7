import { mayAct } from '@wangdi/domain/kinds/request/act.rules.ts'
import type { Actor, Folded } from '@wangdi/domain/kinds/request/standing.rules.ts'
import { findingFlow } from '@wangdi/domain/rounds/inspections/finding-flow.ts'
import type { Finding, Inspection, InspectionKind } from '@wangdi/domain/rounds/inspections/inspection.ts'
import {
  agreedDay,
  foldFinding,
  type FoundFirst,
  type KeptFindingAct,
} from '@wangdi/domain/rounds/inspections/inspection.rules.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

/** Which inspections or findings are asked for: of a place and all below it. */
interface Asked {
  readonly place: PlaceCode
  readonly today: Day
  readonly page: number
  readonly size: number
}

/** Whether a finding `f` is past the day that was agreed last, and nobody says that it is put right. */
export const isPastAgreed = (today: Day) => sql`(f.state = 'open' and f.agreed_on < ${today})`

// Who sees to it is a name: above the county nobody is named.
const standing = (
  db: Db,
  today: Day,
) => sql`select f.id, f.place, f.inspection, f.item, f.words, case when ${countyOf(db)} = '' then '' else f.owner end as owner,
    f.due_on as first_due, f.agreed_on as due_on, f.state, ${isPastAgreed(today)} as overdue,
    i.day as found_on, i.kind, i.by_place, i.by_account as by, i.at
  from finding f join inspection i on i.id = f.inspection`

/** Inspections newest first, one page, with how many of their findings are not settled or overdue. */
export async function listInspectionsOf(
  db: Db,
  {
    place,
    today,
    page,
    size,
    kind,
    unit,
    contingency,
  }: Asked & { kind: InspectionKind | undefined; unit: Id | undefined; contingency: Id | undefined },
): Promise<{ rows: Inspection[]; total: number }> {
  const { rows } = await sql<Inspection & { total: number }>`
    select n.id, n.place, coalesce((select p.name from place p where p.code = n.place order by p.valid_from desc limit 1), n.place) as place_name,
      n.kind, n.unit, u.title as unit_name, n.contingency, n.day, n.checklist, n.answers, n.note, n.next_on, coalesce(a.name, '') as by,
      (select count(*) from finding f where f.inspection = n.id and f.state <> 'settled')::int as open,
      (select count(*) from finding f where f.inspection = n.id and ${isPastAgreed(today)})::int as overdue,
      count(*) over ()::int as total
    from inspection n left join account a on a.id = n.by_account left join kind_thing u on u.id = n.unit and u.county = ${countyOf(db)}
    where starts_with(n.place, ${place}) and (${kind ?? ''} = '' or n.kind = ${kind ?? ''})
      and (${unit ?? null}::uuid is null or n.unit = ${unit ?? null})
      and (${contingency ?? null}::uuid is null or n.contingency = ${contingency ?? null})
    order by n.day desc, n.at desc, n.id limit ${size} offset ${page * size}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

type Standing = Omit<Finding, 'acts' | 'may'> & Omit<FoundFirst, 'due_on' | 'at'> & { first_due: Day; at: Date }

/** Findings of a place and all below it as somebody reads them, overdue first; with the number of all and of those overdue. */
export async function listFindingsOf(
  db: Db,
  {
    place,
    today,
    page,
    size,
    state,
    inspection,
    contingency,
    reader,
    now,
  }: Asked & {
    state: string | undefined
    inspection: Id | undefined
    contingency: Id | undefined
    reader: Actor
    now: Instant
  },
): Promise<{ rows: Finding[]; total: number; overdue: number }> {
  const wanted = sql`${standing(db, today)} where starts_with(f.place, ${place})
    and (${inspection ?? null}::uuid is null or f.inspection = ${inspection ?? null})
    and (${contingency ?? null}::uuid is null or i.contingency = ${contingency ?? null})
    and (case ${state ?? ''} when '' then f.state <> 'settled' when 'all' then true else f.state = ${state ?? ''} end)`
  const { rows } = await sql<Standing & { total: number; late: number }>`
    select *, count(*) over ()::int as total, (count(*) filter (where overdue) over ())::int as late
    from (${wanted}) w order by overdue desc, state = 'settled', due_on, id limit ${size} offset ${page * size}`.execute(db)
  const acts = await listActs(
    db,
    rows.map(({ id }) => id),
  )
  return {
    rows: rows.map(({ total: _, late: __, first_due, by_place, by, at, ...row }) => {
      const own = acts.get(row.id) ?? []
      const folded = foldFinding({ id: row.id, place: row.place, by_place, by, at: at.toISOString(), due_on: first_due }, own)
      const told = own.map(({ kind, note, due_on, name, at: done }) => ({ kind, note, due_on, by: name, at: done }))
      return { ...row, may: mayAct(findingFlow, folded, reader, now), acts: told }
    }),
    total: rows[0]?.total ?? 0,
    overdue: rows[0]?.late ?? 0,
  }
}

interface ToldAct extends KeptFindingAct {
  readonly note: string
  readonly name: string
}

async function listActs(db: Db, findings: readonly Id[]): Promise<Map<Id, ToldAct[]>> {
  if (findings.length === 0) return new Map()
  const { rows } = await sql<Omit<ToldAct, 'at'> & { finding: Id; at: Date }>`
    select f.finding, f.id, f.kind, f.note, f.due_on, f.by_account as by, f.by_place, coalesce(a.name, '') as name, f.at
    from finding_act f left join account a on a.id = f.by_account where f.finding in (${sql.join(findings)}) order by f.seen`.execute(
    db,
  )
  const acts = Map.groupBy(rows, ({ finding }) => finding)
  return new Map([...acts].map(([id, own]) => [id, own.map(({ finding: _, at, ...act }) => ({ ...act, at: at.toISOString() }))]))
}

/** Where something was found, for the reach of a request. */
export const findFindingPlace = async (db: Db, id: Id): Promise<PlaceCode | undefined> =>
  (await db.selectFrom('finding').select('place').where('id', '=', id).executeTakeFirst())?.place

/** Where a finding lies and how it stands by its acts, locked for one more; undefined when the actor cannot see it. */
export async function findFinding(db: Db, id: Id): Promise<{ place: PlaceCode; folded: Folded } | undefined> {
  // Acts are only ever added, so no row may be locked: the finding's number stands for it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(db)
  const { rows } = await sql<Omit<FoundFirst, 'at'> & { at: Date }>`
    select f.id, f.place, f.due_on, i.by_place, i.by_account as by, i.at
    from finding f join inspection i on i.id = f.inspection where f.id = ${id}`.execute(db)
  const [found] = rows
  if (!found) return undefined
  const acts = (await listActs(db, [id])).get(id) ?? []
  return { place: found.place, folded: foldFinding({ ...found, at: found.at.toISOString() }, acts) }
}

/** Keeps an inspection with its findings. */
export async function saveInspection(
  db: Db,
  inspection: {
    id: Id
    place: PlaceCode
    kind: InspectionKind
    unit: Id | null
    contingency: Id | null
    day: Day
    checklist: string
    answers: Readonly<Record<string, string>>
    note: string
    next_on: Day | null
    by_place: PlaceCode
    by_account: Id
    at: Date
  },
  findings: readonly { id: Id; item: string | null; words: string; owner: string; due_on: Day }[],
): Promise<void> {
  await db
    .insertInto('inspection')
    .values({ ...inspection, answers: JSON.stringify(inspection.answers) })
    .execute()
  if (findings.length === 0) return
  const { id: of, place } = inspection
  await db
    .insertInto('finding')
    .values(findings.map((finding) => ({ ...finding, place, inspection: of, state: 'open', agreed_on: finding.due_on })))
    .execute()
}

/** Keeps what became of a finding, and how it stands after it. */
export async function saveFindingAct(
  db: Db,
  { by: by_account, ...act }: KeptFindingAct & { place: PlaceCode; finding: Id; note: string },
  after: Folded,
): Promise<void> {
  await db
    .insertInto('finding_act')
    .values({ ...act, by_account })
    .execute()
  await db
    .updateTable('finding')
    .set({ state: after.state, agreed_on: agreedDay(after) })
    .where('id', '=', act.finding)
    .execute()
}

/** Findings that wait for a place: to be put right there, or, put right, to be checked where they were found. */
export async function listWaitingFindings(
  db: Db,
  place: PlaceCode,
  side: 'owner' | 'finder',
  most: number,
): Promise<{ inspection: Id; place: PlaceCode; words: string; found_on: Day; due_on: Day }[]> {
  const { rows } = await sql<{ inspection: Id; place: PlaceCode; words: string; found_on: Day; due_on: Day }>`
    select f.inspection, f.place, f.words, i.day as found_on, f.agreed_on as due_on from finding f join inspection i on i.id = f.inspection
    where ${side === 'owner' ? sql`f.place = ${place}` : sql`i.by_place = ${place}`}
      and f.state = ${side === 'owner' ? 'open' : 'put-right'} order by f.agreed_on limit ${most}`.execute(db)
  return rows
}
