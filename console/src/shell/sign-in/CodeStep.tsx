import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../call.ts'
import { confirmCode, type Step } from '../session.ts'
import { useWait } from './use-wait.ts'

/** The second factor: six digits of the authenticator. */
export function CodeStep({ onNext, onBack }: { onNext: (next: Step['next']) => void; onBack: () => void }) {
  const { t } = useTranslation('sign-in')
  const [code, setCode] = useState('')
  const [short, setShort] = useState(false)
  const command = useCommand(confirmCode)
  const wait = useWait(command.error)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setShort(code.length !== 6)
        if (code.length === 6 && wait === 0) command.mutate({ code }, { onSuccess: ({ next }) => onNext(next) })
      }}
    >
      <label htmlFor="code">{t('code')}</label>
      <Input
        id="code"
        size="large"
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        maxLength={6}
        value={code}
        onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
      />
      {short && (
        <p className="field-fault" role="alert">
          {t('fillCode')}
        </p>
      )}
      {command.error && !command.isPending ? <ErrorLine problem={command.error} /> : null}
      <Button type="primary" htmlType="submit" size="large" block loading={command.isPending} disabled={wait > 0}>
        {wait > 0 ? t('wait', { seconds: wait }) : t('codeGo')}
      </Button>
      <Button type="link" onClick={onBack}>
        {t('back')}
      </Button>
    </form>
  )
}
