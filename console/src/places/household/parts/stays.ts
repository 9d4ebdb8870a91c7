import { listObservations } from '@wangdi/domain/observation/observation.api.ts'
import { useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import { ask, call } from '../../../shell/call.ts'
import { useSession } from '../../../shell/session.ts'
import type { Household } from './Responsible.tsx'

/** Who is under observation behind a door, and how many of them lack what. */
export type Stays = Static<typeof listObservations.reply>

// As many as one answer brings; a door with more lists them on the page of observation.
const most = 200
const asked = ({ community, dwelling }: Pick<Household, 'community' | 'dwelling'>) =>
  ({ place: community, dwelling, state: 'running', size: most }) as const

/** Whether observation is shown: to those who may list it, while an order opens it. */
export function useMaySeeStays(): boolean {
  const { access, functions } = useSession()
  return 'observation.list' in access && functions.observation.open
}

/** The stays that run behind a door; nothing is asked for those who may not see them. */
export function useStays(home: Pick<Household, 'community' | 'dwelling'> | undefined) {
  const may = useMaySeeStays()
  return useQuery({
    ...ask(listObservations, asked(home ?? { community: '', dwelling: '' })),
    enabled: may && home !== undefined,
    retry: false,
  })
}

/** The same, fetched once: for paper. */
export const fetchStays = (home: Pick<Household, 'community' | 'dwelling'>): Promise<Stays> => call(listObservations, asked(home))
