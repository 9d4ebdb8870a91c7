import type { ObservedDoor } from '@wangdi/domain/plan/building-view.ts'
import { formatDay } from '@wangdi/ui/words/format.ts'
import { Link, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PanelPart } from '../../lists/SidePanel.tsx'

/** Which day of observation it is, of how many; shown to those only who may see health data. */
export function ObservedDays({ door, today }: { door: ObservedDoor; today: string }) {
  const { t } = useTranslation('household')
  const { routesByPath } = useRouter()
  const { day, of, until, people } = door
  return (
    <PanelPart
      title={`${t('observed')}${people > 1 ? ` · ${t('observedPeople', { count: people })}` : ''}`}
      end={until && t('observedUntil', { until: formatDay(until, today) })}
    >
      <p>
        <b className="household-day">{t('observedDay', { day })}</b>{' '}
        {of !== null && <span className="quiet">{t('observedOf', { of })}</span>}
      </p>
      {of !== null && (
        <div className="household-days" style={{ gridTemplateColumns: `repeat(${of}, 1fr)` }} aria-hidden="true">
          {Array.from({ length: of }, (_, at) => (
            <i key={at} className={at + 1 < day ? 'past' : at + 1 === day ? 'now' : undefined} />
          ))}
        </div>
      )}
      {'/observation' in routesByPath && (
        <Link className="small" to={'/observation' as string}>
          {t('toObservation')} ›
        </Link>
      )}
    </PanelPart>
  )
}
