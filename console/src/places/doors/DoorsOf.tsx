import { formatNumber } from '@wangdi/ui/words/format.ts'
import { Counted } from '../../lists/Counted.tsx'
import { useSession } from '../../shell/session.ts'

/** How many doors of a building: shows them in its picture, where the own right reaches all of them. */
export function DoorsOf({ n, of, show }: { n: number; of: string; show?: 'outside' }) {
  const { access } = useSession()
  const reach = access['plan.building-view']
  if (reach === undefined || reach === 'grid') return formatNumber(n)
  return <Counted n={n} of={{ to: '/buildings', search: { building: of, ...(show && { show }) }, rows: 'doors' }} />
}
