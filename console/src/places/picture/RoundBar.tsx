import type { CoverageFigures } from '@wangdi/domain/rounds/rounds.api.ts'
import type { RoundShown } from '@wangdi/domain/plan/building-view.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay, formatNumber, formatShare } from '@wangdi/ui/words/format.ts'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Counted } from '../../lists/Counted.tsx'
import { useSession } from '../../shell/session.ts'

type Round = Static<typeof RoundShown>
const newest = 3

/** Which round is looked at, and how far it has come; vacant dwellings are not in the figure. */
export function RoundBar({
  round,
  rounds,
  coverage,
  part,
  onRound,
}: {
  round: Round | null
  rounds: readonly Round[]
  coverage: Static<typeof CoverageFigures> | null
  /** The building or group shown, as the round names its parts; absent where the picture is no one of them. */
  part: string | undefined
  onRound: (round: string) => void
}) {
  const { t } = useTranslation('picture')
  const { access } = useSession()
  const today = dayOf(useNow())
  const opens = part !== undefined && 'rounds.coverage' in access && access['rounds.coverage'] !== 'grid'
  const way = (n: number, standing: 'done' | 'due', children?: ReactNode) =>
    opens ? (
      <Counted n={n} of={{ to: '/rounds', search: { round: round?.id, standing, in_part: part }, rows: 'round' }}>
        {children}
      </Counted>
    ) : (
      (children ?? formatNumber(n))
    )
  if (!round) return <p className="round-bar quiet">{t('noRound')}</p>
  const near = rounds.slice(0, newest).reverse()
  const older = rounds.slice(newest)
  return (
    <div className="round-bar">
      <div className="round-choice" role="group" aria-label={t('rounds')}>
        {near.map((one) => (
          <button key={one.id} type="button" aria-pressed={one.id === round.id} onClick={() => onRound(one.id)}>
            {one.name}
          </button>
        ))}
      </div>
      {older.length > 0 && (
        <Select
          size="small"
          className="round-older"
          aria-label={t('olderRounds')}
          placeholder={t('olderRounds')}
          value={older.some((one) => one.id === round.id) ? round.id : null}
          options={older.map((one) => ({ value: one.id, label: `${one.name} ${formatDay(one.from, today)}` }))}
          onChange={(id) => id && onRound(id)}
        />
      )}
      <span className="quiet small nowrap">
        {round.until
          ? t('roundDays', { from: formatDay(round.from, today), until: formatDay(round.until, today) })
          : t('roundSince', { from: formatDay(round.from, today) })}
        {round.until === today && t('lastDay')}
      </span>
      {coverage && (
        <div className="round-reached">
          <span className="quiet">{t('reached')}</span>
          <strong>{way(coverage.done, 'done')}</strong>
          <span className="quiet">
            {way(coverage.due, 'due', t('ofDue', { count: coverage.due, due: formatNumber(coverage.due) }))}
          </span>
          <span className="bar" aria-hidden="true">
            <i style={{ width: `${coverage.due > 0 ? (coverage.done / coverage.due) * 100 : 0}%` }} />
          </span>
          <b>{formatShare(coverage.done, coverage.due)}</b>
        </div>
      )}
    </div>
  )
}
