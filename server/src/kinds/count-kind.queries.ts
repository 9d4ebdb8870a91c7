import { addDays } from '@wangdi/domain/day.ts'
import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import { overdueBefore } from '@wangdi/domain/kinds/register/register.rules.ts'
import type { RoundKind } from '@wangdi/domain/kinds/round/round.ts'
import { type CheckCoverage, checkCoverage, standingsOf, turnOfRound } from '@wangdi/domain/kinds/round/round.rules.ts'
import type { CommunityCode, Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import { countyOf, type Db } from '../platform/db.ts'
import { liesIn } from './lies-in.queries.ts'
import { listChecks, listTargets } from './round/check.queries.ts'

/** What ended longer ago than this counts no more for what is done now. */
const doneDays = 30

async function counted(db: Db, query: RawBuilder<{ due: number; done: number }>): Promise<{ due: number; done: number }> {
  return (await query.execute(db)).rows[0] ?? { due: 0, done: 0 }
}

/** How far a round over things has come in a place in the turn of a day. */
export async function coverRound(db: Db, kind: RoundKind, place: PlaceCode, day: Day): Promise<CheckCoverage> {
  const turn = turnOfRound(kind, day)
  const targets = await listTargets(db, kind, place)
  return checkCoverage(standingsOf(kind, targets, await listChecks(db, kind, place, turn), turn).values())
}

/**
 * How much of a kind a place had to do on a day and how much of that was done: of requests those open and those that ended within
 * thirty days, of a register what has not ended and was signed, approved and looked at in time, as far as its choices prove anything, of
 * a round its turn, of documents those that hold or wait to be approved, and hold and are not overdue. What nobody asked for is due nowhere.
 */
export async function countKind(db: Db, kind: Kind, place: PlaceCode, day: Day): Promise<{ due: number; done: number }> {
  const lies = liesIn(db, place, sql`t.community`)
  const of = sql`t.county = ${countyOf(db)} and t.kind = ${kind.name} and ${lies}`
  switch (kind.mechanism) {
    case 'request':
      return counted(
        db,
        sql`select count(*)::int as due, (count(*) filter (where t.ended_on <= ${day}))::int as done from kind_request t
          where ${of} and t.day <= ${day} and (t.ended_on is null or t.ended_on >= ${addDays(day, -doneDays)})`,
      )
    case 'register': {
      const proving = Object.entries(kind.provesBy ?? {}).map(
        ([name, among]) => sql` and t.standing -> 'values' ->> ${name} = any (${sql.val([...among])}::text[])`,
      )
      return counted(
        db,
        sql`select count(*)::int as due, (count(*) filter (where t.state = 'live'
            and coalesce(least(t.until_day, t.review_on) >= ${overdueBefore(kind, day)}, true)))::int as done
          from kind_thing t where ${of} and t.state in ('draft', 'waiting', 'live')${sql.join(proving, sql``)}`,
      )
    }
    case 'round': {
      const { due, done } = await coverRound(db, kind, place, day)
      return { due, done }
    }
    case 'document': {
      // What is read above the county is counted there as well; a first version that waits is due, and not done.
      const those = kind.above
        ? sql`kind_document_head t where t.kind = ${kind.name} and starts_with(t.place, ${place})`
        : sql`kind_document t where ${of}`
      return counted(
        db,
        sql`select count(*)::int as due, (count(*) filter (where t.in_force is not null and coalesce(t.due_from > ${day}, true)))::int as done
          from ${those} and (t.in_force is not null or t.unready)`,
      )
    }
  }
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
