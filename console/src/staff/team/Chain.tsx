import { shortName } from '@wangdi/domain/places/places.ts'
import type { readTeam } from '@wangdi/domain/staff/team/team.api.ts'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'

/** The secretaries from the community up to the province, nearest first. */
export function Chain({ chain }: { chain: Static<typeof readTeam.reply>['chain'] }) {
  const { t } = useTranslation('team')
  return (
    <aside className="card staff-chain" aria-label={t('chain')}>
      <h2>{t('chain')}</h2>
      <p className="quiet small">{t('chainLead')}</p>
      <ol>
        {chain.toReversed().map(({ place, placeName, secretary }) => (
          <li key={place}>
            <span className="quiet">{shortName(placeName)}</span>
            <span>{secretary ? `${secretary.name} ${secretary.phone ?? ''}` : <span className="quiet">{t('nobody')}</span>}</span>
          </li>
        ))}
      </ol>
    </aside>
  )
}
