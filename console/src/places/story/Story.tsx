import './story.css'
import { readHouseholdStory, readPersonStory } from '@wangdi/domain/plan/story/story.api.ts'
import { storyParts } from '@wangdi/domain/plan/story/story.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { words } from './story.words.ts'
import { StoryRow } from './StoryRow.tsx'

addWords('story', words)
const size = 20

/** 一条线: what happened in a household, or to one person of it, newest first; which of the two is chosen where both are there. */
export function Story({ dwelling, person }: { dwelling?: string; person?: { id: string; name: string } | undefined }) {
  const { t } = useTranslation('story')
  const { access } = useSession()
  const mayBoth = dwelling !== undefined && person !== undefined && 'plan.person-story' in access
  const [ofPerson, setOfPerson] = useState(dwelling === undefined)
  const whose = ofPerson && person ? 'person' : 'household'
  if (!(whose === 'person' ? 'plan.person-story' in access : dwelling && 'plan.household-story' in access)) return null
  return (
    <section className="card story" aria-label={whose === 'person' ? t('person', { name: person?.name }) : t('household')}>
      <div className="card-head">
        <h2>{whose === 'person' ? t('person', { name: person?.name }) : t('household')}</h2>
        {mayBoth && (
          <Segmented
            className="story-whose"
            aria-label={t('whose')}
            size="small"
            value={whose}
            options={[
              { value: 'household', label: t('ofHousehold') },
              { value: 'person', label: person.name },
            ]}
            onChange={(chosen) => setOfPerson(chosen === 'person')}
          />
        )}
      </div>
      <Lines key={whose} of={whose === 'person' && person ? { person: person.id } : { dwelling: dwelling ?? '' }} />
    </section>
  )
}

function Lines({ of }: { of: { person: string } | { dwelling: string } }) {
  const { t } = useTranslation('story')
  const say = useSaying()
  const today = dayOf(useNow())
  const [page, setPage] = useState(0)
  const ofPerson = 'person' in of
  const household = useQuery({
    ...ask(readHouseholdStory, { dwelling: ofPerson ? '' : of.dwelling, page, size }),
    placeholderData: keepPreviousData,
    enabled: !ofPerson,
  })
  const person = useQuery({
    ...ask(readPersonStory, { person: ofPerson ? of.person : '', page, size }),
    placeholderData: keepPreviousData,
    enabled: ofPerson,
  })
  const answer = ofPerson ? person : household
  return (
    <Asked answer={answer} rows={6} height={44}>
      {({ rows, total, hidden }) => (
        <>
          {rows.length === 0 && <Empty>{t('none')}</Empty>}
          <ol className={answer.isPlaceholderData ? 'story-lines list-busy' : 'story-lines'}>
            {rows.map((line) => (
              <StoryRow key={`${line.kind} ${line.id}`} line={line} ofPerson={ofPerson ? of.person : undefined} today={today} />
            ))}
          </ol>
          {total > 0 && (
            <Pager
              page={page}
              total={total}
              size={size}
              unit={(count) => t('unit', { count })}
              order={t('order')}
              busy={answer.isFetching}
              onPage={setPage}
            />
          )}
          {hidden.length > 0 && (
            <p className="story-hidden quiet small">
              {t('hidden', { parts: hidden.map((part) => say(storyParts[part])).join(t('and')) })}
            </p>
          )}
        </>
      )}
    </Asked>
  )
}
