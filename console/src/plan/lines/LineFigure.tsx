import type { LinePart } from '@wangdi/domain/plan/lines/lines.rules.ts'
import type { WorkLine } from '@wangdi/domain/plan/lines/lines.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import type { ReactNode } from 'react'
import { Counted } from '../../lists/Counted.tsx'
import { useSession } from '../../shell/session.ts'

/** How many measures of a line: opens them in the plan, of another community or day where that is said. */
export function LineFigure({
  n,
  line,
  part,
  place,
  on,
  children,
}: {
  n: number
  line: WorkLine
  part: LinePart
  place?: string
  on?: string | undefined
  children?: ReactNode
}) {
  const { access } = useSession()
  if (!('plan.read' in access)) return <>{children ?? formatNumber(n)}</>
  const search = { line, part, ...(on && { on }) }
  return (
    <Counted n={n} of={{ to: '/plan', search, rows: 'measures', ...(place && { place }) }}>
      {children ?? formatNumber(n)}
    </Counted>
  )
}
