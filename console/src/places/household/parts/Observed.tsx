import type { EpisodeRow } from '@wangdi/domain/observation/observation.api.ts'
import { maskName } from '@wangdi/domain/people/name.ts'
import { formatEndOfDay } from '@wangdi/ui/words/format.ts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../../lists/Asked.tsx'
import { Counted } from '../../../lists/Counted.tsx'
import { PanelPart } from '../../../lists/SidePanel.tsx'
import { PersonLink } from '../../../lists/ways/PersonLink.tsx'
import { staysOfDoor } from './of-door.ts'
import type { Household } from './Responsible.tsx'
import { useMaySeeStays, useStays } from './stays.ts'

type Stay = Static<typeof EpisodeRow>

// Days that can be told apart beside one another in a panel.
const mostDays = 31

/** 居家观察: of each person behind the door the day of how many, where and until when; those too who are at home elsewhere. */
export function Observed({ home, today }: { home: Household; today: string }) {
  const { t } = useTranslation('household')
  const answer = useStays(home)
  if (!useMaySeeStays() || answer.data?.counts.running === 0) return null
  return (
    <Asked answer={answer} rows={2} height={24}>
      {({ rows, counts }) => (
        <PanelPart
          title={t('observed')}
          end={
            <Counted n={counts.running} of={staysOfDoor(home)}>
              {t('observedPeople', { count: counts.running })}
            </Counted>
          }
        >
          <ul className="household-observed">
            {rows.map((stay) => (
              <OneStay key={stay.id} stay={stay} home={home} today={today} />
            ))}
          </ul>
        </PanelPart>
      )}
    </Asked>
  )
}

function OneStay({ stay, home, today }: { stay: Stay; home: Household; today: string }) {
  const { t } = useTranslation('household')
  const { day, days, last_day, where } = stay
  const member = home.members.find(({ id }) => id === stay.person)
  return (
    <li>
      <p>
        <PersonLink person={stay.person} name={member?.name ?? maskName(stay.name)} />{' '}
        <Link className="household-day" to={'/observation/$id' as string} params={{ id: stay.id } as never}>
          {t('observedDay', { day, days })}
        </Link>{' '}
        <span className="quiet">
          {where && `${t(`where.${where}`)}${t('stop')}`}
          {t('observedUntil', { until: formatEndOfDay(last_day, today) })}
          {!member && `${t('stop')}${t('notAtHome')}`}
        </span>
      </p>
      {day !== null && days <= mostDays && (
        <div className="household-days" style={{ gridTemplateColumns: `repeat(${days}, 1fr)` }} aria-hidden="true">
          {Array.from({ length: days }, (_, at) => (
            <i key={at} className={at + 1 < day ? 'past' : at + 1 === day ? 'now' : undefined} />
          ))}
        </div>
      )}
    </li>
  )
}
