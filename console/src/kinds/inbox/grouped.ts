import type { Waiting } from './opened.ts'

/** Where a line stands by its clock. */
export const clocks = ['late', 'today', 'later', 'never'] as const
export type Clock = (typeof clocks)[number]

/** By its clock where a line stands at a moment; `tonight` is the end of the day, as a moment. */
export function clockOf({ late, due_at }: Pick<Waiting, 'late' | 'due_at'>, tonight: string): Clock {
  if (late) return 'late'
  if (due_at === null) return 'never'
  return due_at <= tonight ? 'today' : 'later'
}
