import { readDoorsNotReached } from '@wangdi/domain/plan/building-view.api.ts'
import { visitResults, type VisitResult } from '@wangdi/domain/rounds/rounds.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { print } from '@wangdi/ui/marks/icons.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { formatNumber, formatTime, dayOf } from '@wangdi/ui/words/format.ts'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { call } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

type Line = Static<typeof readDoorsNotReached.reply>['rows'][number]
const most = 200

/** Prints the list for the way: door, worker and result only, with who printed it and when across the sheet. */
export function PrintDoors({
  community,
  building,
  round,
  where,
  count,
}: {
  community: string
  building?: string
  round: string
  where: string
  count: number
}) {
  const { t } = useTranslation('picture')
  const { access } = useSession()
  const [state, setState] = useState<{ lines?: Line[]; busy?: boolean; problem?: unknown }>({})
  const { lines } = state
  useEffect(() => {
    if (!lines) return
    const done = () => setState({})
    window.addEventListener('afterprint', done)
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [lines])
  if (!('plan.doors-not-reached' in access)) return null
  const fetchAll = async () => {
    setState({ busy: true })
    try {
      const all: Line[] = []
      for (let page = 0; ; page++) {
        const { rows, total } = await call(readDoorsNotReached, {
          community,
          round,
          ...(building ? { building } : {}),
          page,
          size: most,
        })
        all.push(...rows)
        if (rows.length === 0 || all.length >= total) break
      }
      setState({ lines: all })
    } catch (problem) {
      setState({ problem })
    }
  }
  return (
    <>
      <Button
        type="primary"
        icon={<Icon of={print} />}
        loading={state.busy ?? false}
        disabled={count === 0}
        onClick={() => void fetchAll()}
      >
        {t('print.button', { shown: formatNumber(count) })}
      </Button>
      {state.problem ? <ErrorLine problem={state.problem} /> : null}
      {lines && createPortal(<Sheet lines={lines} where={where} />, document.body)}
    </>
  )
}

function Sheet({ lines, where }: { lines: readonly Line[]; where: string }) {
  const { t } = useTranslation('picture')
  const say = useSaying()
  const { account } = useSession()
  const now = useNow()
  const mark = `${account.name} ${dayOf(now)} ${formatTime(now)}`
  return (
    <div className="print-sheet">
      <div className="print-mark" aria-hidden="true">
        {Array.from({ length: 60 }, (_, at) => (
          <span key={at}>{mark}</span>
        ))}
      </div>
      <h1>{t('print.title', { where })}</h1>
      <p>{t('print.lead', { count: lines.length, who: account.name, day: dayOf(now), time: formatTime(now) })}</p>
      <table>
        <thead>
          <tr>
            <th>{t('left.door')}</th>
            <th>{t('left.worker')}</th>
            <th>{t('print.result')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.dwelling}>
              <td>{line.door}</td>
              <td>{line.worker ?? t('nobody')}</td>
              <td>{line.result ? say(visitResults[line.result as VisitResult]) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
