import type { ImportRun } from '@wangdi/domain/people/import.api.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'

/** Notes of single rows kept with a run: row, code, text; nothing of a person. */
export interface RunNotes {
  readonly rejected: readonly { row: number; code: string; text: string }[]
  readonly warnings: readonly { row: number; code: string; text: string }[]
}

const keptNotes = 5000

/** Keeps the record of a run. */
export async function insertRun(
  db: Db,
  run: Omit<ImportRun, 'by' | 'at' | 'has_rejects' | 'to_settle' | 'undone'>,
  { by, at }: { by: Id; at: Date },
  notes: RunNotes,
  rejects: string | null,
): Promise<void> {
  const {
    id,
    place,
    kind,
    rows,
    accepted,
    rejected,
    duplicates,
    not_people,
    hidden_rows,
    doubtful,
    warnings,
    vacant_dwellings,
    matched,
    people_added,
    dwellings_added,
  } = run
  const kept = { rejected: notes.rejected.slice(0, keptNotes), warnings: notes.warnings.slice(0, keptNotes) }
  await sql`insert into import_run (county, id, community, kind, by_account, at, rows, accepted, rejected, duplicates, not_people,
      hidden_rows, doubtful, warnings, vacant_dwellings, matched, people_added, dwellings_added, notes, rejects_cipher, traced)
    values (${place.slice(0, 6)}, ${id}, ${place}, ${kind}, ${by}, ${at}, ${rows}, ${accepted}, ${rejected}, ${duplicates}, ${not_people},
      ${hidden_rows}, ${doubtful}, ${warnings}, ${vacant_dwellings}, ${matched}, ${people_added}, ${dwellings_added}, ${JSON.stringify(kept)}, ${rejects}, true)`.execute(
    db,
  )
}

/** Forgets rejected rows that are older than 30 days at that moment: they were kept only to be corrected. */
export const dropOldRejects = (db: Db, at: Date) =>
  sql`update import_run set rejects_cipher = null
    where county = ${countyOf(db)} and rejects_cipher is not null and at < ${at}::timestamptz - interval '30 days'`.execute(db)

const columns = (db: Db) => sql`r.id, r.community as place, r.kind, coalesce(a.name, '') as by,
  to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, r.rows, r.accepted, r.rejected,
  r.duplicates, r.not_people, r.hidden_rows, r.doubtful, r.warnings, r.vacant_dwellings, r.matched, r.people_added, r.dwellings_added,
  (select count(*)::int from person_pile p where p.county = ${countyOf(db)} and p.community = r.community and p.run = r.id) as to_settle, r.rejects_cipher is not null as has_rejects,
  case when r.undone_at is null then null else json_build_object('by', coalesce(u.name, ''), 'why', r.undone_why,
    'at', to_char(r.undone_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as undone`

/** Runs of a place, newest first. */
export async function listRuns(
  db: Db,
  place: PlaceCode,
  page: number,
  size: number,
): Promise<{ rows: ImportRun[]; total: number }> {
  const { rows } = await sql<ImportRun>`select ${columns(db)} from import_run r left join account a on a.id = r.by_account
    left join account u on u.id = r.undone_by
    where r.county = ${countyOf(db)} and starts_with(r.community, ${place}) order by r.at desc limit ${size} offset ${page * size}`.execute(
    db,
  )
  const counted = await sql<{
    n: number
  }>`select count(*)::int as n from import_run where county = ${countyOf(db)} and starts_with(community, ${place})`.execute(db)
  return { rows, total: counted.rows[0]?.n ?? 0 }
}

/** One run with its notes, none where none were kept, and, sealed, its rejected rows. */
export async function findRun(db: Db, id: Id): Promise<{ run: ImportRun; notes: RunNotes; rejects: string | null } | undefined> {
  const { rows } = await sql<ImportRun & { notes: Partial<RunNotes>; rejects: string | null }>`
    select ${columns(db)}, r.notes, r.rejects_cipher as rejects from import_run r left join account a on a.id = r.by_account
    left join account u on u.id = r.undone_by
    where r.county = ${countyOf(db)} and r.id = ${id}`.execute(db)
  if (!rows[0]) return undefined
  const { notes, rejects, ...run } = rows[0]
  return { run, notes: { rejected: notes.rejected ?? [], warnings: notes.warnings ?? [] }, rejects }
}

/** The community of a run, for the reach of a request. */
export const findRunPlace = async (db: Db, id: Id): Promise<PlaceCode | undefined> =>
  (
    await sql<{
      place: PlaceCode
    }>`select community as place from import_run where county = ${countyOf(db)} and id = ${id}`.execute(db)
  ).rows[0]?.place
