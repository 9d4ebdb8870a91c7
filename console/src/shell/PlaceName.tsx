import { shortName } from '@wangdi/domain/places/places.ts'
import { readTree } from '@wangdi/domain/places/places.api.ts'
import { useQuery } from '@tanstack/react-query'
import { ask } from './call.ts'
import { useSession } from './session.ts'

/** The name of a place by its code; until it is known the code, and where it may not be asked the smallest known place around it. */
export function usePlaceName(code: string): string {
  const { places, access } = useSession()
  const known = places.find((place) => place.code === code)?.name
  const { data } = useQuery({
    ...ask(readTree, { place: code }),
    enabled: known === undefined && 'places.tree' in access,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  // Who may not ask for names is told which of the known places it lies in, and no digits.
  const around = places.filter((place) => code.startsWith(place.code)).sort((a, b) => b.code.length - a.code.length)[0]
  return known ?? data?.place.name ?? ('places.tree' in access ? code : (around?.name ?? code))
}

/** The name of a place by its code, as people call it. */
export const PlaceName = ({ code }: { code: string }) => shortName(usePlaceName(code))
