import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { ask } from '../shell/call.ts'
import { useLookedAt } from '../shell/looked-at.ts'
import { useSession } from '../shell/session.ts'
import { findPage } from './plan-reply.ts'

const renewMs = 120_000

/** How many items are open behind each page of the menu, by its path, as the plan of the day counts them; each list counts once. */
export function useOpenCounts(): ReadonlyMap<string, number> {
  const { access } = useSession()
  const { routesByPath } = useRouter()
  const place = useLookedAt()
  const { data } = useQuery({
    ...ask(readPlan, { place }),
    enabled: 'plan.read' in access,
    staleTime: renewMs,
    refetchInterval: renewMs,
  })
  const counts = new Map<string, number>()
  const seen = new Set<string>()
  for (const { list, round, left } of data?.items.flatMap(({ evidence }) => evidence) ?? []) {
    const path = list && findPage(list, routesByPath)
    const once = `${list} ${round}`
    if (!path || seen.has(once) || left <= 0) continue
    seen.add(once)
    counts.set(path, (counts.get(path) ?? 0) + left)
  }
  return counts
}
