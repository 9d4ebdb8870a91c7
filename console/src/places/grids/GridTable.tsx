import type { GridLoad } from '@wangdi/domain/plan/building-view.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf, formatDay, formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Counted } from '../../lists/Counted.tsx'
import { useSession } from '../../shell/session.ts'
import { Doors } from './doors/Doors.tsx'

export type GridLine = Static<typeof GridLoad>
const tones = { light: 'plain', full: 'plain', over: 'due' } as const

/** The grids with people and load: a vacancy and an overload stand out in icon, word and colour. */
export function GridTable({
  grids,
  round,
  band,
  onAssign,
  onEnd,
  onBand,
}: {
  grids: readonly GridLine[]
  /** The round whose doors are counted as not met. */
  round: string | null
  band: { full: number; over: number }
  onAssign: (grid: GridLine) => void
  onEnd: (grid: GridLine) => void
  onBand: () => void
}) {
  const { t } = useTranslation('grids')
  const { access } = useSession()
  // Whoever reads the lists of their own grids alone finds other rows there.
  const opens = (verb: string) => verb in access && access[verb] !== 'grid'
  const people = (n: number, search: object) =>
    opens('people.search') ? <Counted n={n} of={{ to: '/people', search, rows: 'people' }} /> : formatNumber(n)
  const notMet = ({ id, due }: GridLine) =>
    round !== null && opens('rounds.coverage') ? (
      <Counted n={due} of={{ to: '/rounds', search: { round, standing: 'not-met', in_grid: id }, rows: 'round' }} />
    ) : (
      formatNumber(due)
    )
  const most = Math.max(band.over, ...grids.map((grid) => grid.households))
  return (
    <>
      <div className="list-scroll">
        <table className="list-table stack grids-table">
          <thead>
            <tr>
              <th>{t('grid')}</th>
              <th>{t('worker')}</th>
              <th>{t('standIn')}</th>
              <th>{t('households')}</th>
              <th className="figure">{t('people')}</th>
              <th className="figure">{t('keyPeople')}</th>
              <th className="figure">{t('due')}</th>
              <th>
                <span className="only-read">{t('act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {grids.map((grid) => (
              <tr key={grid.id}>
                <td>
                  <b className="list-name">{grid.name}</b>
                </td>
                <td>
                  <Worker grid={grid} />
                </td>
                <td className="nowrap" data-label={t('standIn')}>
                  <StandIn grid={grid} />
                </td>
                <td data-label={t('households')}>
                  <span className="grids-load">
                    <span className={`bar ${grid.load}`} aria-hidden="true">
                      <i style={{ width: `${(grid.households / most) * 100}%` }} />
                      <s style={{ left: `${(band.over / most) * 100}%` }} />
                    </span>
                    <span className="figure">
                      <Doors n={grid.households} of={grid.id} />
                    </span>
                    {grid.load !== 'light' && <Tag tone={tones[grid.load]}>{t(`load.${grid.load}`)}</Tag>}
                  </span>
                </td>
                <td className="figure" data-label={t('people')}>
                  {people(grid.people, { grid: grid.id })}
                </td>
                <td className="figure" data-label={t('keyPeople')}>
                  {people(grid.keyPeople, { grid: grid.id, marked: true })}
                </td>
                <td className="figure" data-label={t('due')}>
                  {notMet(grid)}
                </td>
                <td className="end">
                  {'staff.assign-grid' in access && (
                    <button
                      type="button"
                      className="w-link"
                      onClick={() => onAssign(grid)}
                      aria-label={`${t('assign')} ${grid.name}`}
                    >
                      {t('assign')}
                    </button>
                  )}{' '}
                  {'places.grid-save' in access && grid.dwellings === 0 && (
                    <button type="button" className="w-link" onClick={() => onEnd(grid)} aria-label={`${t('end')} ${grid.name}`}>
                      {t('end')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="grids-band small quiet">
        {t('band', { full: formatNumber(band.full), over: formatNumber(band.over) })}{' '}
        {'places.set-load-band' in access && (
          <button type="button" className="w-link" onClick={onBand}>
            {t('setBand.button')}
          </button>
        )}
      </p>
    </>
  )
}

function Worker({ grid }: { grid: GridLine }) {
  const { t } = useTranslation('grids')
  const today = dayOf(useNow())
  if (grid.worker) return <span className="list-name">{grid.worker.name}</span>
  if (grid.vacantSince === null) return <span className="quiet">—</span>
  return (
    <StateMark state="not" shape="tag">
      {t('vacantSince', { day: formatDay(grid.vacantSince, today) })}
    </StateMark>
  )
}

function StandIn({ grid }: { grid: GridLine }) {
  const { t } = useTranslation('grids')
  const today = dayOf(useNow())
  if (!grid.standIn) return <span className="quiet">—</span>
  const { name, until } = grid.standIn
  return (
    <>
      {name} {until && <span className="quiet small">{t('until', { day: formatDay(until, today) })}</span>}
    </>
  )
}
