import { type ProgressName, progressFigures } from '@wangdi/domain/plan/progress/progress.ts'
import { leftOf } from '@wangdi/domain/plan/progress/progress.rules.ts'
import { readRollUp } from '@wangdi/domain/reports/reports.api.ts'
import { Figure } from '@wangdi/ui/marks/Figure.tsx'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { formatNumber, formatShare } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import { Counted } from '../../lists/Counted.tsx'
import { type Progress, type Row, useFigureWords, useOpenedFigure, useUnitOf } from './use-progress.ts'

const communityDigits = 12

/** What is left today, figure by figure; each leads to the places behind it, of one community to the people or doors themselves. */
export function FigureCards({ board }: { board: Progress }) {
  const { t } = useTranslation('progress')
  const { access } = useSession()
  const { whole } = board
  return (
    <section className="card progress-figures" aria-label={t('figures')}>
      {'reports.roll-up' in access && <Reported place={board.place} />}
      {whole.figures.map((figure) => (
        <Card key={figure.name} figure={figure} board={board} />
      ))}
    </section>
  )
}

type Counted = Row['figures'][number]

function Card({ figure, board: { place, whole, least, day } }: { figure: Counted; board: Progress }) {
  const { t } = useTranslation('progress')
  const words = useFigureWords(least)
  const unitOf = useUnitOf()
  const left = leftOf(figure)
  const few = left === null
  return (
    <Way name={figure.name} n={left ?? 0} day={day} place={place} quiet={few || figure.due === 0}>
      <span className="label">{t(`name.${figure.name}`)}</span>
      {figure.due === 0 ? (
        <span className="nothing">{t('nothing')}</span>
      ) : few ? (
        <span className="nothing" title={t('hiddenWhy')}>
          {words.hidden(figure)}
        </span>
      ) : (
        <Figure value={left} unit={unitOf(figure.name, left)} />
      )}
      <span className="more">
        {figure.name !== 'alerts' && figure.done !== null && figure.due !== null && figure.due > 0 && (
          <span>
            {t('share', {
              share: formatShare(figure.done, figure.due),
              done: formatNumber(figure.done),
              due: formatNumber(figure.due),
            })}
          </span>
        )}
        {figure.of < whole.counted && (
          <span>{t('of', { of: formatNumber(figure.of), all: formatNumber(whole.communities) })}</span>
        )}
      </span>
    </Way>
  )
}

/** Where a figure leads: to the places behind it; of a community to its list, where the own right lets names begin. */
function Way({
  name,
  n,
  day,
  place,
  quiet,
  children,
}: {
  name: ProgressName
  n: number
  day: string
  place: string
  quiet: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('progress')
  const { access } = useSession()
  const opened = useOpenedFigure()
  if (quiet) return <div className="progress-figure">{children}</div>
  if (place.length < communityDigits)
    return (
      <Counted n={n} of={{ to: '/progress/behind', search: { figure: name }, rows: 'behind' }} className="progress-figure">
        {children}
      </Counted>
    )
  const of = progressFigures[name].rows in access ? opened(name, day) : undefined
  return of ? (
    <Counted n={n} of={of} className="progress-figure">
      {children}
      <span className="go">{t('open')} ›</span>
    </Counted>
  ) : (
    <div className="progress-figure">
      {children}
      <span className="more">{t('byCommunity')}</span>
    </div>
  )
}

/** Reports of the day received, as the page of them counts; nothing where none are due. */
function Reported({ place }: { place: string }) {
  const { t } = useTranslation('progress')
  const { data, error } = useQuery({ ...ask(readRollUp, { place }), refetchInterval: 60_000 })
  if (!data && !error)
    return (
      <div className="progress-figure">
        <span className="label">{t('reported.title')}</span>
        <Skeleton rows={2} height={28} />
      </div>
    )
  if (!data || data.expected === 0) return null
  const { expected, received, late } = data
  return (
    <Counted
      n={Math.max(0, expected - received)}
      of={{ to: '/reports/received', rows: 'reports-missing' }}
      className="progress-figure"
    >
      <span className="label">{t('reported.title')}</span>
      <Figure value={Math.max(0, expected - received)} unit={t('reported.missing')} />
      <span className="more">
        <span>
          {t('reported.share', {
            received: formatNumber(received),
            expected: formatNumber(expected),
            late: formatNumber(late),
          })}
        </span>
      </span>
    </Counted>
  )
}
