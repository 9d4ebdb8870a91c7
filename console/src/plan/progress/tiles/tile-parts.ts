import type { ProgressName } from '@wangdi/domain/plan/progress/progress.ts'
import type { Progress } from '../use-progress.ts'

/** What the ways to lay out tiles are given. */
export interface TileParts {
  readonly board: Progress
  readonly name: ProgressName
  readonly onOpen: (place: string) => void
  readonly isStop: (place: string) => boolean
}
