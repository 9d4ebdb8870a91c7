import { createHash } from 'node:crypto'
import type { Assessment, DestroyedKind, DestructionRun, KeptKind } from '@wangdi/domain/rights/destruction/destruction.ts'
import { destructionKinds } from '@wangdi/domain/rights/destruction/kinds.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

interface Row {
  id: Id
  place: PlaceCode
  response: Id
  from_day: Day
  to_day: Day
  areas: PlaceCode[]
  held: Record<string, PlaceCode[]>
  assessment: Omit<Assessment, 'kept'> & { kept: Record<string, Omit<KeptKind, 'kind'>> }
  asked_by: string
  asked_by_account: Id
  asked_at: Date
  acts: {
    kind: 'approved' | 'refused' | 'done'
    reason: string
    counts: Record<string, number>
    by: string
    at: string
    copies_until: Day | null
  }[]
  parts: { kind: string; rows: number; hash: string }[]
}

const columns = sql`d.id, d.place, d.response, d.from_day, d.to_day, d.areas, d.held, d.assessment, coalesce(w.name, '') as asked_by,
  d.asked_by as asked_by_account, d.asked_at,
  coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'reason', a.reason, 'counts', a.counts, 'by', coalesce(b.name, ''), 'at', a.at,
    'copies_until', a.copies_until) order by a.at)
    from destruction_act a left join account b on b.id = a.by_account where a.destruction = d.id), '[]') as acts,
  coalesce((select jsonb_agg(jsonb_build_object('kind', p.kind, 'rows', p.rows, 'hash', p.hash) order by p.seen)
    from destruction_part p where p.destruction = d.id), '[]') as parts`

function destroyedOf(parts: Row['parts']): DestroyedKind[] {
  return Object.keys(destructionKinds).flatMap((kind) => {
    const own = parts.filter((part) => part.kind === kind)
    if (own.length === 0) return []
    const hash = createHash('sha256')
      .update(own.map((part) => part.hash).join(','))
      .digest('hex')
    return [{ kind, rows: own.reduce((sum, { rows }) => sum + rows, 0), hash }]
  })
}

function runOf({ from_day, to_day, held, assessment, acts, parts, ...row }: Row): DestructionRun {
  const said = (kind: Row['acts'][number]['kind']) => acts.find((act) => act.kind === kind)
  const [approved, refused, done] = [said('approved'), said('refused'), said('done')]
  const decided = approved ?? refused
  const moment = (act: { at: string } | undefined) => (act ? new Date(act.at).toISOString() : null)
  return {
    ...row,
    from: from_day,
    to: to_day,
    held: [...new Set(Object.values(held).flat())],
    assessment: { ...assessment, kept: Object.entries(assessment.kept).map(([kind, kept]) => ({ kind, ...kept })) },
    asked_at: row.asked_at.toISOString(),
    decided_by: decided?.by ?? null,
    decided_at: moment(decided),
    decision_reason: decided?.reason ?? '',
    approved_counts: approved?.counts ?? {},
    done_by: done?.by ?? null,
    done_at: moment(done),
    copies_until: done?.copies_until ?? null,
    destroyed: destroyedOf(parts),
    state: done ? 'done' : refused ? 'refused' : approved ? (parts.length > 0 ? 'running' : 'approved') : 'waiting',
  }
}

/** The runs of a county, newest first. */
export async function listRuns(db: Db, county: PlaceCode): Promise<DestructionRun[]> {
  const { rows } = await sql<Row>`select ${columns} from destruction d left join account w on w.id = d.asked_by
    where d.place = ${county} order by d.asked_at desc`.execute(db)
  return rows.map(runOf)
}

/** One run; undefined when it is not on record or not visible. */
export async function findRun(db: Db, id: Id): Promise<DestructionRun | undefined> {
  const { rows } =
    await sql<Row>`select ${columns} from destruction d left join account w on w.id = d.asked_by where d.id = ${id}`.execute(db)
  return rows[0] && runOf(rows[0])
}

/** Keeps an assessment with what it is about. */
export async function saveRun(
  db: Db,
  {
    assessment: { kept, ...texts },
    ...run
  }: Pick<DestructionRun, 'id' | 'place' | 'response' | 'areas' | 'assessment'> & {
    from_day: Day
    to_day: Day
    held: Record<string, PlaceCode[]>
    functions: string[]
    asked_by: Id
    asked_at: Date
    asked_on: Day
  },
): Promise<void> {
  const said = { ...texts, kept: Object.fromEntries(kept.map(({ kind, ...rest }) => [kind, rest])) }
  await db
    .insertInto('destruction')
    .values({ ...run, held: JSON.stringify(run.held), assessment: JSON.stringify(said) })
    .execute()
}

/** Keeps a step of a run; false when it was taken already. */
export async function saveRunAct(
  db: Db,
  act: {
    id: Id
    place: PlaceCode
    destruction: Id
    kind: 'approved' | 'refused' | 'done'
    reason?: string
    counts?: string
    copies_until?: Day
    by_account: Id
    at: Date
  },
): Promise<boolean> {
  const kept = db.insertInto('destruction_act').values(act)
  return (
    (await kept
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()) !== undefined
  )
}

/** Holds other steps about a response's data off until the end of the transaction. */
export const lockRuns = (db: Db, county: PlaceCode, response: Id) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${county} ${response}`}, 31))`.execute(db)

/** Kinds in the order of their destruction: rows that name others first. */
export async function listKinds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from destruction_kind order by ordinal`.execute(db)
  return rows.map(({ name }) => name)
}

/** Rows that a run would destroy now, by kind. */
export async function countDue(db: Db, run: Id): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; n: number }>`
    select name, count_due(${run}::uuid, name) as n from destruction_kind order by ordinal`.execute(db)
  return Object.fromEntries(rows.map(({ name, n }) => [name, Number(n)]))
}

/** Destroys up to so many rows of a kind; how many went. */
export async function destroyDue(db: Db, run: Id, kind: string, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select destroy_due(${run}::uuid, ${kind}, ${most}) as n`.execute(db)
  return Number(rows[0]?.n ?? 0)
}
