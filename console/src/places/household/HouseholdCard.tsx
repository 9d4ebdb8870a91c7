import './household.css'
import { readHousehold } from '@wangdi/domain/plan/building-view.api.ts'
import type { StoryPart } from '@wangdi/domain/plan/story/story.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import { Story } from '../story/Story.tsx'
import { Beside, InPicture } from './Beside.tsx'
import { words } from './household.words.ts'
import { HouseholdParts } from './parts/HouseholdParts.tsx'
import { PrintHousehold } from './PrintHousehold.tsx'
import { Strip } from './Strip.tsx'

addWords('household', words)

/**
 * One household as a page: the doors beside it, housing and who answers, who lives there, what is owed to it, what happened, and the
 * form for a contact.
 */
export function HouseholdCard({
  dwelling,
  selected,
  begin,
}: {
  dwelling: string
  selected?: { id: string; name: string }
  /** Of which part alone the lines are shown at first. */
  begin?: StoryPart | undefined
}) {
  const { t } = useTranslation('household')
  const { access } = useSession()
  const today = dayOf(useNow())
  const answer = useQuery(ask(readHousehold, { dwelling }))
  const [part, setPart] = useState(begin)
  const { data } = answer
  return (
    <>
      <div className="title">
        <h1>{data?.door ?? t('label')}</h1>
        {data && <span className="note">{t('people', { use: t(`use.${data.use}`), count: data.members.length })}</span>}
        {data && (
          <div className="actions">
            <Beside home={data} />
            <InPicture home={data} />
            <PrintHousehold dwelling={dwelling} />
          </div>
        )}
      </div>
      <section className="card" aria-label={t('label')}>
        <h2 className="only-read">{t('label')}</h2>
        <Asked answer={answer} rows={9} height={36}>
          {(home) => (
            <HouseholdParts
              home={home}
              round={undefined}
              selected={selected?.id}
              visits={!('plan.household-story' in access)}
              today={today}
            />
          )}
        </Asked>
      </section>
      {data && <Strip home={data} today={today} onPart={setPart} />}
      <Story key={selected?.id} dwelling={dwelling} person={selected} part={part} onPart={setPart} />
    </>
  )
}
