import './paper.css'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { print } from '@wangdi/ui/marks/icons.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatTime } from '@wangdi/ui/words/format.ts'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useSession } from '../../shell/session.ts'

/** Who prints, and when. */
export interface Printed {
  readonly who: string
  readonly day: string
  readonly time: string
}

/** A button that prints: what is printed is fetched when it is pressed, and stands on paper alone with who printed it and when across it. */
export function PrintPaper<D>({
  button,
  load,
  primary = false,
  disabled = false,
  children,
}: {
  button: string
  load: () => Promise<D>
  primary?: boolean
  disabled?: boolean
  children: (data: D, printed: Printed) => ReactNode
}) {
  const { account } = useSession()
  const now = useNow()
  const asked = useMutation({ mutationFn: load })
  const { data, reset, error } = asked
  useEffect(() => {
    if (data === undefined) return
    window.addEventListener('afterprint', reset)
    window.print()
    return () => window.removeEventListener('afterprint', reset)
  }, [data, reset])
  const printed = { who: account.name, day: dayOf(now), time: formatTime(now) }
  return (
    <>
      <Button
        type={primary ? 'primary' : 'default'}
        icon={<Icon of={print} />}
        loading={asked.isPending}
        disabled={disabled}
        onClick={() => asked.mutate()}
      >
        {button}
      </Button>
      {error ? <ErrorLine problem={error} /> : null}
      {data !== undefined &&
        createPortal(
          <main className="print-sheet">
            <div className="print-mark" aria-hidden="true">
              {Array.from({ length: 60 }, (_, at) => (
                <span key={at}>{Object.values(printed).join(' ')}</span>
              ))}
            </div>
            {children(data, printed)}
          </main>,
          document.body,
        )}
    </>
  )
}
