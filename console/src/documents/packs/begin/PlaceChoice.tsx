import { ancestryOf } from '@wangdi/domain/place-code.ts'
import { smallestPackPlace } from '@wangdi/domain/documents/packs.rules.ts'
import { readTree } from '@wangdi/domain/places/places.api.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../../../shell/call.ts'
import { usePlaceName } from '../../../shell/PlaceName.tsx'
import { useSession } from '../../../shell/session.ts'

/** For which place the rules are: the own one, or one within it down to the county, level by level. */
export function PlaceChoice({ place, fixed, onChange }: { place: string; fixed?: boolean; onChange: (place: string) => void }) {
  const { t } = useTranslation('packs')
  const { account } = useSession()
  const own = usePlaceName(account.place)
  const levels = ancestryOf(place).filter((code) => code.startsWith(account.place) && code.length < smallestPackPlace)
  return (
    <fieldset className="pack-place">
      <legend>{t('holds')}</legend>
      <span>{account.place === '' ? t('nation') : shortName(own)}</span>
      {levels.map((above) => (
        <Below key={above} above={above} place={place} fixed={fixed ?? false} onChange={onChange} />
      ))}
    </fieldset>
  )
}

function Below({
  above,
  place,
  fixed,
  onChange,
}: {
  above: string
  place: string
  fixed: boolean
  onChange: (place: string) => void
}) {
  const { t } = useTranslation('packs')
  const { data } = useQuery({ ...ask(readTree, { place: above }), staleTime: Number.POSITIVE_INFINITY })
  const below = data?.below ?? []
  const chosen = below.find(({ code }) => place.startsWith(code))?.code ?? ''
  const name = data?.place.name ? shortName(data.place.name) : t('nation')
  if (data && below.length === 0) return null
  return (
    <select
      aria-label={t('within', { place: name })}
      disabled={fixed || !data}
      value={chosen}
      onChange={(event) => onChange(event.target.value || above)}
    >
      <option value="">{t('allOf', { place: name })}</option>
      {below.map((one) => (
        <option key={one.code} value={one.code}>
          {shortName(one.name)}
        </option>
      ))}
    </select>
  )
}
