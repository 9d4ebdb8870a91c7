import { resultSaid, visitNeeds, type VisitNeed, type VisitResult } from '@wangdi/domain/rounds/rounds.ts'
import { formatMoment } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { Counted } from '../../../lists/Counted.tsx'
import { PanelPart } from '../../../lists/SidePanel.tsx'
import { useSaying } from '../../../shell/say.ts'
import { useSession } from '../../../shell/session.ts'
import { visitsOfDoor } from '../../../lists/ways/visits-of-door.ts'
import type { Household } from './Responsible.tsx'

/** The last visits: when, who, how it ended, what was needed; how many there are opens all of them. */
export function Visits({ home, today }: { home: Household; today: string }) {
  const { t } = useTranslation('household')
  const say = useSaying()
  const { visits, visitsTotal: total } = home
  const { access } = useSession()
  const all = t('visitsAll', { count: total })
  const way =
    'plan.household-story' in access ? (
      <Counted n={total} of={visitsOfDoor(home.dwelling)}>
        {all}
      </Counted>
    ) : (
      all
    )
  return (
    <PanelPart title={t('visits')} end={total > visits.length ? way : undefined}>
      {visits.length === 0 && <p className="quiet">{t('noVisits')}</p>}
      <ul className="household-visits">
        {visits.map((visit) => (
          <li key={visit.id}>
            <span className="quiet nowrap">{formatMoment(visit.at, today)}</span>
            <span>
              {visit.by} {say(resultSaid({ ...visit, result: visit.result as VisitResult }))}
              {visit.needs.length > 0 &&
                `，${t('needs', { needs: visit.needs.map((need) => say(visitNeeds[need as VisitNeed])).join(t('comma')) })}`}
              {visit.note && <span className="quiet"> {visit.note}</span>}
            </span>
          </li>
        ))}
      </ul>
    </PanelPart>
  )
}
