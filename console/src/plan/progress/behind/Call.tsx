import { type Answering, showDutyPhone } from '@wangdi/domain/staff/answers-for.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { call as phoneIcon } from '@wangdi/ui/marks/icons.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../shell/call.ts'
import { useSession } from '../../../shell/session.ts'

const shownMs = 60_000

/** Whom to call: a name, and by a press of its own the number, which leaves a record and is hidden again after a minute. */
export function Call({ answering }: { answering: Answering | undefined }) {
  const { t } = useTranslation('progress')
  const { access } = useSession()
  const [phone, setPhone] = useState<string>()
  const show = useCommand(showDutyPhone)
  useEffect(() => {
    if (phone === undefined) return
    const timer = setTimeout(() => setPhone(undefined), shownMs)
    return () => clearTimeout(timer)
  }, [phone])
  if (!answering) return <span className="quiet">{t('call.nobody')}</span>
  const { name, place, by, id } = answering
  if (show.error) return <ErrorLine problem={show.error} />
  if (phone !== undefined)
    return (
      <a className="progress-call" href={`tel:${phone.replace(/[^\d+]/g, '')}`} aria-label={t('call.dial', { name, phone })}>
        <Icon of={phoneIcon} size={14} />
        {name} {phone}
      </a>
    )
  if (!answering.has_phone || !('staff.show-duty-phone' in access))
    return <span title={answering.has_phone ? undefined : t('call.none')}>{name}</span>
  return (
    <button
      type="button"
      className="w-link progress-call"
      aria-label={t('call.show', { name })}
      title={t('call.recorded')}
      disabled={show.isPending}
      onClick={() => show.mutate({ place, by, id }, { onSuccess: (shown) => setPhone(shown.phone) })}
    >
      <Icon of={phoneIcon} size={14} />
      {name}
    </button>
  )
}
