import { dayOf } from '@wangdi/domain/observation/slots.rules.ts'
import { maskName } from '@wangdi/domain/people/name.ts'
import { readHouseholdStory } from '@wangdi/domain/plan/story/story.api.ts'
import { storyParts, type StoryPart } from '@wangdi/domain/plan/story/story.ts'
import { visitNeeds } from '@wangdi/domain/rounds/rounds.ts'
import { dayOf as dayOfMoment, formatDay, formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Counted } from '../../lists/Counted.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { size } from '../story/Story.tsx'
import { staysOfDoor } from './parts/of-door.ts'
import type { Household } from './parts/Responsible.tsx'
import { type Stays, useMaySeeStays, useStays } from './parts/stays.ts'

/**
 * What is owed to a household, on one line: promises, samples, help, notices. What has no register says so, and what is not for whoever
 * reads says that; neither is a zero. Each figure opens the rows that it counts.
 */
export function Strip({
  home,
  today,
  onPart,
}: {
  home: Household
  today: string
  /** Shows the lines of one part alone. */
  onPart: (part: StoryPart) => void
}) {
  const { t } = useTranslation('household')
  return (
    <section className="card household-strip" aria-label={t('strip.label')}>
      <Cell name={t('strip.promised')}>
        <p className="quiet">{t('strip.noRegister')}</p>
      </Cell>
      <Cell name={t('strip.sampling')} note={t('strip.noResults')}>
        <OfStays home={home}>{(stays) => <Sampling stays={stays} home={home} today={today} />}</OfStays>
      </Cell>
      <Cell name={t('strip.help')} note={t('strip.noHelp')}>
        <Help home={home} today={today} onPart={onPart} />
      </Cell>
      <Cell name={t('strip.notices')} note={t('strip.noOthers')}>
        <OfStays home={home}>{(stays) => <Notices stays={stays} home={home} />}</OfStays>
      </Cell>
    </section>
  )
}

/** One of the four: `note` is what of it no register holds yet. */
function Cell({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <div>
      <h3>{name}</h3>
      {children}
      {note && <p className="quiet small">{note}</p>}
    </div>
  )
}

/** What follows from the stays behind the door; that it is not for whoever reads, or that nobody is under observation. */
function OfStays({ home, children }: { home: Household; children: (stays: Stays) => ReactNode }) {
  const { t } = useTranslation('household')
  const answer = useStays(home)
  if (!useMaySeeStays()) return <p className="quiet">{t('strip.notShown')}</p>
  // What went wrong, and the way to ask again, stand above.
  if (answer.error && !answer.data) return <p className="quiet">{t('strip.notFetched')}</p>
  return (
    <Asked answer={answer} rows={1} height={24}>
      {(stays) => (stays.counts.running === 0 ? <p className="quiet">{t('strip.nobody')}</p> : children(stays))}
    </Asked>
  )
}

/** The next day on which an order asks for a test, and of whom. */
function Sampling({ stays, home, today }: { stays: Stays; home: Household; today: string }) {
  const { t } = useTranslation('household')
  const ahead = stays.rows.flatMap((stay) =>
    stay.phases.flatMap(({ tests }) => tests.filter((day) => day >= today).map((day) => ({ day, stay }))),
  )
  const next = ahead.map(({ day }) => day).sort()[0]
  return (
    <>
      {next === undefined ? (
        <p className="quiet">{t('strip.noneAhead')}</p>
      ) : (
        <>
          <p>
            <b>{next === today ? t('strip.today') : formatDay(next, today)}</b>
          </p>
          <p>
            {ahead
              .filter(({ day }) => day === next)
              .map(({ stay }, at) => (
                <Fragment key={stay.id}>
                  {at > 0 && t('comma')}
                  <Link to={'/observation/$id' as string} params={{ id: stay.id } as never}>
                    {t('strip.onDay', {
                      name: home.members.find(({ id }) => id === stay.person)?.name ?? maskName(stay.name),
                      day: dayOf(stay, next)?.n,
                    })}
                  </Link>
                </Fragment>
              ))}
          </p>
        </>
      )}
    </>
  )
}

/** Requests of those who live here, and what was needed when somebody was last here. */
function Help({ home, today, onPart }: { home: Household; today: string; onPart: (part: StoryPart) => void }) {
  const { t } = useTranslation('household')
  const say = useSaying()
  const { access } = useSession()
  const may = 'plan.household-story' in access
  const answer = useQuery({ ...ask(readHouseholdStory, { dwelling: home.dwelling, page: 0, size }), enabled: may })
  const needed = home.visits.find(({ needs }) => needs.length > 0)
  return (
    <>
      {may && answer.error && !answer.data ? (
        <p className="quiet">{t('strip.notFetched')}</p>
      ) : may ? (
        <Asked answer={answer} rows={1} height={24}>
          {({ counts }) => {
            const lines = counts.find(({ part }) => part === 'requests')?.lines
            return (
              <p>
                {say(storyParts.requests)}{' '}
                {lines === undefined ? (
                  <span className="quiet">{t('strip.notShown')}</span>
                ) : (
                  <button
                    type="button"
                    className="w-link"
                    data-figure={lines}
                    data-opens="story"
                    onClick={() => onPart('requests')}
                  >
                    {t('strip.requests', { count: lines, shown: formatNumber(lines) })}
                  </button>
                )}
              </p>
            )
          }}
        </Asked>
      ) : (
        <p className="quiet">{t('strip.notShown')}</p>
      )}
      {needed && (
        <p className="small">
          {t('strip.needed', {
            day: formatDay(dayOfMoment(needed.at), today),
            needs: needed.needs.map((need) => say(visitNeeds[need])).join(t('comma')),
          })}
        </p>
      )}
    </>
  )
}

/** Of the notices of those under observation how many are not in their hands. */
function Notices({ stays, home }: { stays: Stays; home: Household }) {
  const { t } = useTranslation('household')
  const { running, undelivered } = stays.counts
  return (
    <>
      <p>
        <Counted n={running} of={staysOfDoor(home)}>
          {t('strip.papers', { count: running })}
        </Counted>
        {t('stop')}
        {running > 0 && undelivered === 0 ? (
          t('strip.allDelivered')
        ) : (
          <Counted n={undelivered} of={staysOfDoor(home, 'undelivered')}>
            {t('strip.undelivered', { count: undelivered })}
          </Counted>
        )}
      </p>
    </>
  )
}
