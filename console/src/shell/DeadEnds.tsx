import { whoMay } from '@wangdi/domain/who-may.ts'
import { roles } from '@wangdi/domain/roles.ts'
import { useSaid } from '@wangdi/ui/states/ErrorLine.tsx'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { locked, warning } from '@wangdi/ui/marks/icons.ts'
import { Link, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page } from './page.ts'
import { useSaying } from './say.ts'
import { useSession } from './session.ts'

function DeadEnd({ icon, title, children }: { icon: LucideIcon; title: string; children: ReactNode }) {
  return (
    <section className="card dead-end">
      <h1>
        <Icon of={icon} size={20} />
        {title}
      </h1>
      {children}
    </section>
  )
}

/** A function that no order opened: since when, by which rule, who can open it; never an empty form. */
export function Closed({ page }: { page: Page }) {
  const { t } = useTranslation('shell')
  const say = useSaying()
  const { access, functions } = useSession()
  const why = page.needs && functions[page.needs].why
  return (
    <DeadEnd icon={locked} title={t('closed.title', { page: say(page.label) })}>
      {why && <p>{say(why)}</p>}
      <p>{t('closed.why')}</p>
      <p>{t('closed.opens')}</p>
      <p>{'regimes.open-response' in access ? t('closed.youMay') : t('closed.who')}</p>
      <p className="dead-end-links">
        {'regimes.state' in access && <Link to="/regimes">{t('closed.toResponse')}</Link>}
        <Home />
      </p>
    </DeadEnd>
  )
}

function Home() {
  const { t } = useTranslation('shell')
  const { access } = useSession()
  return <Link to="/">{'plan.read' in access ? t('closed.toPlan') : t('closed.toFirst')}</Link>
}

/** A page the role has no verb for. */
export function Refused({ page }: { page: Page }) {
  const { t } = useTranslation('shell')
  const say = useSaying()
  const { account } = useSession()
  return (
    <DeadEnd icon={locked} title={t('refused.title')}>
      <p>{t('refused.why', { role: say(roles[account.role]), page: say(page.label), who: say(whoMay(page.verb)) })}</p>
      <p className="dead-end-links">
        <Home />
      </p>
    </DeadEnd>
  )
}

/** An address that leads nowhere; it stands outside of the frame, where nobody has signed in yet. */
export function Missing() {
  const { t } = useTranslation('shell')
  return (
    <DeadEnd icon={warning} title={t('missing.title')}>
      <p>{t('missing.why')}</p>
      <p className="dead-end-links">
        <Link to="/">{t('closed.toFirst')}</Link>
      </p>
    </DeadEnd>
  )
}

/** A page that fell over, or whose script did not arrive; the frame around it stays. */
export function Broken({ error, reset }: { error: unknown; reset?: () => void }) {
  const { t } = useTranslation('shell')
  const router = useRouter()
  const { text, code } = useSaid(error)
  return (
    <DeadEnd icon={warning} title={t('broken.title')}>
      <p>{code === 'page.broken' ? t('broken.why') : text}</p>
      <p>
        <small className="quiet">{code === 'page.broken' && error instanceof Error ? error.message : code}</small>
      </p>
      <p>
        <Button
          type="primary"
          onClick={() => {
            reset?.()
            void router.invalidate()
          }}
        >
          {t('broken.again')}
        </Button>
      </p>
    </DeadEnd>
  )
}
