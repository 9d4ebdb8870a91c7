import { type CoverageLine, readCoverage } from '@wangdi/domain/rounds/rounds.api.ts'
import { type Standing, type sums } from '@wangdi/domain/rounds/coverage.rules.ts'
import { resultSaid, type Round } from '@wangdi/domain/rounds/rounds.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatMoment, formatShare } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../lists/Asked.tsx'
import { Counted } from '../lists/Counted.tsx'
import { Pager } from '../lists/Pager.tsx'
import { usePage } from '../lists/use-page.ts'
import { DoorLink } from '../lists/ways/DoorLink.tsx'
import { PersonLink } from '../lists/ways/PersonLink.tsx'
import { ask } from '../shell/call.ts'

type Listed = (typeof listed)[number]
type Part = { grid?: string | null; name: string | null; coverage: Static<typeof readCoverage.reply>['coverage'] }
const listed = [
  ...(['not-reached', 'not-met', 'done', 'excepted', 'nobody-home', 'not-convenient'] as const),
  ...(['moved-away', 'refused', 'due', 'outside'] as const),
] as const satisfies readonly (Standing | (typeof sums)[number])[]

/** Which lines of a round an address asks for. */
export interface AskedLines {
  readonly standing?: unknown
  readonly in_grid?: unknown
  readonly in_part?: unknown
}

/** A figure of a round, of one grid or building where that is said; it opens the lines it counts. */
export function RoundFigure({
  round,
  n,
  ...of
}: {
  round: string
  n: number
  standing: Listed
  in_grid?: string
  in_part?: string
}) {
  return <Counted n={n} of={{ to: '/rounds', search: { round, ...of }, rows: 'round' }} />
}

/** One round: coverage part by part, and the doors or persons of one standing by name. */
export function RoundReached({ round, asked }: { round: Round; asked: AskedLines }) {
  const { t } = useTranslation('rounds')
  const [standing, setStanding] = useState<Listed>(listed.find((one) => one === asked.standing) ?? 'not-reached')
  const only = {
    ...(typeof asked.in_grid === 'string' && { in_grid: asked.in_grid }),
    ...(typeof asked.in_part === 'string' && { in_part: asked.in_part }),
  }
  const [by, setBy] = useState<'byGrid' | 'byBuilding'>('in_part' in only ? 'byBuilding' : 'byGrid')
  const [page, setPage] = usePage(round.id, standing, only)
  const answer = useQuery({ ...ask(readCoverage, { id: round.id, standing, page, ...only }), placeholderData: keepPreviousData })
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
            <Parts round={round.id} by={by} parts={data[by]} />
            <div className="card-head">
              <h2>{t(`standing.${standing}`)}</h2>
              {Object.keys(only).length > 0 && (
                <span className="small">
                  {t('only', {
                    name: data.byGrid.find(({ grid }) => (grid ?? 'none') === only.in_grid)?.name ?? only.in_part ?? t('noGrid'),
                  })}{' '}
                  <Link to="/rounds" search={{ round: round.id, standing } as never}>
                    {t('whole')}
                  </Link>
                </span>
              )}
              <span className="end">
                <Select
                  size="small"
                  aria-label={t('which')}
                  value={standing}
                  options={listed.map((one) => ({ value: one, label: t(`standing.${one}`) }))}
                  onChange={(to) => {
                    setStanding(to)
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

function Parts({ round, by, parts }: { round: string; by: 'byGrid' | 'byBuilding'; parts: readonly Part[] }) {
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
          {parts.map(({ grid, name, coverage: { due, done, notReached, outside } }) => {
            const of = { round, ...(by === 'byGrid' ? { in_grid: grid ?? 'none' } : { in_part: name ?? '' }) }
            const figures = [
              ['due', <RoundFigure key="due" {...of} standing="due" n={due} />],
              ['done', <RoundFigure key="done" {...of} standing="done" n={done} />],
              ['share', formatShare(done, due)],
              ['excepted', <RoundFigure key="excepted" {...of} standing="excepted" n={due - done - notReached} />],
              ['notReached', <RoundFigure key="not" {...of} standing="not-reached" n={notReached} />],
              ['outside', <RoundFigure key="outside" {...of} standing="outside" n={outside} />],
            ] as const
            return (
              <tr key={grid ?? name ?? ''}>
                <td>{name || t('noGrid')}</td>
                {figures.map(([label, value]) => (
                  <td key={label} className="figure" data-label={t(label)}>
                    {value}
                  </td>
                ))}
              </tr>
            )
          })}
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
              <td>
                <DoorLink dwelling={line.dwelling} door={line.door} />
              </td>
              {persons && (
                <td>
                  <PersonLink person={line.person?.id} name={line.person?.name ?? ''} />
                </td>
              )}
              <td>{line.grid ?? t('noGrid')}</td>
              <td data-label={t('tries')}>{line.tries === 0 ? t('never') : t('times', { count: line.tries, n: line.tries })}</td>
              <td data-label={t('last')}>
                {line.last ? `${resultSaid(line.last)[language]} ${formatMoment(line.last.at, today)}` : '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
