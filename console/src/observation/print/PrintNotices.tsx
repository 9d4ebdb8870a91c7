import './print.css'
import { readNotices } from '@wangdi/domain/observation/notice/notice.api.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { print } from '@wangdi/ui/marks/icons.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useMutation } from '@tanstack/react-query'
import { addWords } from '@wangdi/ui/words/words.ts'
import { Button } from 'antd'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { call } from '../../shell/call.ts'
import { words } from './print.words.ts'

addWords('print-notices', words)

/** How many are fetched and printed at once: as many as one decision takes. */
const most = 200

/**
 * Prints the notices of these people, one sheet each, or two pages of large print for whoever reads with difficulty; what identifies
 * them is fetched for the sheets alone, and who printed stays on record.
 */
export function PrintNotices({
  observations,
  place,
  kind,
  children,
  primary = false,
}: {
  observations: readonly string[]
  place: string
  kind: 'observation' | 'release'
  children: string
  primary?: boolean
}) {
  const { t } = useTranslation('print-notices')
  const asked = useMutation({
    mutationFn: async (large: boolean) => {
      // The sheets and their words come when they are first printed.
      const { Sheets } = await import('./Sheets.tsx')
      const { sheets } = await call(readNotices, { place, observations: observations.slice(0, most) })
      return { Sheets, sheets, large }
    },
  })
  const { data, reset } = asked
  const large = asked.variables === true
  useEffect(() => {
    if (!data) return
    window.addEventListener('afterprint', reset)
    window.print()
    return () => window.removeEventListener('afterprint', reset)
  }, [data, reset])
  return (
    <>
      <span role="group" aria-label={children} className="notice-print">
        <Button
          icon={<Icon of={print} />}
          type={primary ? 'primary' : 'default'}
          loading={asked.isPending && !large}
          disabled={observations.length === 0}
          onClick={() => asked.mutate(false)}
        >
          {children}
        </Button>
        <Button loading={asked.isPending && large} disabled={observations.length === 0} onClick={() => asked.mutate(true)}>
          {t('large')}
        </Button>
      </span>
      {asked.error ? <ErrorLine problem={asked.error} /> : null}
      {data && createPortal(<data.Sheets sheets={data.sheets} kind={kind} large={data.large} />, document.body)}
    </>
  )
}
