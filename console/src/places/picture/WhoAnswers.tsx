import type { DoorCell } from '@wangdi/domain/plan/building-view.ts'
import { doorsLeft } from '@wangdi/domain/plan/building-view.rules.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { grouped } from '../../lists/grouped.ts'

/** What stands beside the picture while no door is open: who answers for how many doors here, and how to open one. */
export function WhoAnswers({ cells, grids }: { cells: readonly DoorCell[]; grids: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation('picture')
  const left = new Set(doorsLeft(cells).map((cell) => cell.dwelling))
  const workers = [...grouped(cells, (cell) => `${cell.grid ?? ''} ${cell.worker ?? ''}`).values()].map((own) => ({
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
              <td className="figure">{formatNumber(one.doors)}</td>
              <td className="figure">{formatNumber(one.left)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="who-hint quiet small">{t('who.hint')}</p>
    </aside>
  )
}
