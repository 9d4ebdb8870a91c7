import { type CoverageLine, readCoverage } from '@wangdi/domain/rounds/rounds.api.ts'
import { type Round, visitResults } from '@wangdi/domain/rounds/rounds.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatMoment, formatNumber, formatShare } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../lists/Asked.tsx'
import { Pager } from '../lists/Pager.tsx'
import { ask } from '../shell/call.ts'

type Standing = CoverageLine['standing']
type Part = { name: string | null; coverage: Static<typeof readCoverage.reply>['coverage'] }
const standings: readonly Standing[] = [
  'not-reached',
  'done',
  'nobody-home',
  'not-convenient',
  'moved-away',
  'refused',
  'outside',
]

/** One round: coverage part by part, and the doors or persons of one standing by name. */
export function RoundReached({ round, asked }: { round: Round; asked: unknown }) {
  const { t } = useTranslation('rounds')
  const [standing, setStanding] = useState<Standing>(standings.find((one) => one === asked) ?? 'not-reached')
  const [by, setBy] = useState<'byGrid' | 'byBuilding'>('byGrid')
  const [page, setPage] = useState(0)
  const answer = useQuery({ ...ask(readCoverage, { id: round.id, standing, page }), placeholderData: keepPreviousData })
  const unit = (count: number) => t(round.of === 'dwellings' ? 'unitDoors' : 'unitPersons', { count })
  return (
    <section className={answer.isPlaceholderData ? 'card list-busy' : 'card'} aria-label={t('look', { name: round.name })}>
      <div className="card-head">
        <h2>{round.name}</h2>
        <span className="end">
          <Segmented
            size="small"
            value={by}
            options={(['byGrid', 'byBuilding'] as const).map((one) => ({ value: one, label: t(one) }))}
            onChange={setBy}
          />
        </span>
      </div>
      <Asked answer={answer} rows={8} height={36}>
        {(data) => (
          <>
            <Parts parts={data[by]} />
            <div className="card-head">
              <h2>{t(`standing.${standing}`)}</h2>
              <span className="end">
                <Select
                  size="small"
                  aria-label={t('standing.not-reached')}
                  value={standing}
                  options={standings.map((one) => ({ value: one, label: t(`standing.${one}`) }))}
                  onChange={(to) => {
                    setStanding(to)
                    setPage(0)
                  }}
                />
              </span>
            </div>
            {data.lines.rows.length === 0 ? (
              <Empty>{t('allReached')}</Empty>
            ) : (
              <Lines lines={data.lines.rows} persons={round.of === 'key-persons'} />
            )}
            <Pager
              page={page}
              total={data.lines.total}
              rows="round"
              unit={unit}
              order={t('order')}
              busy={answer.isFetching}
              onPage={setPage}
            />
          </>
        )}
      </Asked>
    </section>
  )
}

function Parts({ parts }: { parts: readonly Part[] }) {
  const { t } = useTranslation('rounds')
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{t('where')}</th>
            {(['due', 'done', 'share', 'excepted', 'notReached', 'outside'] as const).map((label) => (
              <th key={label} className="figure">
                {t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, coverage: { due, done, notReached, outside } }) => (
            <tr key={name ?? ''}>
              <td>{name || t('noGrid')}</td>
              <td className="figure" data-label={t('due')}>
                {formatNumber(due)}
              </td>
              <td className="figure" data-label={t('done')}>
                {formatNumber(done)}
              </td>
              <td className="figure" data-label={t('share')}>
                {formatShare(done, due)}
              </td>
              <td className="figure" data-label={t('excepted')}>
                {formatNumber(due - done - notReached)}
              </td>
              <td className="figure" data-label={t('notReached')}>
                {formatNumber(notReached)}
              </td>
              <td className="figure" data-label={t('outside')}>
                {formatNumber(outside)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Lines({ lines, persons }: { lines: readonly CoverageLine[]; persons: boolean }) {
  const { t } = useTranslation('rounds')
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const today = dayOf(useNow())
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{t('door')}</th>
            {persons && <th>{t('person')}</th>}
            <th>{t('grid')}</th>
            <th>{t('tries')}</th>
            <th>{t('last')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.dwelling + (line.person?.id ?? '')}>
              <td>{line.door}</td>
              {persons && (
                <td>
                  <span className="list-name">{line.person?.name}</span>
                </td>
              )}
              <td>{line.grid ?? t('noGrid')}</td>
              <td data-label={t('tries')}>{line.tries === 0 ? t('never') : t('times', { count: line.tries, n: line.tries })}</td>
              <td data-label={t('last')}>
                {line.last ? `${visitResults[line.last.result][language]} ${formatMoment(line.last.at, today)}` : '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
