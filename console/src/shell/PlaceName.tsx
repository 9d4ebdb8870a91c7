import { isWithin } from '@wangdi/domain/place-code.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { readTree } from '@wangdi/domain/places/places.api.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from './call.ts'
import { useSession } from './session.ts'

/** The name of a place by its code; until it is known the code, and where it may not be asked that it is another one of the known place around it. */
export function usePlaceName(code: string): string {
  const { t } = useTranslation('shell')
  const { account, places, access } = useSession()
  const known = places.find((place) => place.code === code)?.name
  // Names are told of what lies below the own place; a question about another would only be refused.
  const mayAsk = 'places.tree' in access && isWithin(code, account.place)
  const { data } = useQuery({
    ...ask(readTree, { place: code }),
    enabled: known === undefined && mayAsk,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  // Who may not ask for names is told which of the known places it lies in, and no digits.
  const around = places.filter((place) => code.startsWith(place.code)).sort((a, b) => b.code.length - a.code.length)[0]
  if (known !== undefined || mayAsk || !around) return known ?? data?.place.name ?? code
  return isWithin(code, account.place) || code.length !== 12 ? around.name : t('otherCommunity', { place: around.name })
}

/** The name of a place by its code, as people call it. */
export const PlaceName = ({ code }: { code: string }) => shortName(usePlaceName(code))
