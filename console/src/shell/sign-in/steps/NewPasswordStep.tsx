import { whyNotPassword } from '@wangdi/domain/staff/password.rules.ts'
import { roads, type SignInReply } from '@wangdi/domain/staff/sign-in.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useWait } from '@wangdi/ui/states/useWait.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../say.ts'
import { useRoad } from '../next-step.ts'

/** The forced change of a password that somebody else set; what is still wrong is said while typing. */
export function NewPasswordStep({
  login,
  old,
  onNext,
}: {
  login: string
  old: string
  onNext: (state: SignInReply['state'], password: string) => void
}) {
  const { t } = useTranslation('sign-in')
  const say = useSaying()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const road = useRoad(roads.changePassword)
  const wait = useWait(road.error)
  const fault = password === '' ? undefined : whyNotPassword(password, login)
  const differ = again !== '' && again !== password
  const ready = password !== '' && !fault && again === password && wait === 0
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) road.mutate({ old, new: password }, { onSuccess: ({ state }) => onNext(state, password) })
      }}
    >
      <label htmlFor="new-password">{t('newPassword')}</label>
      <Input.Password
        id="new-password"
        size="large"
        autoComplete="new-password"
        autoFocus
        maxLength={128}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <label htmlFor="new-again">{t('newAgain')}</label>
      <Input.Password
        id="new-again"
        size="large"
        autoComplete="new-password"
        maxLength={128}
        value={again}
        onChange={(event) => setAgain(event.target.value)}
      />
      <p className="field-fault" role="status">
        {fault ? say(fault.words) : differ ? t('differ') : ''}
      </p>
      {road.error && !road.isPending ? <ErrorLine problem={road.error} /> : null}
      <Button type="primary" htmlType="submit" size="large" block loading={road.isPending} disabled={!ready}>
        {wait > 0 ? t('wait', { seconds: wait }) : t('newGo')}
      </Button>
    </form>
  )
}
