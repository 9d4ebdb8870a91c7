import { levelOf } from '@wangdi/domain/place-code.ts'
import { type Role, roles } from '@wangdi/domain/roles.ts'
import type { Account } from '@wangdi/domain/staff/account.ts'
import { saveAccount } from '@wangdi/domain/staff/accounts/account.api.ts'
import { rolesGivenBy, whyNotPlace } from '@wangdi/domain/staff/accounts/account.rules.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../shell/call.ts'
import { useSaying } from '../shell/say.ts'
import { useSession } from '../shell/session.ts'
import { newOneTime } from './one-time.ts'
import type { Telling } from './Told.tsx'

const placeShape = /^([0-9]{6}|[0-9]{9}|[0-9]{12})$/
const loginShape = /^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$/

/** Makes an account, or changes name, role, place and duty phone of one. */
export default function AccountForm({
  account,
  place,
  onClose,
  onTell,
}: {
  account: Account | undefined
  place: string
  onClose: () => void
  onTell: (telling: Telling) => void
}) {
  const { t } = useTranslation('staff')
  const say = useSaying()
  const giver = useSession().account
  const given = rolesGivenBy(giver.role as Role)
  const [id] = useState(() => account?.id ?? newId())
  const [password] = useState(newOneTime)
  const [name, setName] = useState(account?.name ?? '')
  const [login, setLogin] = useState(account?.login ?? '')
  const [role, setRole] = useState<Role>(
    (account?.role as Role | undefined) ?? given.find((one) => roles[one].level === levelOf(place)) ?? 'grid-worker',
  )
  const [where, setWhere] = useState(account?.place ?? place)
  const [phone, setPhone] = useState(account?.phone ?? '')
  const command = useCommand(saveAccount, ['staff'])
  const misplaced = placeShape.test(where) ? whyNotPlace(role, where) : undefined
  const whole = name.trim() !== '' && loginShape.test(login) && placeShape.test(where) && !misplaced
  const save = () => {
    const said = { id, login, name: name.trim(), role, place: where, phone: phone.trim() || null }
    const made = account ? { ...said, version: account.version } : { ...said, password }
    const onSuccess = () => {
      onClose()
      if (!account) onTell({ name: said.name, login: login.toLowerCase(), password })
    }
    command.mutate(made, { onSuccess })
  }
  return (
    <Modal
      open
      width={440}
      title={account ? t('saving.changing', { name: account.name }) : t('saving.title')}
      okText={t('ui:save')}
      okButtonProps={{ disabled: !whole, loading: command.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="list-form">
        <label>
          {t('name')}
          <Input value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
        </label>
        <label>
          {t('login')}
          <Input
            value={login}
            maxLength={64}
            disabled={account !== undefined}
            placeholder={t('saving.loginHint')}
            onChange={(event) => setLogin(event.target.value.trim())}
          />
        </label>
        <label>
          {t('role')}
          <Select value={role} onChange={setRole} options={given.map((one) => ({ value: one, label: say(roles[one]) }))} />
        </label>
        {giver.place.length < 12 && (
          <label>
            {t('place')}
            <Input
              value={where}
              maxLength={12}
              inputMode="numeric"
              placeholder={t('saving.placeHint')}
              onChange={(event) => setWhere(event.target.value.trim())}
            />
          </label>
        )}
        {misplaced && <p className="quiet">{say(misplaced.words)}</p>}
        <label>
          {t('phone')}
          <Input value={phone} maxLength={20} inputMode="tel" onChange={(event) => setPhone(event.target.value)} />
        </label>
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
