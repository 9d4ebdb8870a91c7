import { shortName } from '@wangdi/domain/places/places.ts'
import { type Role, roles } from '@wangdi/domain/roles.ts'
import type { Account } from '@wangdi/domain/staff/account.ts'
import { whyNotGive } from '@wangdi/domain/staff/accounts/account.rules.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PanelPart, SidePanel } from '../lists/SidePanel.tsx'
import { useSaying } from '../shell/say.ts'
import { useSession } from '../shell/session.ts'
import type { Act } from './ActForm.tsx'
import type { Telling } from './Told.tsx'

const ActForm = lazy(() => import('./ActForm.tsx'))

/** One account beside the list: what it is, and what may be done to it; why not when nothing may. */
export default function AccountPanel({
  account,
  onClose,
  onChange,
  onTell,
}: {
  account: Account
  onClose: () => void
  onChange: () => void
  onTell: (telling: Telling) => void
}) {
  const { t } = useTranslation('staff')
  const say = useSaying()
  const giver = useSession().account
  const [act, setAct] = useState<Act>()
  const role = account.role as Role
  const why = whyNotGive(
    { account: giver.id, role: giver.role as Role, place: giver.place },
    { id: account.id, role, place: account.place },
  )
  const acts: readonly Act[] = account.active ? ['end', 'reset', 'off'] : ['on']
  return (
    <SidePanel
      title={account.name}
      mark={account.active ? undefined : <Tag tone="not">{t('off')}</Tag>}
      label={t('panel', { name: account.name })}
      onClose={onClose}
    >
      <PanelPart>
        <dl className="staff-facts">
          <dt>{t('login')}</dt>
          <dd>{account.login}</dd>
          <dt>{t('role')}</dt>
          <dd>{say(roles[role])}</dd>
          <dt>{t('place')}</dt>
          <dd>{shortName(account.placeName)}</dd>
          <dt>{t('phone')}</dt>
          <dd>{account.phone ?? t('noPhone')}</dd>
        </dl>
      </PanelPart>
      <PanelPart>
        {why ? (
          <p className="quiet">{say(why.words)}</p>
        ) : (
          <div className="staff-acts">
            {account.active && <Button onClick={onChange}>{t('change')}</Button>}
            {acts.map((one) => (
              <Button key={one} danger={one === 'off'} onClick={() => setAct(one)}>
                {t(`act.${one}`)}
              </Button>
            ))}
          </div>
        )}
      </PanelPart>
      {act && (
        <Suspense>
          <ActForm act={act} account={account} onClose={() => setAct(undefined)} onTell={onTell} />
        </Suspense>
      )}
    </SidePanel>
  )
}
