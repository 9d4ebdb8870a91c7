import type {
  ContingencyKind,
  ContingencyLine,
  ContingencyStanding,
  ContingencyVersion,
  Partner,
} from '@wangdi/domain/documents/contingencies/contingency.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** Plans as they stand: the highest approved version is in force; until there is one, the newest says who answers for it. */
const standing = (today: Day) => sql`
  select c.id, c.place, c.kind, c.title,
    coalesce((select p.name from place p where p.code = c.place order by p.valid_from desc limit 1), c.place) as place_name,
    held.version as in_force, (held.approved_at at time zone 'Asia/Shanghai')::date as approved_on,
    newest.version > coalesce(held.version, 0) as waiting,
    coalesce(held.responsible, newest.responsible) as responsible, held.review_on,
    coalesce(held.review_on < ${today}, false) as overdue,
    (select max(i.day) from inspection i where i.contingency = c.id and i.kind = 'drill') as last_drill,
    (select max(i.day) from inspection i where i.contingency = c.id and i.kind = 'review') as last_review,
    (select count(*) from finding f join inspection i on i.id = f.inspection where i.contingency = c.id and not exists (
      select from finding_act a where a.finding = f.id and a.kind = 'checked'))::int as open
  from contingency c
  join lateral (select v.version, v.responsible from contingency_version v where v.contingency = c.id
    order by v.version desc limit 1) newest on true
  left join lateral (select v.version, v.responsible, v.review_on, a.at as approved_at from contingency_version v
    join contingency_approval a on a.version = v.id where v.contingency = c.id order by v.version desc limit 1) held on true`

const linesWhere = async (db: Db, today: Day, where: RawBuilder<unknown>, named: boolean) => {
  const { rows } = await sql<ContingencyLine & { total: number }>`
    select s.*, count(*) over ()::int as total from (${standing(today)}) s ${where}`.execute(db)
  const total = rows[0]?.total ?? 0
  return {
    rows: rows.map(({ total: _, ...row }): ContingencyLine => ({ ...row, responsible: named ? row.responsible : null })),
    total,
  }
}

/** The plans of a place and of all below it: due for a look first, then by the day of the next look. */
export const listPlans = (
  db: Db,
  asked: {
    place: PlaceCode
    kind: ContingencyKind | undefined
    due?: boolean
    today: Day
    page: number
    size: number
    named: boolean
  },
) =>
  linesWhere(
    db,
    asked.today,
    sql`where starts_with(s.place, ${asked.place}) and ${asked.kind ?? ''} in ('', s.kind)
      ${asked.due ? sql`and (s.in_force is null or s.overdue)` : sql``}
      order by s.overdue desc, s.review_on nulls first, s.place, s.kind, s.id
      limit ${asked.size} offset ${asked.page * asked.size}`,
    asked.named,
  )

/** One plan; nothing where it is out of sight. */
export async function findPlan(db: Db, id: Id, today: Day, named: boolean): Promise<ContingencyLine | undefined> {
  return (await linesWhere(db, today, sql`where s.id = ${id}`, named)).rows[0]
}

/** The place whose plan it is; nothing where it is out of sight. */
export async function findContingencyPlace(db: Db, id: Id): Promise<PlaceCode | undefined> {
  const { rows } = await sql<{ place: PlaceCode }>`select place from contingency where id = ${id}`.execute(db)
  return rows[0]?.place
}

/** All versions of a plan, newest first; names of staff only where they may be seen. */
export async function listPlanVersions(db: Db, contingency: Id, named: boolean): Promise<ContingencyVersion[]> {
  const { rows } = await sql<{
    id: Id
    version: number
    content: string
    triggers: string[]
    partners: Partner[]
    responsible: string
    review_on: Day
    changed: string
    by: string | null
    at: Date
    approved_by: string | null
    approved_at: Date | null
  }>`select v.id, v.version, v.content, v.triggers, v.partners, v.responsible, v.review_on, v.changed, a.name as by, v.at,
      b.name as approved_by, p.at as approved_at
    from contingency_version v left join account a on a.id = v.by_account
    left join contingency_approval p on p.version = v.id left join account b on b.id = p.by_account
    where v.contingency = ${contingency} order by v.version desc`.execute(db)
  return rows.map(({ approved_by, approved_at, at, by, responsible, ...row }) => ({
    ...row,
    responsible: named ? responsible : null,
    by: named ? by : null,
    at: at.toISOString(),
    approved: approved_at ? { by: named ? approved_by : null, at: approved_at.toISOString() } : null,
  }))
}

/** The newest version of a plan, held until the transaction ends so that no second one comes between; nothing for a new plan. */
export async function holdNewest(db: Db, contingency: Id) {
  // Versions are only ever added, so no row may be locked: the plan's number stands for it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${contingency}, 0))`.execute(db)
  const { rows } = await sql<{ id: Id; version: number; by_account: Id; by: string; at: Date; approved: boolean }>`
    select v.id, v.version, v.by_account, coalesce(a.name, '') as by, v.at, p.version is not null as approved
    from contingency_version v left join contingency_approval p on p.version = v.id left join account a on a.id = v.by_account
    where v.contingency = ${contingency} order by v.version desc limit 1`.execute(db)
  return rows[0]
}

/** Opens a plan; false when the place has one of this kind and name. */
export async function openPlan(
  db: Db,
  plan: { id: Id; place: PlaceCode; kind: ContingencyKind; title: string; by_account: Id; at: Date },
): Promise<boolean> {
  const made = db
    .insertInto('contingency')
    .values(plan)
    .onConflict((conflict) => conflict.doNothing())
  return (await made.executeTakeFirst()).numInsertedOrUpdatedRows === 1n
}

/** Keeps a version of a plan. */
export const keepPlanVersion = (
  db: Db,
  version: {
    id: Id
    place: PlaceCode
    contingency: Id
    version: number
    content: string
    triggers: string[]
    partners: readonly Partner[]
    responsible: string
    review_on: Day
    changed: string
    by_account: Id
    at: Date
  },
) =>
  db
    .insertInto('contingency_version')
    .values({ ...version, partners: JSON.stringify(version.partners) })
    .execute()

/** Keeps who approved a version. */
export const keepApproval = (db: Db, approval: { place: PlaceCode; version: Id; by_account: Id; at: Date }) =>
  db.insertInto('contingency_approval').values(approval).execute()

/** How the communities below a place stand with each kind of plan: those without one are counted too. */
export async function countStanding(db: Db, place: PlaceCode, today: Day): Promise<ContingencyStanding[]> {
  const { rows } = await sql<ContingencyStanding>`
    with below as (select code from place where level = 'community' and starts_with(code, ${place})
        and valid_from <= ${today} and (valid_to is null or valid_to > ${today})),
      held as (select s.* from (${standing(today)}) s where starts_with(s.place, ${place}) and s.in_force is not null)
    select k.kind, (select count(*) from below)::int as communities,
      count(distinct h.place)::int as have,
      (count(distinct h.place) filter (where h.overdue))::int as overdue,
      (count(distinct h.place) filter (where h.last_drill is null))::int as never_tried
    from unnest(array['epidemic', 'response', 'service']) with ordinality as k (kind, nth)
    left join held h on h.kind = k.kind and h.place in (select code from below)
    group by k.kind, k.nth order by k.nth`.execute(db)
  return rows
}
