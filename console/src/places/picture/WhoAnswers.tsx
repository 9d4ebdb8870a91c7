import type { DoorCell } from '@wangdi/domain/plan/building-view.ts'
import { doorsLeft } from '@wangdi/domain/plan/building-view.rules.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { grouped } from '../../lists/grouped.ts'
import type { Own } from './cell-states.ts'

/** What stands beside the picture while no door is open: who answers for how many doors here, each figure showing them, and how to open one. */
export function WhoAnswers({
  cells,
  grids,
  onOwn,
}: {
  cells: readonly DoorCell[]
  grids: readonly { id: string; name: string }[]
  onOwn: (own: Own) => void
}) {
  const { t } = useTranslation('picture')
  // Without a round nobody is to be met: there is nothing left then, and no list of it.
  const inRound = cells.some(({ standing }) => standing !== null)
  const left = new Set(doorsLeft(cells).map((cell) => cell.dwelling))
  const workers = [...grouped(cells, (cell) => `${cell.grid ?? ''} ${cell.worker ?? ''}`).values()].map((own) => ({
    id: own[0]?.grid ?? null,
    worker: own[0]?.worker ?? null,
    grid: grids.find((grid) => grid.id === own[0]?.grid)?.name,
    doors: own.length,
    left: own.filter((cell) => left.has(cell.dwelling)).length,
  }))
  return (
    <aside className="card who-answers" aria-label={t('who.title')}>
      <div className="card-head">
        <h2>{t('who.title')}</h2>
      </div>
      <table className="list-table">
        <thead>
          <tr>
            <th>{t('who.worker')}</th>
            <th className="figure">{t('who.doors')}</th>
            <th className="figure">{t('who.left')}</th>
          </tr>
        </thead>
        <tbody>
          {workers.map((one) => (
            <tr key={`${one.grid} ${one.worker}`}>
              <td>
                {one.worker ?? <span className="door-nobody">{t('nobody')}</span>}{' '}
                <span className="quiet small">{one.grid ?? t('noGrid')}</span>
              </td>
              {(['doors', 'left'] as const).map((name) => (
                <td key={name} className="figure">
                  {name === 'left' && !inRound ? (
                    '—'
                  ) : (
                    <button
                      type="button"
                      className="w-link"
                      aria-label={`${one.worker ?? t('nobody')} ${t(`who.${name}`)} ${one[name]}`}
                      data-figure={one[name]}
                      data-opens={name === 'doors' ? 'doors' : 'doors-left'}
                      onClick={() => onOwn({ grid: one.id, worker: one.worker })}
                    >
                      {formatNumber(one[name])}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="who-hint quiet small">{t('who.hint')}</p>
    </aside>
  )
}
