import { type EnrolReply, roads, type SignInReply } from '@wangdi/domain/staff/sign-in.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useWait } from '@wangdi/ui/states/useWait.ts'
import { Button, Input } from 'antd'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoad } from '../next-step.ts'

const QRCode = lazy(() => import('antd/es/qr-code'))

/** Binding an authenticator: QR code (and its text for typing), ten codes for paper, and a first code that proves it works. */
export function EnrolStep({ password, onNext }: { password: string; onNext: (state: SignInReply['state']) => void }) {
  const { t } = useTranslation('sign-in')
  const [given, setGiven] = useState<EnrolReply>()
  const [code, setCode] = useState('')
  const enrol = useRoad(roads.enrol)
  const confirm = useRoad(roads.confirm)
  const waitToBegin = useWait(enrol.error)
  const wait = useWait(confirm.error)
  const { mutate } = enrol
  const begin = useCallback(() => mutate({ password }, { onSuccess: setGiven }), [mutate, password])
  useEffect(begin, [begin])
  if (enrol.error)
    return (
      <>
        <ErrorLine problem={enrol.error} />
        <Button size="large" block loading={enrol.isPending} disabled={waitToBegin > 0} onClick={begin}>
          {waitToBegin > 0 ? t('wait', { seconds: waitToBegin }) : t('enrolAgain')}
        </Button>
      </>
    )
  if (!given) return null
  const secret = new URLSearchParams(given.address.split('?')[1]).get('secret') ?? ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (code.length === 6 && wait === 0) confirm.mutate({ code }, { onSuccess: ({ state }) => onNext(state) })
      }}
    >
      <div className="enrol-code">
        <Suspense>
          <QRCode value={given.address} size={180} bordered={false} type="svg" title={t('enrolQr')} />
        </Suspense>
      </div>
      <p className="quiet small">{t('enrolSecret')}</p>
      <p className="enrol-secret">{secret.replace(/(.{4})/g, '$1 ')}</p>
      <p className="quiet small">{t('enrolBackup')}</p>
      <ol className="enrol-backup">
        {given.backupCodes.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
      <label htmlFor="first-code">{t('enrolFirst')}</label>
      <Input
        id="first-code"
        size="large"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
      />
      {confirm.error && !confirm.isPending ? <ErrorLine problem={confirm.error} /> : null}
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={confirm.isPending}
        disabled={code.length !== 6 || wait > 0}
      >
        {wait > 0 ? t('wait', { seconds: wait }) : t('enrolGo')}
      </Button>
    </form>
  )
}
