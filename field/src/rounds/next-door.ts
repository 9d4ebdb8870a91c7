import { shanghaiDay } from '@wangdi/domain/day.ts'
import type { Id, Instant } from '@wangdi/domain/schema.ts'
import type { Household } from '../places/door.ts'
import type { Work } from '../today/work.ts'

const order = (a: Household, b: Household) =>
  (a.door.building ?? a.door.group ?? '').localeCompare(b.door.building ?? b.door.group ?? '', 'zh-CN', { numeric: true }) ||
  a.door.ordinal - b.door.ordinal

/**
 * The door to go to after this one: the next in walking order that is due or not reached, in the same building first;
 * one where nobody was at home today comes when its hour has come. Undefined when none is left.
 */
export function nextDoor(from: Household, work: Work, round: Id | null, now: Instant): Household | undefined {
  const inRound = work.rounds.filter((one) => round === null || one.round.id === round).flatMap(({ notReached }) => notReached)
  const due = work.visits.filter(({ notBefore }) => notBefore === null || notBefore <= now).map(({ household }) => household)
  const candidates = [...new Set(round === null && due.length > 0 ? due : [...inRound, ...due])]
    .filter(
      ({ door, visits }) => door.id !== from.door.id && !visits.some(({ at }) => shanghaiDay(at) === work.today && at > now),
    )
    .sort(order)
  return candidates.find((one) => order(one, from) > 0) ?? candidates[0]
}
