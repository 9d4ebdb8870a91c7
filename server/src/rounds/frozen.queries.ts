import type { DwellingUse } from '@wangdi/domain/places/places.ts'
import {
  countsFor,
  personStanding,
  type Standing,
  standingOf,
  turnOf,
  withoutReplaced,
} from '@wangdi/domain/rounds/coverage.rules.ts'
import type { Round } from '@wangdi/domain/rounds/rounds.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { countyOf, type Db } from '../platform/db.ts'
import { listVisitsAt } from './visit.queries.ts'

/**
 * Holds a round's end and its freezing off until a visit is saved, or visits until they are over: each visit is counted by one of both.
 * `visiting` goes beside others that do; `ending` alone.
 */
export const holdRounds = (db: Db, community: CommunityCode, who: 'visiting' | 'ending') => {
  const key = sql`hashtextextended(${`rounds ${community}`}, 0)`
  return who === 'visiting'
    ? sql`select pg_advisory_xact_lock_shared(${key})`.execute(db)
    : sql`select pg_advisory_xact_lock(${key})`.execute(db)
}

/** A door or person of a round that is over, as it stood on the last day. */
export interface FrozenLine {
  readonly dwelling: Id
  readonly person: Id | null
  readonly grid: Id | null
  readonly use: DwellingUse
  readonly standing: Standing
}

/** Keeps the lines of a round that is over; of two at once the first is kept. */
export async function freeze(db: Db, round: Round, lines: readonly FrozenLine[]): Promise<void> {
  const { numAffectedRows } = await sql`insert into round_frozen (county, community, round)
    values (${countyOf(db)}, ${round.community}, ${round.id}) on conflict do nothing`.execute(db)
  if (numAffectedRows !== 1n || lines.length === 0) return
  const named = lines.map((line) => ({ id: newId(), ...line }))
  await sql`insert into round_line (county, community, round, id, dwelling, person, grid, use, standing)
    select t.county, ${round.community}, ${round.id}, l.* from tenant t, jsonb_to_recordset(${JSON.stringify(named)}::jsonb)
      as l (id uuid, dwelling uuid, person uuid, grid uuid, use text, standing text)
    where t.county = ${countyOf(db)}`.execute(db)
}

/** The lines of a round that is over, with the names of grid and person; undefined while nobody has frozen it. */
export async function listFrozenLines(db: Db, round: Id) {
  const { rows } = await sql<FrozenLine & { gridName: string | null; name: string | null }>`
    select l.dwelling, l.person, l.grid, l.use, l.standing, q.name as "gridName", p.name from round_line l
      left join grid q on q.county = ${countyOf(db)} and q.id = l.grid
      left join person p on p.county = ${countyOf(db)} and p.id = l.person
    where l.county = ${countyOf(db)} and l.round = ${round}`.execute(db)
  if (rows.length > 0) return rows
  const frozen = await sql`select from round_frozen where county = ${countyOf(db)} and round = ${round}`.execute(db)
  return frozen.rows.length > 0 ? [] : undefined
}

/** Counts the lines of frozen rounds at a door again, where a visit of one of their days came late. */
export async function countLate(db: Db, at: { community: CommunityCode; dwelling: Id; day: Day }, today: Day): Promise<void> {
  const { rows: rounds } =
    await sql<Round>`select distinct r.id, r.valid_from as from, r.last_day as until, r.every_days as "everyDays"
    from round r join round_line l on l.county = ${countyOf(db)} and l.round = r.id and l.dwelling = ${at.dwelling}
    where r.county = ${countyOf(db)} and r.community = ${at.community} and r.last_day >= ${at.day} and r.valid_from <= ${at.day}`.execute(
      db,
    )
  for (const round of rounds) {
    const turn = turnOf(round, today)
    if (at.day < turn.from || at.day > turn.to) continue
    const visits = withoutReplaced(await listVisitsAt(db, [at.dwelling], turn.from)).filter((visit) => countsFor(visit, turn))
    const { rows: lines } = await sql<FrozenLine>`select dwelling, person, grid, use, standing from round_line
      where county = ${countyOf(db)} and round = ${round.id} and dwelling = ${at.dwelling}`.execute(db)
    for (const { person, use } of lines)
      await sql`update round_line set standing = ${
        person === null
          ? standingOf(
              use,
              visits.map(({ result }) => result),
            )
          : personStanding(visits, person)
      }
        where county = ${countyOf(db)} and round = ${round.id} and dwelling = ${at.dwelling} and person is not distinct from ${person}`.execute(
        db,
      )
  }
}
