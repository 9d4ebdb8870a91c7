import { readTree } from '@wangdi/domain/places/places.api.ts'
import { useQuery } from '@tanstack/react-query'
import { ask } from './call.ts'
import { useSession } from './session.ts'

/** The name of a place by its code; until it is known, or where it may not be asked, the code. */
export function usePlaceName(code: string): string {
  const { places, access } = useSession()
  const known = places.find((place) => place.code === code)?.name
  const { data } = useQuery({
    ...ask(readTree, { place: code }),
    enabled: known === undefined && 'places.tree' in access,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return known ?? data?.place.name ?? code
}

/** The name of a place by its code. */
export const PlaceName = ({ code }: { code: string }) => usePlaceName(code)
