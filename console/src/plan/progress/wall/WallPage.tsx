import '../progress.css'
import './wall.css'
import type { ProgressName } from '@wangdi/domain/plan/progress/progress.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Brand } from '@wangdi/ui/marks/Brand.tsx'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf, formatDayWithWeekday, formatTime } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../../lists/Asked.tsx'
import { lookAt, useLookedAt } from '../../../shell/looked-at.ts'
import { useSession } from '../../../shell/session.ts'
import { Legend } from '../tiles/Legend.tsx'
import { TilePicture } from '../tiles/TilePicture.tsx'
import { Trends } from '../trends/Trends.tsx'
import { levelOfTiles, type Progress, sharesOf, useBoardName, useProgress } from '../use-progress.ts'
import { Foot } from './Foot.tsx'
import { KeyFigures } from './KeyFigures.tsx'
import { WallBehind } from './WallBehind.tsx'
import { WallControl } from './WallControl.tsx'

const turnMs = 5 * 60_000
const chart = { width: 400, height: 190 }

/** 大屏: the board of a place for a wall of 1920 × 1080 that nobody touches; the figures in turn, no names, how old each is. */
export default function WallPage() {
  const place = useLookedAt()
  const answer = useProgress(place)
  return (
    <div className="wall">
      <Head place={place} />
      <Asked answer={answer} rows={12}>
        {(board) => <Screen key={board.place} board={board} lost={answer.isError} />}
      </Asked>
    </div>
  )
}

function Head({ place }: { place: string }) {
  const { t } = useTranslation('progress')
  const { t: shell } = useTranslation('shell')
  const { demo } = useSession()
  const language = useLanguage()
  const now = useNow()
  const { day, weekday } = formatDayWithWeekday(dayOf(now), language)
  return (
    <header className="wall-head">
      <span className="wall-brand">
        <Brand size={40} />
        {shell('brand')}
      </span>
      <h1>{t('screen.title', { place: useBoardName(place) })}</h1>
      {demo && <Tag tone="dashed">{shell('demoLong')}</Tag>}
      <span className="wall-clock">
        {day} {weekday} <b>{formatTime(now)}</b>
      </span>
    </header>
  )
}

// Which figure is shown hangs on the clock alone: all screens of a place show the same, and nothing moves in between.
function useTurn(names: readonly ProgressName[]): { name: ProgressName | undefined; nth: number } {
  const now = useNow()
  const nth = names.length === 0 ? 0 : Math.floor(now / turnMs) % names.length
  return { name: names[nth], nth }
}

function Screen({ board, lost }: { board: Progress; lost: boolean }) {
  const { t } = useTranslation('progress')
  const { account } = useSession()
  const names = sharesOf(board).filter((name) =>
    [board.whole, ...board.tiles].some(({ figures }) => figures.some((one) => one.name === name && one.due !== 0)),
  )
  const { name, nth } = useTurn(names)
  const lines = [...names.slice(nth), ...names.slice(0, nth)]
  return (
    <>
      <KeyFigures board={board} />
      <div className="wall-main">
        <section className="wall-picture" aria-label={t(`tiles.${levelOfTiles(board)}`)}>
          {name && (
            <>
              <h2>
                {t(`name.${name}`)}
                {levelOfTiles(board) === 'province' && t('percent')}
              </h2>
              <TilePicture board={board} name={name} onOpen={(code) => lookAt(account.id, code)} />
              <Legend tiles={board.tiles} name={name} />
            </>
          )}
          <p className="wall-nobody">
            <b>{t('screen.nobody')}</b>
            {t('screen.nobodyWhy')} {t('screen.nobodyLeast', { count: board.least, n: board.least })}
            {levelOfTiles(board) === 'province' && ` ${t('tiles.noBorders')}`}
          </p>
        </section>
        <div className="wall-right">
          {lines.length > 0 && <Trends place={board.place} names={lines} responseSince={undefined} size={chart} most={2} />}
          {name && <WallBehind board={board} name={name} />}
          <WallControl place={board.place} />
        </div>
      </div>
      <Foot board={board} lost={lost} turn={names.length > 1 ? t('screen.turn', { nth: nth + 1, of: names.length }) : ''}>
        <Link to="/progress">{t('screen.exit')}</Link>
      </Foot>
    </>
  )
}
