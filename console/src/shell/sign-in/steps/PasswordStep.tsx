import { roads, type SignInReply } from '@wangdi/domain/staff/sign-in.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useWait } from '@wangdi/ui/states/useWait.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DemoLogins } from './DemoLogins.tsx'
import { useRoad } from '../next-step.ts'

/** Account and password; after wrong tries the wait grows and is counted down on the button. */
export function PasswordStep({
  known,
  onNext,
}: {
  known: string
  onNext: (state: SignInReply['state'], login: string, password: string) => void
}) {
  const { t } = useTranslation('sign-in')
  const [login, setLogin] = useState(known)
  const [password, setPassword] = useState('')
  const [empty, setEmpty] = useState(false)
  const road = useRoad(roads.signIn)
  const wait = useWait(road.error)
  const enter = (name: string, secret: string) =>
    road.mutate({ login: name, password: secret }, { onSuccess: ({ state }) => onNext(state, name, secret) })
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const missing = login.trim() === '' || password === ''
          setEmpty(missing)
          if (!missing && wait === 0) enter(login.trim(), password)
        }}
      >
        <label htmlFor="login">{t('login')}</label>
        <Input
          id="login"
          size="large"
          autoComplete="username"
          autoFocus
          maxLength={64}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
        <label htmlFor="password">{t('password')}</label>
        <Input.Password
          id="password"
          size="large"
          autoComplete="current-password"
          maxLength={128}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {empty && (
          <p className="field-fault" role="alert">
            {t('fillBoth')}
          </p>
        )}
        {road.error && !road.isPending ? <ErrorLine problem={road.error} /> : null}
        <Button type="primary" htmlType="submit" size="large" block loading={road.isPending} disabled={wait > 0}>
          {wait > 0 ? t('wait', { seconds: wait }) : t('signIn')}
        </Button>
        <p className="quiet small">{t('forgot')}</p>
      </form>
      {known === '' && (
        <DemoLogins
          onPick={(demo) => {
            setLogin(demo.login)
            setPassword(demo.password)
            enter(demo.login, demo.password)
          }}
        />
      )}
    </>
  )
}
