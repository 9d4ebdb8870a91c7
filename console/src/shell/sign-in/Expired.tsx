import { readSession } from '@wangdi/domain/staff/session.api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call, fetchAnew } from '../call.ts'
import { useSession } from '../session.ts'
import { setExpired, useExpired } from './expiry.ts'

const SignInForm = lazy(() => import('./SignInForm.tsx').then(({ SignInForm: form }) => ({ default: form })))

/** Signing in again above the page that was open: it stays as it is, with all that was typed. Another person starts afresh. */
export function Expired() {
  const { t } = useTranslation('shell')
  const expired = useExpired()
  const { account } = useSession()
  const client = useQueryClient()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (expired) box.current?.showModal()
    else box.current?.close()
  }, [expired])
  const onIn = async () => {
    const session = await call(readSession, {}).catch(() => undefined)
    if (session?.account.id !== account.id) return window.location.assign('/')
    setExpired(false)
    await fetchAnew(client, () => true)
  }
  return (
    <dialog className="expired" ref={box} aria-label={t('expiredTitle')} onCancel={(event) => event.preventDefault()}>
      {expired && (
        <Suspense>
          <SignInForm login={account.login} title={t('expiredTitle')} lead={t('expiredLead')} onIn={() => void onIn()} />
        </Suspense>
      )}
    </dialog>
  )
}
