import { shanghaiDay } from '../day.ts'
import type { Problem } from '../problem.ts'
import type { Day, Instant } from '../schema.ts'
import { problems } from './rounds.problems.ts'
import type { Round } from './rounds.ts'

/** Why a visit of that moment may not be recorded for a round; nothing when it may. */
export function whyNotRecord(at: Instant, round: Pick<Round, 'name' | 'from' | 'until'> | undefined): Problem | undefined {
  if (!round) return undefined
  const day = shanghaiDay(at)
  if (day < round.from) return problems.notYet({ name: round.name, from: round.from })
  return round.until !== null && day > round.until ? problems.ended({ name: round.name, until: round.until }) : undefined
}

/** Why a round may not be opened so; nothing when it may. */
export const whyNotOpen = (round: { from: Day; until: Day | null }): Problem | undefined =>
  round.until !== null && round.until < round.from ? problems.backwards({}) : undefined
