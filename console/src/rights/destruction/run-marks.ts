import type { RunState } from '@wangdi/domain/rights/destruction/destruction.ts'
import type { MarkState } from '@wangdi/ui/marks/StateMark.tsx'

/** How each state of a run is drawn; the word stands beside it. */
export const markOf: Record<RunState, MarkState> = {
  waiting: 'due',
  approved: 'due',
  running: 'partial',
  done: 'done',
  refused: 'closed',
}
