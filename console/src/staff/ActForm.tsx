import { type Role, needsSecondFactor } from '@wangdi/domain/roles.ts'
import type { Account } from '@wangdi/domain/staff/account.ts'
import { endSessions, resetPassword, switchOff, switchOn } from '@wangdi/domain/staff/accounts/account.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../shell/call.ts'
import { newOneTime } from './one-time.ts'
import type { Telling } from './Told.tsx'

/** What may be done to an account beside changing it. */
export type Act = 'end' | 'reset' | 'off' | 'on'

/** Asks once more, says what will follow, and does it. */
export default function ActForm({
  act,
  account,
  onClose,
  onTell,
}: {
  act: Act
  account: Account
  onClose: () => void
  onTell: (telling: Telling) => void
}) {
  const { t } = useTranslation('staff')
  const { id, name, login, version } = account
  const [password] = useState(newOneTime)
  const [factor, setFactor] = useState(false)
  const ending = useCommand(endSessions, ['staff'])
  const resetting = useCommand(resetPassword, ['staff'])
  const off = useCommand(switchOff, ['staff'])
  const on = useCommand(switchOn, ['staff'])
  const tell = () => {
    onClose()
    onTell({ name, login, password })
  }
  const doIt = {
    end: () => ending.mutate({ id }, { onSuccess: onClose }),
    reset: () => resetting.mutate({ id, password, ...(factor ? { secondFactor: true } : {}) }, { onSuccess: tell }),
    off: () => off.mutate({ id, version }, { onSuccess: onClose }),
    on: () => on.mutate({ id, version, password }, { onSuccess: tell }),
  }
  const { error, isPending } = { end: ending, reset: resetting, off, on }[act]
  return (
    <Modal
      open
      width={420}
      title={t(`act.${act}`)}
      okText={t(`act.${act}`)}
      okButtonProps={{ loading: isPending, danger: act === 'off' }}
      onOk={doIt[act]}
      onCancel={onClose}
    >
      <p>{t(`act.${act}Lead`, { name })}</p>
      {act === 'reset' && needsSecondFactor(account.role as Role) && (
        <Checkbox checked={factor} onChange={(event) => setFactor(event.target.checked)}>
          {t('act.factor')}
        </Checkbox>
      )}
      {error ? <ErrorLine problem={error} /> : null}
    </Modal>
  )
}
