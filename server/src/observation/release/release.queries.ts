import type { DatedPhase } from '@wangdi/domain/observation/observation.ts'
import { type ToRelease, releasingReasons } from '@wangdi/domain/observation/release/release.rules.ts'
import type { Release, ReleaseChecks } from '@wangdi/domain/observation/release/release.ts'
import type { CommunityCode, Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../../platform/db.ts'
import { isUnanswered } from '../abnormal.queries.ts'
import { voidCode } from '../notice/office.queries.ts'

/** A stay as its release is judged. */
export interface KeptToRelease extends ToRelease {
  readonly id: Id
  readonly community: CommunityCode
  readonly person: Id
  readonly code: string | null
}

/** The stays of a place that are named, as their release is judged. */
export async function listToRelease(db: Db, place: PlaceCode, ids: readonly Id[]): Promise<KeptToRelease[]> {
  const { rows } = await sql<KeptToRelease & { phases: DatedPhase[] }>`
    select o.id, o.community, o.person, o.code, o.phases, o.last_day,
      case when x.at is not null then json_build_object('reason', x.reason, 'on', (x.at at time zone 'Asia/Shanghai')::date) end as ended,
      (select count(*)::int from reading r where r.county = ${countyOf(db)} and r.observation = o.id and ${isUnanswered(db)}) as abnormal,
      case when s.id is not null then json_build_object('number', s.number, 'by', coalesce(y.name, '')) end as released
    from observation o
      left join observation_end x on x.county = ${countyOf(db)} and x.observation = o.id
      left join observation_release s on s.county = ${countyOf(db)} and s.observation = o.id and s.withdrawn_at is null
      left join account y on y.id = s.decided_by
    where o.county = ${countyOf(db)} and starts_with(o.community, ${place}) and o.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows
}

/** Of a stay `o` with its early end `x`: whether it waits for its release on a day. */
export const waitsForRelease = (db: Db, today: Day): RawBuilder<unknown> => sql`(
  case when x.at is null then o.last_day <= ${today} else x.reason in (${sql.join([...releasingReasons])}) end
  and not exists (select from observation_release s where s.county = ${countyOf(db)} and s.observation = o.id and s.withdrawn_at is null))`

/** A release as it is written down, once. */
export interface NewRelease {
  readonly id: Id
  readonly community: CommunityCode
  readonly observation: Id
  readonly number: string
  readonly issuer: string
  readonly code: string
  readonly released_on: Day
  readonly checks: ReleaseChecks
  readonly decided_by: Id
  readonly decided_at: Date
}

/** Writes releases down. Throws where one of the stays has a release that stands: whoever releases locks the stays and looks first. */
export async function saveReleases(db: Db, releases: readonly NewRelease[]): Promise<void> {
  if (releases.length === 0) return
  await db
    .insertInto('observation_release')
    .values(releases.map(({ checks, ...release }) => ({ county: countyOf(db), ...release, checks: JSON.stringify(checks) })))
    .execute()
}

/** Who decides about a stay waits for whoever decides about it at the same moment: of the end of one the other is told. */
export const lockStays = (db: Db, observations: readonly Id[]) =>
  sql`select pg_advisory_xact_lock(hashtextextended('stay ' || id, 0))
    from unnest(${[...new Set(observations.map((id) => id.toLowerCase()))].sort()}::text[]) as id`.execute(db)

/** From now on the code of a stay's release, if it has one, says that its notice is void. */
export async function voidRelease(db: Db, observation: Id, at: Date): Promise<void> {
  const release = (await listReleases(db, [observation])).get(observation)
  if (release) await voidCode(db, countyOf(db), release.code, at)
}

/** The releases of these stays that nobody took back, by stay. */
export async function listReleases(db: Db, observations: readonly Id[]): Promise<Map<Id, Release>> {
  const { rows } = await sql<Omit<Release, 'at'> & { at: Date; observation: Id }>`
    select s.observation, s.id, s.number, s.issuer, s.code, s.released_on, s.checks, coalesce(y.name, '') as by, s.decided_at as at
    from observation_release s left join account y on y.id = s.decided_by
    where s.county = ${countyOf(db)} and s.observation = any(${[...observations]}::uuid[]) and s.withdrawn_at is null`.execute(db)
  return new Map(rows.map(({ observation, at, ...release }) => [observation, { ...release, at: at.toISOString() }]))
}
