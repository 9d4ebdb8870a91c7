import { addDays } from '@wangdi/domain/day.ts'
import type { CountedPart } from '@wangdi/domain/kinds/counted.ts'
import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import { overdueBefore } from '@wangdi/domain/kinds/register/register.rules.ts'
import type { RoundKind } from '@wangdi/domain/kinds/round/round.ts'
import { type CheckCoverage, checkCoverage, standingsOf, turnOfRound } from '@wangdi/domain/kinds/round/round.rules.ts'
import type { CommunityCode, Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'
import { liesIn } from './lies-in.queries.ts'
import { listChecks, listTargets } from './round/check.queries.ts'

/** What ended longer ago than this counts no more for what is done now. */
const doneDays = 30

/** How far a round over things has come in a place in the turn of a day. */
export async function coverRound(db: Db, kind: RoundKind, place: PlaceCode, day: Day): Promise<CheckCoverage> {
  return checkCoverage((await roundOn(db, kind, place, day)).standings.values())
}

async function roundOn(db: Db, kind: RoundKind, place: PlaceCode, day: Day) {
  const turn = turnOfRound(kind, day)
  const targets = await listTargets(db, kind, place)
  return { targets, standings: standingsOf(kind, targets, await listChecks(db, kind, place, turn), turn) }
}

/** What of a kind is due in a place on a day, whether it is done, and by what it is known. */
interface Counted {
  readonly of: RawBuilder<unknown>
  readonly done: RawBuilder<boolean>
  readonly title: RawBuilder<string>
}

function countedIn(db: Db, kind: Exclude<Kind, RoundKind>, place: PlaceCode, day: Day): Counted {
  const of = sql`t.county = ${countyOf(db)} and t.kind = ${kind.name} and ${liesIn(db, place, sql`t.community`)}`
  switch (kind.mechanism) {
    case 'request':
      return {
        of: sql`kind_request t where ${of} and t.day <= ${day} and (t.ended_on is null or t.ended_on >= ${addDays(day, -doneDays)})`,
        done: sql`coalesce(t.ended_on <= ${day}, false)`,
        title: sql`t.number`,
      }
    case 'register': {
      const proving = Object.entries(kind.provesBy ?? {}).map(
        ([name, among]) => sql` and t.standing -> 'values' ->> ${name} = any (${sql.val([...among])}::text[])`,
      )
      return {
        of: sql`kind_thing t where ${of} and t.state in ('draft', 'waiting', 'live')${sql.join(proving, sql``)}`,
        done: sql`t.state = 'live' and coalesce(least(t.until_day, t.review_on) >= ${overdueBefore(kind, day)}, true)`,
        title: sql`t.title`,
      }
    }
    case 'document': {
      // What is read above the county is counted there as well; a first version that waits is due, and not done.
      const those = kind.above
        ? sql`kind_document_head t where t.kind = ${kind.name} and starts_with(t.place, ${place})`
        : sql`kind_document t where ${of}`
      return {
        of: sql`${those} and (t.in_force is not null or t.unready)`,
        done: sql`t.in_force is not null and coalesce(t.due_from > ${day}, true)`,
        title: sql`t.title`,
      }
    }
  }
}

/**
 * How much of a kind a place had to do on a day and how much of that was done: of requests those open and those that ended within
 * thirty days, of a register what has not ended and was signed, approved and looked at in time, as far as its choices prove anything, of
 * a round its turn, of documents those that hold or wait to be approved, and hold and are not overdue. What nobody asked for is due nowhere.
 */
export async function countKind(db: Db, kind: Kind, place: PlaceCode, day: Day): Promise<{ due: number; done: number }> {
  if (kind.mechanism === 'round') {
    const { due, done } = await coverRound(db, kind, place, day)
    return { due, done }
  }
  const { of, done } = countedIn(db, kind, place, day)
  const { rows } = await sql<{
    due: number
    done: number
  }>`select count(*)::int as due, (count(*) filter (where ${done}))::int as done from ${of}`.execute(db)
  return rows[0] ?? { due: 0, done: 0 }
}

/** A record that is counted: by its number or title; `of` is the kind of which it is, for a round that of the things gone round. */
export interface CountedRecord {
  readonly id: Id
  readonly of: string
  readonly title: string
  readonly done: boolean
}

/** Exactly what `countKind` counts as due, with what of it is done, by title. */
export async function listCounted(db: Db, kind: Kind, place: PlaceCode, day: Day): Promise<CountedRecord[]> {
  if (kind.mechanism === 'round') {
    const { targets, standings } = await roundOn(db, kind, place, day)
    return targets
      .map(({ id, title }) => ({ id, of: kind.over.things, title, standing: standings.get(id) }))
      .filter(({ standing }) => standing !== 'outside')
      .map(({ standing, ...record }) => ({ ...record, done: standing === 'done' }))
  }
  const { of, done, title } = countedIn(db, kind, place, day)
  const { rows } = await sql<Omit<CountedRecord, 'of'>>`select t.id, ${title} as title, ${done} as done from ${of}
    order by 2, 1`.execute(db)
  return rows.map((row) => ({ ...row, of: kind.name }))
}

/** How many requests of a kind each community of a place has open, late and done; those without any are left out. */
export async function countByCommunity(
  db: Db,
  kind: string,
  place: PlaceCode,
  now: Date,
): Promise<{ community: CommunityCode; open: number; late: number; done: number }[]> {
  const { rows } = await sql<{ community: CommunityCode; open: number; late: number; done: number }>`select r.community,
      (count(*) filter (where r.ended_on is null))::int as open,
      (count(*) filter (where r.ended_on is null and r.due_at < ${now}))::int as late,
      (count(*) filter (where r.ended_on is not null))::int as done
    from kind_request r where r.county = ${countyOf(db)} and r.kind = ${kind} and ${liesIn(db, place, sql`r.community`)}
      and length(r.community) = 12
    group by r.community order by late desc, open desc, r.community`.execute(db)
  return rows
}

/** The ids of what `countKind` counts in a part of it, for a list of the kind; a round has no rows of its own. */
export function countedIds(
  db: Db,
  { kind, place, day, part }: { kind: Exclude<Kind, RoundKind>; place: PlaceCode; day: Day; part: CountedPart },
): RawBuilder<unknown> {
  const { of, done } = countedIn(db, kind, place, day)
  const within = { due: sql`true`, done, left: sql`not (${done})` }
  return sql`select t.id from ${of} and (${within[part]})`
}
