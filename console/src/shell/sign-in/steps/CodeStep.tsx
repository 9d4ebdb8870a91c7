import { roads, type SignInReply } from '@wangdi/domain/staff/sign-in.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useWait } from '@wangdi/ui/states/useWait.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DemoCode } from './DemoCode.tsx'
import { useRoad } from '../next-step.ts'

/** The second factor: six digits of the authenticator, or one of the codes on paper. */
export function CodeStep({
  login,
  onNext,
  onBack,
}: {
  login: string
  onNext: (state: SignInReply['state']) => void
  onBack: () => void
}) {
  const { t } = useTranslation('sign-in')
  const [kind, setKind] = useState<'totp' | 'backup'>('totp')
  const [code, setCode] = useState('')
  const [short, setShort] = useState(false)
  const road = useRoad(roads.secondFactor)
  const wait = useWait(road.error)
  const complete = kind === 'totp' ? code.length === 6 : code.trim() !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setShort(!complete)
        if (complete && wait === 0) road.mutate({ kind, code: code.trim() }, { onSuccess: ({ state }) => onNext(state) })
      }}
    >
      <label htmlFor="code">{kind === 'totp' ? t('code') : t('backupCode')}</label>
      <Input
        id="code"
        size="large"
        inputMode={kind === 'totp' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        autoFocus
        maxLength={kind === 'totp' ? 6 : 32}
        value={code}
        onChange={(event) => setCode(kind === 'totp' ? event.target.value.replace(/\D/g, '') : event.target.value)}
      />
      <DemoCode login={login} />
      {short && (
        <p className="field-fault" role="alert">
          {kind === 'totp' ? t('fillCode') : t('fillBackup')}
        </p>
      )}
      {road.error && !road.isPending ? <ErrorLine problem={road.error} /> : null}
      <Button type="primary" htmlType="submit" size="large" block loading={road.isPending} disabled={wait > 0}>
        {wait > 0 ? t('wait', { seconds: wait }) : t('codeGo')}
      </Button>
      <div className="sign-in-other">
        <button
          type="button"
          className="w-link"
          onClick={() => {
            setCode('')
            setShort(false)
            setKind(kind === 'totp' ? 'backup' : 'totp')
          }}
        >
          {kind === 'totp' ? t('useBackup') : t('useTotp')}
        </button>
        <button type="button" className="w-link" onClick={onBack}>
          {t('back')}
        </button>
      </div>
    </form>
  )
}
