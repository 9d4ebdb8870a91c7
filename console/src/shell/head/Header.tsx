import { roles } from '@wangdi/domain/roles.ts'
import { Brand } from '@wangdi/ui/marks/Brand.tsx'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { menu } from '@wangdi/ui/marks/icons.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AccountMenu } from './AccountMenu.tsx'
import { FindField } from './FindField.tsx'
import { Network } from './Network.tsx'
import { Today } from './Today.tsx'
import { PlaceField } from './PlaceField.tsx'
import type { Page } from '../page.ts'
import { useSession } from '../session.ts'

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
      <PlaceField />
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
