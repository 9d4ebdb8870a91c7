import type { Problem } from '../problem.ts'
import type { Day } from '../schema.ts'
import type { GridDuty } from './grid-duty.ts'
import { problems } from './grid-duty.problems.ts'

/** Who is asked to take a grid, and from when to when. */
export interface DutyAsked {
  readonly kind: 'worker' | 'stand-in'
  readonly from: Day
  readonly until: Day | null
}

/** Why a grid may not be given so; nothing when it may. A new worker follows the one before; stand-ins may not overlap. */
export function whyNotAssign(
  asked: DutyAsked,
  grid: { name: string; until: Day | null },
  duties: readonly GridDuty[],
  today: Day,
): Problem | undefined {
  if (asked.from < today) return problems.inPast({ today })
  if (grid.until !== null && asked.from >= grid.until) return problems.gridEnded({ name: grid.name, until: grid.until })
  if (asked.until !== null && asked.until <= asked.from) return problems.endsFirst({})
  if (asked.kind === 'worker') return undefined
  if (asked.until === null) return problems.noEnd({})
  const { from, until } = asked
  const other = duties.find((duty) => duty.kind === 'stand-in' && duty.from < until && (duty.until === null || from < duty.until))
  return other ? problems.covered({ name: other.name, until: other.until ?? from }) : undefined
}

/** Who answers for a grid on a day: the stand-in before the worker; undefined is a vacancy. */
export function responsibleOn<D extends Pick<GridDuty, 'kind' | 'from' | 'until'>>(
  duties: readonly D[],
  day: Day,
): D | undefined {
  const now = duties.filter((duty) => duty.from <= day && (duty.until === null || day < duty.until))
  return now.find((duty) => duty.kind === 'stand-in') ?? now.find((duty) => duty.kind === 'worker')
}
