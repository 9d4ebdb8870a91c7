import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import type { Received } from './received.ts'

/** One figure of a sum; a dash where there is none, and above the county words where it is of too few people to be told. */
export function Figure({ sum, nth, least }: { sum: Received['sums'][number] | undefined; nth: number; least: number }) {
  const { t } = useTranslation('reports')
  const why = sum?.hidden?.[nth]
  if (why)
    return (
      <span title={t(`received.${why}Why`, { count: least, n: least })}>{t(`received.${why}`, { count: least, n: least })}</span>
    )
  const figure = sum?.figures[nth]
  return figure === null || figure === undefined ? <span className="quiet">—</span> : formatNumber(figure)
}
