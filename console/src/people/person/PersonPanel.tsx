import './person.css'
import { getPerson } from '@wangdi/domain/people/people.api.ts'
import { unlinkPeople } from '@wangdi/domain/people/pile/pile.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { PanelPart, SidePanel } from '../../lists/SidePanel.tsx'
import { DoorLink } from '../../lists/ways/DoorLink.tsx'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { ask, useCommand } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import { Unmask } from '../../lists/unmask/Unmask.tsx'
import { Advice } from './Advice.tsx'
import { Links } from './Links.tsx'
import { Marks } from './Marks.tsx'
import { Moves } from './Moves.tsx'
import type { Person } from './person.ts'
import { words } from './person.words.ts'
import { Seen } from './Seen.tsx'

addWords('person', words)
const CorrectForm = lazy(() => import('./CorrectForm.tsx'))

/** One resident beside a list: what is recorded with numbers masked, marks, advice, and who looked today. */
export function PersonPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('person')
  const { access } = useSession()
  const today = dayOf(useNow())
  const [correcting, setCorrecting] = useState(false)
  const answer = useQuery(ask(getPerson, { id }))
  const { data: person } = answer
  return (
    <SidePanel
      label={t('label')}
      title={
        person ? (
          <Link to={'/people/$id' as string} params={{ id } as never} title={t('whole')}>
            {person.name}
          </Link>
        ) : (
          t('label')
        )
      }
      mark={person?.left_on && <Tag>{t('left', { day: formatDay(person.left_on, today) })}</Tag>}
      onClose={onClose}
    >
      <Asked answer={answer} rows={9} height={36}>
        {(shown) => (
          <>
            <PanelPart>
              <Facts person={shown} />
              {shown.same_as.map((link) => (
                <SameAs key={link.id} link={link} />
              ))}
              {'people.correct' in access && (
                <div className="list-actions person-correct">
                  <Button onClick={() => setCorrecting(true)}>{t('correct.button')}</Button>
                </div>
              )}
            </PanelPart>
            {'plan.person-links' in access && <Links person={shown.id} />}
            <Moves moves={shown.moves} />
            <Marks person={shown} today={today} />
            <Advice person={shown} today={today} />
            <Seen person={shown.id} today={shown.seen_today} />
          </>
        )}
      </Asked>
      {correcting && person && (
        <Suspense>
          <CorrectForm person={person} onClose={() => setCorrecting(false)} />
        </Suspense>
      )}
    </SidePanel>
  )
}

/** That another record is the same person, with the way to take it back. */
function SameAs({ link }: { link: Person['same_as'][number] }) {
  const { t } = useTranslation('person')
  const { access } = useSession()
  const command = useCommand(unlinkPeople, ['people', 'plan'])
  return (
    <p>
      <Tag tone="due">{t('linked')}</Tag> <PersonLink person={link.person} name={link.name} />{' '}
      {'people.unlink' in access && (
        <button type="button" className="w-link" disabled={command.isPending} onClick={() => command.mutate({ id: link.id })}>
          {t('unlink')}
        </button>
      )}
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </p>
  )
}

function Facts({ person }: { person: Person }) {
  const { t } = useTranslation('person')
  const none = <span className="quiet">{t('notKnown')}</span>
  const sexAge = [person.sex && t(person.sex), person.age !== null && t('age', { age: person.age })].filter(Boolean).join(' ')
  return (
    <dl className="list-facts">
      <dt>{t('sexAge')}</dt>
      <dd>{sexAge || none}</dd>
      <dt>{t('born')}</dt>
      <dd>{person.born ?? none}</dd>
      <dt>{t(`kinds.${person.document_kind}`)}</dt>
      <dd>
        <Unmask person={person.id} field="document" masked={person.document} />
      </dd>
      <dt>{t('phone')}</dt>
      <dd>{person.phone === null ? none : <Unmask person={person.id} field="phone" masked={person.phone} />}</dd>
      <dt>{t('door')}</dt>
      <dd>
        {person.door ? <DoorLink dwelling={person.dwelling} door={person.door} /> : <span className="quiet">{t('noDoor')}</span>}
        {person.door_text !== null && <span className="quiet"> {t('doorText', { words: person.door_text })}</span>}
      </dd>
      <dt>{t('relation')}</dt>
      <dd>{person.relation || none}</dd>
    </dl>
  )
}
