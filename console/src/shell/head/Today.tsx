import { setClock } from '@wangdi/domain/staff/session.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatDayWithWeekday, formatTime } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fetchAnew, useCommand } from '../call.ts'
import { useSession } from '../session.ts'
import { usePopup } from './use-popup.ts'

/** Day, weekday and time by the server's clock; in a demo those who may can move it. */
export function Today() {
  const language = useLanguage()
  const { t } = useTranslation('shell')
  const { demo, access } = useSession()
  const now = useNow()
  const [open, setOpen] = useState(false)
  const box = usePopup<HTMLDivElement>(open, () => setOpen(false))
  const { day, weekday } = formatDayWithWeekday(dayOf(now), language)
  const time = (
    <time dateTime={new Date(now).toISOString()}>
      <b>{day}</b> {weekday} {formatTime(now)}
    </time>
  )
  if (!demo || !('demo.set-clock' in access)) return <span className="head-date">{time}</span>
  return (
    <div className="head-date head-clock" ref={box}>
      <button type="button" aria-expanded={open} title={t('clock.title')} onClick={() => setOpen(!open)}>
        {time}
      </button>
      {open && <ClockForm now={now} />}
    </div>
  )
}

/** Moves the clock of the demo and fetches everything again. */
function ClockForm({ now }: { now: number }) {
  const { t } = useTranslation('shell')
  const client = useQueryClient()
  const command = useCommand(setClock)
  const [moment, setMoment] = useState(`${dayOf(now)}T${formatTime(now)}`)
  const set = (to: string | null) => command.mutate({ moment: to }, { onSuccess: () => void fetchAnew(client, () => true) })
  return (
    <form
      className="head-place-choice head-clock-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (moment) set(new Date(`${moment}:00+08:00`).toISOString())
      }}
    >
      <label>
        {t('clock.moment')}
        <input type="datetime-local" value={moment} onChange={(event) => setMoment(event.target.value.slice(0, 16))} />
      </label>
      {command.error ? <ErrorLine problem={command.error} /> : null}
      <span>
        <Button type="primary" htmlType="submit" loading={command.isPending}>
          {t('clock.set')}
        </Button>
        <Button onClick={() => set(null)}>{t('clock.real')}</Button>
      </span>
    </form>
  )
}
