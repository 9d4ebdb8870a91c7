import { readPersonLinks } from '@wangdi/domain/plan/person-links.api.ts'
import { requestKinds, type RequestKindName } from '@wangdi/domain/requests/kinds.ts'
import { resultSaid } from '@wangdi/domain/rounds/rounds.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Counted } from '../../lists/Counted.tsx'
import { PanelPart } from '../../lists/SidePanel.tsx'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { visitsOfDoor } from '../../lists/ways/visits-of-door.ts'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

/** What hangs on a person, each with the way to it: who else lives there, stays, arrivals, visits, requests. */
export function Links({ person }: { person: string }) {
  const { t } = useTranslation('person')
  const say = useSaying()
  const today = dayOf(useNow())
  const answer = useQuery(ask(readPersonLinks, { person }))
  return (
    <Asked answer={answer} rows={3} height={24}>
      {({ dwelling, household, stays, arrivals, visits, visits_total, requests }) => (
        <PanelPart title={t('links.title')}>
          <dl className="list-facts person-links">
            <Part name={t('links.household')} none={t('links.nobody')}>
              {household.map(({ id, name, relation }) => (
                <li key={id}>
                  <PersonLink person={id} name={name} /> <span className="quiet">{relation}</span>
                </li>
              ))}
            </Part>
            {stays && (
              <Part name={t('links.stays')} none={t('links.none')}>
                {stays.map(({ id, from, last_day, state, day, days, elsewhere }) => (
                  <li key={id}>
                    <Link to={'/observation/$id' as string} params={{ id } as never}>
                      {t('links.stay', { from: formatDay(from, today), until: formatDay(last_day, today) })}
                    </Link>{' '}
                    {state === 'running' && (
                      <Tag tone="observed">{day === null ? t('links.running') : t('links.day', { day, days })}</Tag>
                    )}
                    {elsewhere && <span className="quiet"> {t('links.elsewhere', { door: elsewhere })}</span>}
                  </li>
                ))}
              </Part>
            )}
            {arrivals && (
              <Part name={t('links.arrivals')} none={t('links.none')}>
                {arrivals.map(({ id, origin, arrived_on, state }) => (
                  <li key={id}>
                    <Link to={'/arrivals' as string} search={{ person } as never}>
                      {formatDay(arrived_on, today)} {origin}
                    </Link>{' '}
                    {state !== 'arrived' && <span className="quiet">{t(`links.arrival.${state}`)}</span>}
                  </li>
                ))}
              </Part>
            )}
            <Part name={<VisitsTotal dwelling={dwelling} total={visits_total} />} none={t('links.none')}>
              {visits.slice(0, 3).map(({ id, at, by, result, entry, met }) => (
                <li key={id}>
                  {formatMoment(at, today)} {by} {say(resultSaid({ result, entry }))}
                  {met && <span className="quiet"> {t('links.met')}</span>}
                </li>
              ))}
            </Part>
            {requests && (
              <Part name={t('links.requests')} none={t('links.none')}>
                {requests.map(({ id, number, kind, day }) => (
                  <li key={id}>
                    <Link to={'/requests' as string} search={{ request: id } as never}>
                      {kind in requestKinds ? say(requestKinds[kind as RequestKindName].words) : kind}
                    </Link>{' '}
                    <span className="quiet">
                      {formatDay(day, today)} {number}
                    </span>
                  </li>
                ))}
              </Part>
            )}
          </dl>
        </PanelPart>
      )}
    </Asked>
  )
}

// How many visits there were to the door: opens all of them.
function VisitsTotal({ dwelling, total }: { dwelling: string | null; total: number }) {
  const { t } = useTranslation('person')
  const { access } = useSession()
  const text = t('links.visits', { count: total })
  if (dwelling === null || !('plan.household-story' in access) || !('plan.household' in access)) return text
  return (
    <Counted n={total} of={visitsOfDoor(dwelling)}>
      {text}
    </Counted>
  )
}

function Part({ name, none, children }: { name: ReactNode; none: string; children: ReactNode[] }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children.length === 0 ? <span className="quiet">{none}</span> : <ul>{children}</ul>}</dd>
    </>
  )
}
