import { formatNumber } from '@wangdi/ui/words/format.ts'
import { Counted } from '../../lists/Counted.tsx'
import { useSession } from '../../shell/session.ts'

/** How many findings of the drills and looks back of a document are not settled: opens them, for whoever reads findings. */
export function OpenFindings({ paper, n }: { paper: string; n: number }) {
  const { access } = useSession()
  if (!('rounds.findings' in access) || !('rounds.inspections' in access)) return formatNumber(n)
  return <Counted n={n} of={{ to: '/inspections', search: { contingency: paper }, rows: 'findings' }} />
}
