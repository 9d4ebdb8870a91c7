import { Building2, CalendarCheck, ClipboardList, Package, User } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpen } from '../sync/outbox.ts'
import { carriedBy, useKnown, usePhone } from './phone.ts'
import { go } from './route.ts'

const places = { today: CalendarCheck, buildings: Building2, given: Package, records: ClipboardList, mine: User } as const
type PlaceOfApp = keyof typeof places
// Whoever knows no doors begins with what was given to them.
const placesOf = { doors: ['today', 'buildings', 'records', 'mine'], none: ['given', 'records', 'mine'] } as const

/** The places of the app, with the number of records that wait; `above` stays in thumb reach over them. Each is reached by key. */
export function Tabs({ at, above }: { at: PlaceOfApp; above?: ReactNode }) {
  const { t } = useTranslation('shell')
  const hasDoors = carriedBy(usePhone().me).doors
  const waiting = useKnown().entries.filter(isOpen).length
  return (
    <nav className="f-tabs">
      {above}
      <ul className="f-tab-row">
        {placesOf[hasDoors ? 'doors' : 'none'].map((place) => {
          const Drawing = places[place]
          return (
            <li key={place}>
              <button
                type="button"
                className="f-tab"
                aria-current={place === at ? 'page' : undefined}
                onClick={() => go(place === 'today' || place === 'given' ? '/' : `/${place}`)}
              >
                <Drawing size={24} strokeWidth={1.75} aria-hidden="true" />
                {t(place)}
                {place === 'records' && waiting > 0 && (
                  <span className="f-tab-waiting">
                    <span aria-hidden="true">{waiting}</span>
                    <span className="f-only-read">{t('waiting', { count: waiting, n: waiting })}</span>
                  </span>
                )}
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
