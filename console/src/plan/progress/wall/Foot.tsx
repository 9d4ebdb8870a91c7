import { formatNumber, formatTime } from '@wangdi/ui/words/format.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isOld } from '../tiles/Tile.tsx'
import type { Progress } from '../use-progress.ts'

/** How old the figures are: when they were taken, how many places are new, older, of yesterday, without any; a lost line in amber. */
export function Foot({ board, lost, turn, children }: { board: Progress; lost: boolean; turn: string; children: ReactNode }) {
  const { t } = useTranslation('progress')
  const ofToday = board.tiles.filter(({ day }) => day === board.day)
  const fresh = ofToday.filter((tile) => !isOld(tile, board)).length
  const counts: readonly [word: string, count: number][] = [
    ['screen.fresh', fresh],
    ['screen.old', ofToday.length - fresh],
    ['screen.yesterday', board.tiles.filter(({ day }) => day !== null && day !== board.day).length],
    ['screen.missing', board.tiles.filter(({ day }) => day === null).length],
  ]
  const shown = counts.filter(([, count]) => count > 0)
  return (
    <footer className={lost ? 'wall-foot lost' : 'wall-foot'}>
      <b role="status">{t(lost ? 'screen.lost' : 'screen.taken', { time: formatTime(board.at) })}</b>
      {shown.map(([word, count]) => (
        <span key={word}>{t(word as 'screen.fresh', { count, shown: formatNumber(count) })}</span>
      ))}
      <span className="end">{turn}</span>
      {children}
    </footer>
  )
}
