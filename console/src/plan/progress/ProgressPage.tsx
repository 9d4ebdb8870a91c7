import '../plan.css'
import './progress.css'
import { parentOf } from '@wangdi/domain/place-code.ts'
import type { ProgressName } from '@wangdi/domain/plan/progress/progress.ts'
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { back } from '@wangdi/ui/marks/icons.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { formatMoment, formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { ask } from '../../shell/call.ts'
import { lookAt, useLookedAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'
import { StateStrip } from '../state/StateStrip.tsx'
import { Behind } from './behind/Behind.tsx'
import { FigureCards } from './FigureCards.tsx'
import { OverControl } from './side/OverControl.tsx'
import { Waiting } from './side/Waiting.tsx'
import { Legend } from './tiles/Legend.tsx'
import { TilePicture } from './tiles/TilePicture.tsx'
import { Trends } from './trends/Trends.tsx'
import { levelOfTiles, type Progress, sharesOf, useBoardName, useProgress } from './use-progress.ts'

const communityDigits = 12

/** 各地进展: how far the places below are, who is behind and by what, what goes beyond the rules, and what waits for an answer. */
export default function ProgressPage() {
  const { t } = useTranslation('progress')
  const place = useLookedAt()
  const called = useBoardName(place)
  const answer = useProgress(place)
  const { data } = answer
  return (
    <>
      <div className="title">
        <h1>{t('title', { place: called })}</h1>
        {data && <Note board={data} />}
        <div className="actions">
          {data && <StaleLine at={data.at} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />}
          <Up place={place} />
          <Link to="/plan">{t('plan')}</Link>
          <Link to="/progress/wall">{t('wall')}</Link>
        </div>
      </div>
      <Asked answer={answer} rows={12}>
        {(board) => <Board key={board.place} board={board} />}
      </Asked>
    </>
  )
}

function Note({ board }: { board: Progress }) {
  const { t } = useTranslation('progress')
  if (board.place.length === communityDigits) return <span className="note">{t('below.own')}</span>
  return <span className="note">{t(`below.${levelOfTiles(board)}`, { count: board.tiles.length })}</span>
}

/** The way to the place that this one lies in, as far as the own one. */
function Up({ place }: { place: string }) {
  const { t } = useTranslation('progress')
  const { account } = useSession()
  const above = parentOf(place)
  const called = useBoardName(above)
  if (place === account.place || !above.startsWith(account.place)) return null
  return (
    <button type="button" className="w-link" onClick={() => lookAt(account.id, above)}>
      <Icon of={back} size={14} />
      {t('up', { place: called })}
    </button>
  )
}

function Board({ board }: { board: Progress }) {
  const { t } = useTranslation('progress')
  const { account, access } = useSession()
  const [chosen, setChosen] = useState<ProgressName>()
  const { place, whole } = board
  const { data: plan } = useQuery({ ...ask(readPlan, { place }), staleTime: 120_000, enabled: 'plan.read' in access })
  const shares = sharesOf(board)
  const name = chosen !== undefined && shares.includes(chosen) ? chosen : (shares.find((one) => isAsked(board, one)) ?? shares[0])
  const open = (code: string) => lookAt(account.id, code)
  const lines = name ? [name, ...shares.filter((one) => one !== name && isAsked(board, one))] : []
  return (
    <>
      {plan?.place === place && <StateStrip plan={plan} />}
      <Counted board={board} />
      {whole.figures.length > 0 && <FigureCards board={board} />}
      <div className="progress-layout">
        <div className="list-stack">
          {name && place.length < communityDigits && (
            <div className="progress-two">
              <section className="card" aria-label={t(`tiles.${levelOfTiles(board)}`)} {...rowsSaid('tiles', board.tiles.length)}>
                <div className="card-head">
                  <h2>
                    {t(`tiles.${levelOfTiles(board)}`)}
                    {levelOfTiles(board) === 'province' && t('percent')}
                  </h2>
                  <span className="sub">{t('tiles.lead')}</span>
                </div>
                <Measures {...{ shares, name }} onChoose={setChosen} />
                <TilePicture {...{ board, name }} onOpen={open} />
                <Legend tiles={board.tiles} name={name} />
                {levelOfTiles(board) === 'province' && <p className="quiet small progress-pad">{t('tiles.noBorders')}</p>}
              </section>
              <Behind {...{ board, name }} onOpen={open} />
            </div>
          )}
          {!name && (
            <section className="card">
              <Empty>{t('noneCounted')}</Empty>
            </section>
          )}
          {lines.length > 0 && <Trends place={place} names={lines} responseSince={plan?.response?.from} />}
        </div>
        <div className="list-stack">
          {'plan.over-control' in access && <OverControl place={place} />}
          {'requests.list' in access && <Waiting place={place} />}
        </div>
      </div>
    </>
  )
}

const isAsked = ({ whole, tiles }: Progress, name: ProgressName) =>
  [whole, ...tiles].some(({ figures }) => figures.some((one) => one.name === name && one.due !== 0))

/** How many communities were counted today, how old the oldest count is, and how many are being counted. */
function Counted({ board: { whole, waiting, day } }: { board: Progress }) {
  const { t } = useTranslation('progress')
  const parts = [
    t('counted', { counted: formatNumber(whole.counted), all: formatNumber(whole.communities) }),
    whole.at && t('oldest', { time: formatMoment(whole.at, day) }),
    waiting > 0 && t('waiting', { count: waiting }),
  ]
  return <p className="quiet small progress-counted">{parts.filter(Boolean).join(t('sep'))}</p>
}

function Measures({
  shares,
  name,
  onChoose,
}: {
  shares: readonly ProgressName[]
  name: ProgressName
  onChoose: (name: ProgressName) => void
}) {
  const { t } = useTranslation('progress')
  return (
    <div className="progress-measures" role="group" aria-label={t('tiles.measure')}>
      {shares.map((one) => (
        <button key={one} type="button" className="list-chip" aria-pressed={one === name} onClick={() => onChoose(one)}>
          {t(`name.${one}`)}
        </button>
      ))}
    </div>
  )
}
