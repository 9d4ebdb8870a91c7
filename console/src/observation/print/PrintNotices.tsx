import { readNotices } from '@wangdi/domain/observation/notice/notice.api.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { print } from '@wangdi/ui/marks/icons.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { call } from '../../shell/call.ts'

/** How many are fetched and printed at once: as many as one decision takes. */
const most = 200

/** Prints the notices of these people, one sheet each; what identifies them is fetched for the sheets alone, and who printed stays on record. */
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
  const asked = useMutation({
    mutationFn: async () => {
      // The sheets and their words come when they are first printed.
      const { Sheets } = await import('./Sheets.tsx')
      const { sheets } = await call(readNotices, { place, observations: observations.slice(0, most) })
      return { Sheets, sheets }
    },
  })
  const { data, reset } = asked
  useEffect(() => {
    if (!data) return
    window.addEventListener('afterprint', reset)
    window.print()
    return () => window.removeEventListener('afterprint', reset)
  }, [data, reset])
  return (
    <>
      <Button
        icon={<Icon of={print} />}
        type={primary ? 'primary' : 'default'}
        loading={asked.isPending}
        disabled={observations.length === 0}
        onClick={() => asked.mutate()}
      >
        {children}
      </Button>
      {asked.error ? <ErrorLine problem={asked.error} /> : null}
      {data && createPortal(<data.Sheets sheets={data.sheets} kind={kind} />, document.body)}
    </>
  )
}
