import './rounds.css'
import { listRounds } from '@wangdi/domain/rounds/rounds.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { dayOf, formatDay, formatNumber, formatShare } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../lists/Asked.tsx'
import { Pager } from '../lists/Pager.tsx'
import { OfCommunity } from '../lists/ChooseCommunity.tsx'
import { ask } from '../shell/call.ts'
import { useSession } from '../shell/session.ts'
import { type AskedLines, RoundFigure, RoundReached } from './RoundReached.tsx'
import { Told } from './Told.tsx'

const OpenRound = lazy(() => import('./OpenRound.tsx'))
const CloseRound = lazy(() => import('./CloseRound.tsx'))

const size = 20
const isRound = (asked: unknown): asked is string =>
  asked === 'survey' || asked === 'visit' || (typeof asked === 'string' && /^[\da-f]{8}-[\da-f-]{27}$/i.test(asked))

type Covered = Static<typeof listRounds.reply>['rounds'][number]

/** 摸排走访: how far each round has come, who was missed and why, and what was told at the doors. */
export default function RoundsPage() {
  const { t } = useTranslation('rounds')
  return <OfCommunity title={t('title')}>{(community) => <Rounds key={community} community={community} />}</OfCommunity>
}

function Rounds({ community }: { community: string }) {
  const { t } = useTranslation('rounds')
  const { access } = useSession()
  const asked = useSearch({ strict: false }) as AskedLines & { round?: unknown }
  const [picked, setChosen] = useState<string>()
  const chosen = picked ?? (typeof asked.round === 'string' ? asked.round : undefined)
  const [opening, setOpening] = useState(false)
  const [closing, setClosing] = useState(false)
  const today = dayOf(useNow())
  const [page, setPage] = useState<number>()
  // A figure that names a round opens the page on which it stands, however many came after it.
  const at = page !== undefined ? { page } : isRound(asked.round) ? { round: asked.round } : {}
  const answer = useQuery({ ...ask(listRounds, { community, size, ...at }), placeholderData: keepPreviousData })
  const rounds = answer.data?.rounds ?? []
  // The round of the day that goes to every door is called by its kind, as who counts it from above does not know its id.
  const round = rounds.find(({ id, kind }) => id === chosen || kind === chosen) ?? rounds[0]
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
        <div className="actions">
          {answer.data && (
            <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />
          )}
          {round && access['rounds.close-round'] && (round.until === null || round.until > today) && (
            <Button onClick={() => setClosing(true)}>{t('close.button')}</Button>
          )}
          {access['rounds.open-round'] && (
            <Button type="primary" onClick={() => setOpening(true)}>
              {t('open')}
            </Button>
          )}
        </div>
      </div>
      <div className="rounds">
        <section className="card" aria-label={t('rounds')}>
          <Asked answer={answer} rows={4}>
            {({ page: shown, total }) =>
              rounds.length === 0 ? (
                <Empty>{t('none')}</Empty>
              ) : (
                <>
                  <RoundTable rounds={rounds} chosen={round?.id} onChoose={setChosen} />
                  {total > size && (
                    <Pager
                      page={shown}
                      total={total}
                      size={size}
                      unit={(count) => t('roundUnit', { count })}
                      order={t('roundOrder')}
                      busy={answer.isFetching}
                      onPage={setPage}
                    />
                  )}
                </>
              )
            }
          </Asked>
        </section>
        {round && (
          <RoundReached key={`${round.id} ${asked.standing} ${asked.in_grid} ${asked.in_part}`} round={round} asked={asked} />
        )}
        <Told community={community} />
      </div>
      {closing && round && (
        <Suspense>
          <CloseRound
            round={round}
            left={`${formatNumber(round.coverage.notReached)} ${t(round.of === 'dwellings' ? 'unitDoors' : 'unitPersons', { count: round.coverage.notReached })}`}
            onClose={() => setClosing(false)}
          />
        </Suspense>
      )}
      {opening && (
        <Suspense>
          <OpenRound community={community} onClose={() => setOpening(false)} />
        </Suspense>
      )}
    </>
  )
}

function RoundTable({
  rounds,
  chosen,
  onChoose,
}: {
  rounds: readonly Covered[]
  chosen: string | undefined
  onChoose: (id: string) => void
}) {
  const { t } = useTranslation('rounds')
  const today = dayOf(useNow())
  const days = ({ from, until }: Covered) =>
    until
      ? t('until', { from: formatDay(from, today), until: formatDay(until, today) })
      : t('since', { from: formatDay(from, today) })
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{t('name')}</th>
            <th>{t('days')}</th>
            <th className="figure">{t('due')}</th>
            <th className="figure">{t('done')}</th>
            <th className="figure">{t('share')}</th>
            <th className="figure">{t('excepted')}</th>
            <th className="figure">{t('notReached')}</th>
            <th className="figure">{t('outside')}</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => {
            const { due, done, notReached, outside } = round.coverage
            const figures = [
              ['due', <RoundFigure key="due" round={round.id} standing="due" n={due} />],
              ['done', <RoundFigure key="done" round={round.id} standing="done" n={done} />],
              ['share', formatShare(done, due)],
              ['excepted', <RoundFigure key="excepted" round={round.id} standing="excepted" n={due - done - notReached} />],
              ['notReached', <RoundFigure key="not" round={round.id} standing="not-reached" n={notReached} />],
              ['outside', <RoundFigure key="outside" round={round.id} standing="outside" n={outside} />],
            ] as const
            return (
              <tr key={round.id} aria-current={round.id === chosen || undefined}>
                <td>
                  <button type="button" className="w-link" onClick={() => onChoose(round.id)}>
                    <span className="list-name">{round.name}</span>
                  </button>{' '}
                  <span className="quiet small">{t(`of.${round.of}`)}</span>
                </td>
                <td>
                  {days(round)}{' '}
                  {round.everyDays !== null && (
                    <span className="quiet small">{t('every', { count: round.everyDays, n: round.everyDays })}</span>
                  )}
                </td>
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
