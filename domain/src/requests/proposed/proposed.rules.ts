import { shanghaiDay, shanghaiInstant } from '../../day.ts'
import type { Episode } from '../../observation/observation.ts'
import type { Instant } from '../../schema.ts'

const hour = 3_600_000

/**
 * When somebody must have asked what is needed: an hour after the order, or after the stay at home begins where that comes later.
 * Nothing is proposed where nobody stays at home, before that day or after it, and once the order ended (2020A 三; 2020P 一).
 */
export function dueOfProposal(
  { decided_at, phases, ended_at }: Pick<Episode, 'decided_at' | 'phases' | 'ended_at'>,
  now: Instant,
): Instant | undefined {
  const today = shanghaiDay(now)
  const home = phases.find(({ where, from, until }) => where === 'home' && from <= today && today <= until)
  if (!home || (ended_at !== null && ended_at <= now)) return undefined
  const begins = Math.max(new Date(decided_at).getTime(), new Date(shanghaiInstant(home.from, '00:00')).getTime())
  return new Date(begins + hour).toISOString()
}
