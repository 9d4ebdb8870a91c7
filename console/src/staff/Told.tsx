import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A one-time password that must be told to somebody now. */
export interface Telling {
  readonly name: string
  readonly login: string
  readonly password: string
}

/** Shows a one-time password once, large enough to be read out. */
export function Told({ telling: { name, login, password }, onClose }: { telling: Telling; onClose: () => void }) {
  const { t } = useTranslation('staff')
  const [copied, setCopied] = useState(false)
  const copy = () => navigator.clipboard?.writeText(`${login} ${password}`).then(() => setCopied(true))
  return (
    <Modal
      open
      width={420}
      title={t('password.title')}
      closable={false}
      footer={
        <>
          <Button onClick={() => void copy()}>{copied ? t('password.copied') : t('password.copy')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('password.done')}
          </Button>
        </>
      }
    >
      <p>{t('password.lead', { name })}</p>
      <dl className="staff-told">
        <dt>{t('login')}</dt>
        <dd>{login}</dd>
        <dt>{t('password.title')}</dt>
        <dd>{password}</dd>
      </dl>
    </Modal>
  )
}
