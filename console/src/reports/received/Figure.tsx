import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { Counted, type OpenedList } from '../../lists/Counted.tsx'
import type { Received } from './received.ts'

/**
 * One figure of a sum, opening what it is summed from where that is said; a dash where there is none, and above the county words
 * where it is of too few people to be told.
 */
export function Figure({
  sum,
  nth,
  least,
  of,
}: {
  sum: Pick<Received['sums'][number], 'figures' | 'hidden'> | undefined
  nth: number
  least: number
  of?: OpenedList | undefined
}) {
  const { t } = useTranslation('reports')
  const why = sum?.hidden?.[nth]
  if (why)
    return (
      <span title={t(`received.${why}Why`, { count: least, n: least })}>{t(`received.${why}`, { count: least, n: least })}</span>
    )
  const figure = sum?.figures[nth]
  if (figure === null || figure === undefined) return <span className="quiet">—</span>
  return of ? <Counted n={figure} of={of} /> : formatNumber(figure)
}

/** The name under which the places below say what they add up to in a figure of a line. */
export const sumRows = (line: string, nth: number) => `received ${line} ${nth}`
