import { formatNumber } from '@wangdi/ui/words/format.ts'
import type { ReactNode } from 'react'
import { Counted } from '../../../lists/Counted.tsx'
import { useSession } from '../../../shell/session.ts'
import { type DoorsOf, doorsOf } from './doors-of.ts'

/** How many doors: opens them, for whoever sees doors. */
export function Doors({ n, of, place, children }: { n: number; of: DoorsOf; place?: string; children?: ReactNode }) {
  const { access } = useSession()
  if (!('plan.grid-doors' in access)) return children ?? formatNumber(n)
  return (
    <Counted n={n} of={{ ...doorsOf(of), ...(place && { place }) }}>
      {children}
    </Counted>
  )
}
