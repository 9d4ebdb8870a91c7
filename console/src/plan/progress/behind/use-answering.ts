import { type Answering, listAnswering } from '@wangdi/domain/staff/answers-for.ts'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../../shell/call.ts'
import { useSession } from '../../../shell/session.ts'

const communityDigits = 12

/** Who answers for each community of a place, by its code; undefined where this office calls nobody. */
export function useAnswering(place: string): ReadonlyMap<string, Answering> | undefined {
  const { access } = useSession()
  const asked = place.length >= 6 && place.length <= communityDigits && 'staff.answers-for' in access
  const { data } = useQuery({ ...ask(listAnswering, { place }), enabled: asked, staleTime: 5 * 60_000 })
  return data && new Map(data.rows.map((row) => [row.place, row]))
}
