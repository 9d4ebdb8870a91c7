import { useTranslation } from 'react-i18next'
import { useDemoLogins } from './DemoLogins.tsx'

/** In a demo: the digits that an authenticator of this account would show now. */
export function DemoCode({ login }: { login: string }) {
  const { t } = useTranslation('sign-in')
  const code = useDemoLogins(true).find((demo) => demo.login === login)?.code
  return code ? <p className="quiet small">{t('demoCodeNow', { code })}</p> : null
}
