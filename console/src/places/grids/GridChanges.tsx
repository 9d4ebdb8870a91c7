import { readHistory } from '@wangdi/domain/places/places.api.ts'
import { readGridDuties } from '@wangdi/domain/staff/grid-duty.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay, formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'

const shownRows = 40

/** What changed: grids opened and ended, doors moved, and who took over when; newest first. */
export function GridChanges({ community }: { community: string }) {
  const { t } = useTranslation('grids')
  const { access } = useSession()
  const today = dayOf(useNow())
  const changes = useQuery(ask(readHistory, { community }))
  const duties = useQuery({ ...ask(readGridDuties, { community }), enabled: 'staff.grid-duties' in access })
  const nowhere = t('history.nowhere')
  const moved = (changes.data?.changes ?? []).map((one, at) => ({
    key: `${one.day} ${at}`,
    day: one.day,
    text:
      one.kind === 'dwellings-moved'
        ? t('history.moved', {
            count: one.dwellings,
            shown: formatNumber(one.dwellings),
            from: one.from ?? nowhere,
            grid: one.grid ?? nowhere,
          })
        : t(`history.${one.kind}`, { grid: one.grid ?? nowhere, from: one.from ?? nowhere }),
  }))
  const given = (duties.data?.duties ?? []).map((one) => ({
    key: one.id,
    day: one.from,
    text:
      t(one.kind === 'worker' ? 'history.duty' : 'history.dutyStandIn', { name: one.name, grid: one.gridName }) +
      (one.until ? t('history.dutyUntil', { day: formatDay(one.until, today) }) : ''),
  }))
  const lines = [...moved, ...given].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).slice(0, shownRows)
  return (
    <aside className="card grids-changes" aria-label={t('history.title')}>
      <div className="card-head">
        <h2>{t('history.title')}</h2>
        <span className="sub">{t('history.lead')}</span>
      </div>
      <Asked answer={changes} rows={4}>
        {() =>
          lines.length === 0 ? (
            <p className="grids-none quiet">{t('history.none')}</p>
          ) : (
            <ul>
              {lines.map((line) => (
                <li key={line.key}>
                  <span className="quiet nowrap">{formatDay(line.day, today)}</span>
                  <span>{line.text}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </aside>
  )
}
