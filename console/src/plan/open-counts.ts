import { unitWords } from '@wangdi/domain/counted/units.ts'
import { countInbox } from '@wangdi/domain/kinds/inbox/inbox.api.ts'
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../shell/call.ts'
import { useLookedAt } from '../shell/looked-at.ts'
import type { OpenCount } from '../shell/page.ts'
import { useSession } from '../shell/session.ts'
import { useOpenedList } from './plan-reply.ts'

const renewMs = 120_000

/**
 * What is open behind each page of the menu, by its path, as the plan of the day counts it. One figure is of one list, in one unit:
 * where a page has several, that of the list which the plan puts first.
 */
export function useOpenCounts(): ReadonlyMap<string, OpenCount> {
  const { access } = useSession()
  const opened = useOpenedList()
  const place = useLookedAt()
  const { data } = useQuery({
    ...ask(readPlan, { place }),
    enabled: 'plan.read' in access,
    staleTime: renewMs,
    refetchInterval: renewMs,
  })
  const inbox = useQuery({
    ...ask(countInbox, {}),
    enabled: 'kinds.count-inbox' in access,
    staleTime: renewMs,
    refetchInterval: renewMs,
  })
  const counts = new Map<string, OpenCount>()
  const waits = inbox.data?.total ?? 0
  if (waits > 0)
    counts.set('/inbox', {
      n: waits,
      unit: { zh: '件', en: waits === 1 ? 'line' : 'lines' },
      of: { to: '/inbox', rows: 'inbox-all' },
    })
  const evidence = data?.items.flatMap((item) => item.evidence) ?? []
  // Readings that wait for a doctor prove no measure: of all lists theirs stands among what to do first alone.
  const waiting = data?.first.filter(({ list }) => list === 'alerts').map((thing) => ({ ...thing, unit: 'alert' as const })) ?? []
  const urgent = (list: string | null) => {
    const at = data?.first.findIndex((thing) => thing.list === list) ?? -1
    return at < 0 ? Infinity : at
  }
  for (const { list, round, left, unit } of [...waiting, ...evidence].sort((a, b) => urgent(a.list) - urgent(b.list) || 0)) {
    const of = list && data && opened(list, { round, day: data.day })
    if (of && left > 0 && !counts.has(of.to)) counts.set(of.to, { n: left, unit: unitWords(unit, left), of })
  }
  return counts
}
