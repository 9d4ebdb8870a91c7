import { shanghaiDay } from '../day.ts'
import type { HeldCheck } from '../kinds/round/held-round.ts'
import { turnOfRound } from '../kinds/round/round.rules.ts'
import type { Day } from '../schema.ts'
import { phoneRounds } from './phone-kinds.ts'

/** Whether a look belongs to the turn that runs on a day; one of a round that phones do not carry belongs to none. */
export function isInTurn({ kind, at }: Pick<HeldCheck, 'kind' | 'at'>, today: Day): boolean {
  const round = phoneRounds.find(({ name }) => name === kind)
  const day = shanghaiDay(at)
  return round !== undefined && day >= turnOfRound(round, today).from && day <= today
}
