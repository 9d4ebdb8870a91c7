import { keyGroups, type KeyGroup } from '@wangdi/domain/people/key-group.ts'
import { reviewMark, setMark } from '@wangdi/domain/people/people.api.ts'
import type { Mark } from '@wangdi/domain/people/person.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { formatDay } from '@wangdi/ui/words/format.ts'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { PanelPart } from '../../lists/SidePanel.tsx'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import type { Person } from './person.ts'

const renews = ['people', 'plan', 'health']
const sources = ['entered', 'civil-affairs', 'clinic', 'school', 'self'] as const

/** The marks of a person: since when, from whom, when to be looked at again; reviewed, ended, added. */
export function Marks({ person, today }: { person: Person; today: string }) {
  const { t } = useTranslation('person')
  const { access } = useSession()
  const [adding, setAdding] = useState(false)
  return (
    <PanelPart
      title={t('marks.title')}
      end={
        'people.set-mark' in access &&
        !adding && (
          <button type="button" className="w-link" onClick={() => setAdding(true)}>
            {t('marks.add')}
          </button>
        )
      }
    >
      {person.marks.length === 0 && !adding && <p className="quiet">{t('marks.none')}</p>}
      <ul className="person-marks">
        {person.marks.map((mark) => (
          <OneMark key={mark.id} mark={mark} today={today} />
        ))}
      </ul>
      {adding && <AddMark person={person} onDone={() => setAdding(false)} />}
    </PanelPart>
  )
}

function OneMark({ mark, today }: { mark: Mark; today: string }) {
  const { t } = useTranslation('person')
  const say = useSaying()
  const { access } = useSession()
  const command = useCommand(reviewMark, renews)
  const due = mark.review_on !== null && mark.review_on <= today
  const source = t(`marks.sources.${mark.source}`, { defaultValue: mark.source })
  const review = (keep: boolean) => command.mutate({ id: mark.id, version: mark.version, keep })
  return (
    <li>
      <Tag tone="strong">{say(keyGroups[mark.kind as KeyGroup])}</Tag>
      <span className="quiet small">
        {t('marks.since', { day: formatDay(mark.since, today), source })}
        {mark.review_on && (
          <span className={due ? 'person-due' : undefined}>
            {' · '}
            {t(due ? 'marks.reviewDue' : 'marks.review', { day: formatDay(mark.review_on, today) })}
          </span>
        )}
      </span>
      {'people.review-mark' in access && (
        <span className="person-mark-acts">
          <button type="button" className="w-link" disabled={command.isPending} onClick={() => review(true)}>
            {t('marks.keep')}
          </button>
          <button type="button" className="w-link" disabled={command.isPending} onClick={() => review(false)}>
            {t('marks.end')}
          </button>
        </span>
      )}
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </li>
  )
}

function AddMark({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation('person')
  const say = useSaying()
  const command = useCommand(setMark, renews)
  const [id] = useState(() => newId())
  const [kind, setKind] = useState<KeyGroup>()
  const [source, setSource] = useState<(typeof sources)[number]>('entered')
  const [review, setReview] = useState('')
  const free = (Object.keys(keyGroups) as KeyGroup[]).filter((one) => !person.marks.some((mark) => mark.kind === one))
  const save = () =>
    kind &&
    command.mutate({ id, person: person.id, kind, source, ...(review ? { review_on: review } : {}) }, { onSuccess: onDone })
  return (
    <div className="list-form person-add">
      <label>
        {t('marks.kind')}
        <Select value={kind} onChange={setKind} options={free.map((one) => ({ value: one, label: say(keyGroups[one]) }))} />
      </label>
      <label>
        {t('marks.source')}
        <Select
          value={source}
          onChange={setSource}
          options={sources.map((one) => ({ value: one, label: t(`marks.sources.${one}`) }))}
        />
      </label>
      <label>
        {t('marks.reviewOn')}
        <Input type="date" value={review} onChange={(event) => setReview(event.target.value)} />
      </label>
      {command.error ? <ErrorLine problem={command.error} /> : null}
      <div className="list-actions">
        <Button type="primary" disabled={!kind} loading={command.isPending} onClick={save}>
          {t('marks.save')}
        </Button>
        <Button onClick={onDone}>{t('ui:cancel')}</Button>
      </div>
    </div>
  )
}
