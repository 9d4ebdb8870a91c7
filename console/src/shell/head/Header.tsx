import { roles } from '@wangdi/domain/roles.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Brand } from '@wangdi/ui/marks/Brand.tsx'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { menu, place } from '@wangdi/ui/marks/icons.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { cutAncestry, dayOf, formatDayWithWeekday, formatTime } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AccountMenu } from './AccountMenu.tsx'
import { FindField } from './FindField.tsx'
import { Network } from './Network.tsx'
import type { Page } from '../page.ts'
import { type Session, useSession } from '../session.ts'

/** The head: brand, own place with what it lies in, the server's day and time, demo mark, search, network, account. */
export function Header({ pages, onMenu }: { pages: readonly Page[]; onMenu: () => void }) {
  const { t } = useTranslation('shell')
  const session = useSession()
  return (
    <header className="head">
      <button type="button" className="head-menu" onClick={onMenu} aria-label={t('openMenu')}>
        <Icon of={menu} size={20} />
      </button>
      <Link to="/" className="head-brand">
        <Brand size={24} />
        {t('brand')}
      </Link>
      <Place places={session.places} />
      <Today />
      {session.demo && (
        <span className="head-demo">
          <Tag tone="dashed">{t('demoLong')}</Tag>
        </span>
      )}
      <span className="head-space" />
      <FindField pages={pages} />
      <Network />
      <AccountMenu name={session.account.name} role={roles[session.account.role]} />
    </header>
  )
}

/** The own place behind its city, county and street; a long row loses its middle, never the own name. */
function Place({ places }: { places: Session['places'] }) {
  const { t } = useTranslation('shell')
  const names = places.filter(({ code }) => code !== '').map(({ name }) => name)
  const own = names.at(-1) ?? t('nation')
  const above = cutAncestry(names.length > 2 ? names.slice(1, -1) : names.slice(0, -1), 3)
  return (
    <span className="head-place" title={names.join(' · ')}>
      <Icon of={place} />
      {above.length > 0 && <span className="above">{above.join(' · ')}</span>}
      <span className="own">{own}</span>
    </span>
  )
}

/** Day, weekday and time by the server's clock. */
function Today() {
  const language = useLanguage()
  const now = useNow()
  const { day, weekday } = formatDayWithWeekday(dayOf(now), language)
  return (
    <time className="head-date" dateTime={new Date(now).toISOString()}>
      <b>{day}</b> {weekday} {formatTime(now)}
    </time>
  )
}
