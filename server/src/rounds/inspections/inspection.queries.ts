import type { Finding, FindingAct, Inspection, InspectionKind } from '@wangdi/domain/rounds/inspections/inspection.ts'
import { stateOfFinding } from '@wangdi/domain/rounds/inspections/inspection.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

/** Which inspections or findings are asked for: of a place and all below it. */
interface Asked {
  readonly place: PlaceCode
  readonly today: Day
  readonly page: number
  readonly size: number
}

// The last act of a finding decides; of a finding that is still wrong the day agreed last counts.
// Who sees to it is a name: above the county nobody is named.
const standing = (
  db: Db,
) => sql`select f.id, f.place, f.inspection, f.item, f.words, case when ${countyOf(db)} = '' then '' else f.owner end as owner, f.due_on as first_due, i.day as found_on, i.kind, i.by_place,
    case last.kind when 'checked' then 'settled' when 'put-right' then 'put-right' else 'open' end as state,
    coalesce((select a.due_on from finding_act a where a.finding = f.id and a.due_on is not null order by a.seen desc limit 1), f.due_on) as due_on
  from finding f join inspection i on i.id = f.inspection
  left join lateral (select a.kind from finding_act a where a.finding = f.id order by a.seen desc limit 1) last on true`

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
  // `n`, since `i` is the inspection of each finding in what stands: theirs alone are counted.
  const { rows } = await sql<Inspection & { total: number }>`
    select n.id, n.place, coalesce((select p.name from place p where p.code = n.place order by p.valid_from desc limit 1), n.place) as place_name,
      n.kind, n.unit, u.title as unit_name, n.contingency, n.day, n.checklist, n.answers, n.note, n.next_on, coalesce(a.name, '') as by,
      (select count(*) from (${standing(db)} where f.inspection = n.id) s where s.state <> 'settled')::int as open,
      (select count(*) from (${standing(db)} where f.inspection = n.id) s where s.state = 'open' and s.due_on < ${today})::int as overdue,
      count(*) over ()::int as total
    from inspection n left join account a on a.id = n.by_account left join kind_thing u on u.id = n.unit and u.county = ${countyOf(db)}
    where starts_with(n.place, ${place}) and (${kind ?? ''} = '' or n.kind = ${kind ?? ''})
      and (${unit ?? null}::uuid is null or n.unit = ${unit ?? null})
      and (${contingency ?? null}::uuid is null or n.contingency = ${contingency ?? null})
    order by n.day desc, n.at desc, n.id limit ${size} offset ${page * size}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

interface Standing extends Omit<Finding, 'acts' | 'overdue' | 'due_on'> {
  first_due: Day
  due_on: Day
  by_place: PlaceCode
}

/** Findings of a place and all below it, overdue first; with the number of all and of those overdue. */
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
  }: Asked & { state: string | undefined; inspection: Id | undefined; contingency: Id | undefined },
): Promise<{ rows: Finding[]; total: number; overdue: number }> {
  const wanted = sql`select * from (${standing(db)} where starts_with(f.place, ${place})
      and (${inspection ?? null}::uuid is null or f.inspection = ${inspection ?? null})
      and (${contingency ?? null}::uuid is null or i.contingency = ${contingency ?? null})) s
    where (case ${state ?? ''} when '' then s.state <> 'settled' when 'all' then true else s.state = ${state ?? ''} end)`
  const { rows } = await sql<Standing & { total: number; late: number }>`
    select *, count(*) over ()::int as total, (count(*) filter (where state = 'open' and due_on < ${today}) over ())::int as late
    from (${wanted}) w order by state = 'open' and due_on < ${today} desc, state = 'settled', due_on, id
    limit ${size} offset ${page * size}`.execute(db)
  const acts = await listActs(
    db,
    rows.map(({ id }) => id),
  )
  return {
    rows: rows.map(({ total: _, late: __, first_due, by_place: ___, ...row }) => {
      const own = acts.get(row.id) ?? []
      return { ...row, ...stateOfFinding(first_due, own, today), acts: own }
    }),
    total: rows[0]?.total ?? 0,
    overdue: rows[0]?.late ?? 0,
  }
}

async function listActs(db: Db, findings: readonly Id[]): Promise<Map<Id, FindingAct[]>> {
  if (findings.length === 0) return new Map()
  const { rows } = await sql<Omit<FindingAct, 'at'> & { finding: Id; at: Date }>`
    select f.finding, f.kind, f.note, f.due_on, coalesce(a.name, '') as by, f.at
    from finding_act f left join account a on a.id = f.by_account where f.finding in (${sql.join(findings)}) order by f.seen`.execute(
    db,
  )
  const acts = Map.groupBy(rows, ({ finding }) => finding)
  return new Map([...acts].map(([id, own]) => [id, own.map(({ finding: _, at, ...act }) => ({ ...act, at: at.toISOString() }))]))
}

/** Where something was found, for the reach of a request. */
export const findFindingPlace = async (db: Db, id: Id): Promise<PlaceCode | undefined> =>
  (await db.selectFrom('finding').select('place').where('id', '=', id).executeTakeFirst())?.place

/** A finding as it stands, locked for an act; undefined when the actor cannot see it. */
export async function findFinding(
  db: Db,
  id: Id,
): Promise<{ place: PlaceCode; by_place: PlaceCode; state: Finding['state'] } | undefined> {
  // Acts are only ever added, so no row may be locked: the finding's number stands for it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(db)
  const { rows } = await sql<{ place: PlaceCode; by_place: PlaceCode; state: Finding['state'] }>`
    select place, by_place, state from (${standing(db)} where f.id = ${id}) s`.execute(db)
  return rows[0]
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
    .values(findings.map((finding) => ({ ...finding, place, inspection: of })))
    .execute()
}

/** Keeps what became of a finding. */
export const saveFindingAct = (
  db: Db,
  act: {
    id: Id
    place: PlaceCode
    finding: Id
    kind: FindingAct['kind']
    note: string
    due_on: Day | null
    by_account: Id
    at: Date
  },
) => db.insertInto('finding_act').values(act).execute()

/** Findings that wait for a place: to be put right there, or, put right, to be checked where they were found. */
export async function listWaitingFindings(
  db: Db,
  place: PlaceCode,
  side: 'owner' | 'finder',
  most: number,
): Promise<{ inspection: Id; place: PlaceCode; words: string; found_on: Day; due_on: Day }[]> {
  const { rows } = await sql<{ inspection: Id; place: PlaceCode; words: string; found_on: Day; due_on: Day }>`
    select s.inspection, s.place, s.words, s.found_on, s.due_on from (${standing(db)}
      where ${side === 'owner' ? sql`f.place = ${place}` : sql`i.by_place = ${place}`}) s
    where s.state = ${side === 'owner' ? 'open' : 'put-right'} order by s.due_on limit ${most}`.execute(db)
  return rows
}
