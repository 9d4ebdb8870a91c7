import { readObservedDoors } from '@wangdi/domain/plan/building-view.api.ts'
import type { ObservedDoor } from '@wangdi/domain/plan/building-view.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'

/**
 * Doors with somebody under observation, by dwelling. Empty for those who may not see health data and while no order
 * opens observation: the picture is whole without them.
 */
export function useObservedDoors(community: string | undefined, building?: string): ReadonlyMap<string, ObservedDoor> {
  const { access, functions } = useSession()
  const may = 'plan.observed-doors' in access && functions.observation.open
  const { data } = useQuery({
    ...ask(readObservedDoors, { community: community ?? '', ...(building ? { building } : {}) }),
    enabled: may && community !== undefined,
    retry: false,
  })
  return useMemo(() => new Map(data?.doors.map((door) => [door.dwelling, door])), [data])
}
