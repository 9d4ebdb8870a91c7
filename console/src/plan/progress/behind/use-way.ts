import { type ProgressName, progressFigures } from '@wangdi/domain/plan/progress/progress.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import type { OpenedList } from '../../../lists/Counted.tsx'
import { useSession } from '../../../shell/session.ts'
import { openedPart } from '../../plan-reply.ts'
import { type Row, useOpenedFigure } from '../use-progress.ts'

const communityDigits = 12

/**
 * What a figure of a place opens: of a community the list itself, where the own right lets names begin; of a place above it the places
 * below. Nothing where neither is there, nor of a community that was counted another day: its list has moved on since.
 */
export function useWay(): (
  name: ProgressName,
  part: 'left' | 'done' | 'due',
  of: { row: Row; day: Day },
) => OpenedList | undefined {
  const { access } = useSession()
  const opened = useOpenedFigure()
  return (name, part, { row, day }) => {
    const { place } = row
    if (place.length < communityDigits) {
      const rows = part === 'left' ? 'behind' : `behind-${part}`
      return { to: '/progress/behind', search: { figure: name }, rows, place }
    }
    if (row.day !== day) return undefined
    const list = part === 'left' ? opened(name, day) : openedPart(name, part, { round: null, day })
    const reach = access[progressFigures[name].rows]
    return list && reach !== undefined && reach !== 'grid' ? { ...list, place } : undefined
  }
}
