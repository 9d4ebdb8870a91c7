import { type ProgressName, progressFigures } from '@wangdi/domain/plan/progress/progress.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import type { Db } from '../../platform/db.ts'
import { openFunctions } from '../../regimes/index.ts'
import { type DayRecords, recordsOf } from '../evidence.ts'
import { type Kept, keepProgress } from './progress.queries.ts'

type Figures = Partial<Record<ProgressName, [done: number, due: number, of: 1]>>

/** The figures of a board as the plan of a community counts them; what it does not count is left out, which is no zero. */
function figuresOf({ evidence, candidates }: Pick<DayRecords, 'evidence' | 'candidates'>, open: ReadonlySet<string>): Figures {
  const figures: Figures = {}
  for (const name of Object.keys(progressFigures) as ProgressName[]) {
    const counted = name === 'alerts' ? undefined : evidence.get(name)
    if (counted) figures[name] = [Math.min(counted.done, counted.due), counted.due, 1]
  }
  // What waits for a doctor has nothing that is done beside it: the list holds open ones alone.
  const alerts = candidates.find(({ list }) => list === 'alerts')
  if (alerts && open.has('observation')) figures.alerts = [0, alerts.left, 1]
  return figures
}

/** Counts one community for the board on a day, as its own plan counts. */
export async function countCommunity(db: Db, community: PlaceCode, day: Day, now: Date): Promise<Figures> {
  const open = new Set<string>(await openFunctions(db, community, day))
  return figuresOf(await recordsOf(db, community, day, now, open), open)
}

/** Keeps for the board what the plan of a community has just counted. */
export const keepCounted = (db: Db, community: PlaceCode, day: Day, at: Date, records: DayRecords, open: ReadonlySet<string>) =>
  keepProgress(db, countyOf(community), day, at, [{ place: community, figures: figuresOf(records, open) }])

/** How old a count may be before somebody who looks waits for a new one; what is younger is counted again by a street alone, whose few it can. */
const freshMs = 5 * 60_000
/** For how long one look counts; what is left over is counted at the next. */
const patienceMs = 1200

/**
 * Counts communities of a county or street again, those never counted today first, then the oldest, and keeps what they come to.
 * Gives how many still wait.
 */
export async function recount(
  db: Db,
  place: PlaceCode,
  { communities, kept, day, now }: { communities: readonly PlaceCode[]; kept: readonly Kept[]; day: Day; now: Date },
): Promise<number> {
  const at = new Map(kept.filter((row) => row.day === day).map((row) => [row.place, Date.parse(row.at)]))
  const fresh = now.getTime() - freshMs
  const before = place.length > 6 ? now.getTime() : fresh
  const old = communities
    .filter((community) => (at.get(community) ?? 0) < before)
    .sort((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0) || (a < b ? -1 : 1))
  const counted: { place: PlaceCode; figures: Figures }[] = []
  const begin = performance.now()
  for (const community of old) {
    if (counted.length > 0 && performance.now() - begin > patienceMs) break
    counted.push({ place: community, figures: await countCommunity(db, community, day, now) })
  }
  await keepProgress(db, countyOf(place), day, now, counted)
  return old.slice(counted.length).filter((community) => (at.get(community) ?? 0) < fresh).length
}
