import { figureOf, leftOf } from '@wangdi/domain/plan/progress/progress.rules.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { isOld } from '../tiles/Tile.tsx'
import { type Progress, type Row, useFigureWords } from '../use-progress.ts'

const communityDigits = 12

/** What stands beside a figure that is behind, as far as registers say it: grids without a worker, alerts, responses, an old count. */
export function useReasons(board: Progress): (row: Row) => string[] {
  const { t } = useTranslation('progress')
  const words = useFigureWords(board.least)
  return (row) => {
    // Of wide places these would be sums that explain nothing.
    const own = row.place.length === communityDigits
    const vacant = own ? figureOf(row, 'staff.duties') : undefined
    const alerts = own ? figureOf(row, 'alerts') : undefined
    const said: (string | undefined)[] = [
      vacant && (leftOf(vacant) ?? 0) > 0 ? t('behind.grids', { count: leftOf(vacant) ?? 0 }) : undefined,
      alerts && (leftOf(alerts) ?? 0) > 0 ? t('behind.alerts', { count: leftOf(alerts) ?? 0 }) : undefined,
      row.place.length <= 6 && row.in_response > 0
        ? row.place.length === 6
          ? t('tiles.response.county')
          : t('behind.response', { count: row.in_response })
        : undefined,
      row.place.length < communityDigits && row.counted < row.communities
        ? t('behind.counted', { counted: formatNumber(row.counted), all: formatNumber(row.communities) })
        : undefined,
      isOld(row, board) ? words.age(row, board.day) : undefined,
    ]
    return said.flatMap((one) => one ?? [])
  }
}
