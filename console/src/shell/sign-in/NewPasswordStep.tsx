import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../call.ts'
import { changePassword, type Step } from '../session.ts'

const least = 10

/** The forced change of the first password; what is still wrong is said while typing. */
export function NewPasswordStep({ old, onNext }: { old: string; onNext: (next: Step['next']) => void }) {
  const { t } = useTranslation('sign-in')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const command = useCommand(changePassword)
  const missing = Math.max(0, least - [...password].length)
  const differ = again !== '' && again !== password
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (missing === 0 && again === password) command.mutate({ old, password }, { onSuccess: ({ next }) => onNext(next) })
      }}
    >
      <label htmlFor="new-password">{t('newPassword')}</label>
      <Input.Password
        id="new-password"
        size="large"
        autoComplete="new-password"
        autoFocus
        maxLength={200}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <label htmlFor="new-again">{t('newAgain')}</label>
      <Input.Password
        id="new-again"
        size="large"
        autoComplete="new-password"
        maxLength={200}
        value={again}
        onChange={(event) => setAgain(event.target.value)}
      />
      <p className="field-fault" role="status">
        {password !== '' && missing > 0 ? t('short', { count: missing }) : differ ? t('differ') : ''}
      </p>
      {command.error && !command.isPending ? <ErrorLine problem={command.error} /> : null}
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={command.isPending}
        disabled={missing > 0 || again !== password}
      >
        {t('newGo')}
      </Button>
    </form>
  )
}
