import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../call.ts'
import { type Step, signIn } from '../session.ts'
import { useWait } from './use-wait.ts'

/** Account and password; after wrong tries the wait grows and is counted down on the button. */
export function PasswordStep({ onNext }: { onNext: (next: Step['next'], password: string) => void }) {
  const { t } = useTranslation('sign-in')
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [empty, setEmpty] = useState(false)
  const command = useCommand(signIn)
  const wait = useWait(command.error)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const missing = username.trim() === '' || password === ''
        setEmpty(missing)
        if (!missing && wait === 0)
          command.mutate({ username: username.trim(), password }, { onSuccess: ({ next }) => onNext(next, password) })
      }}
    >
      <label htmlFor="username">{t('username')}</label>
      <Input
        id="username"
        size="large"
        autoComplete="username"
        autoFocus
        maxLength={60}
        value={username}
        onChange={(event) => setUsername(event.target.value)}
      />
      <label htmlFor="password">{t('password')}</label>
      <Input.Password
        id="password"
        size="large"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {empty && (
        <p className="field-fault" role="alert">
          {t('fillBoth')}
        </p>
      )}
      {command.error && !command.isPending ? <ErrorLine problem={command.error} /> : null}
      <Button type="primary" htmlType="submit" size="large" block loading={command.isPending} disabled={wait > 0}>
        {wait > 0 ? t('wait', { seconds: wait }) : t('signIn')}
      </Button>
      <p className="quiet small">{t('forgot')}</p>
    </form>
  )
}
