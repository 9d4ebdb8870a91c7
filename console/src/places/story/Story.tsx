import './story.css'
import { readHouseholdStory, readPersonStory } from '@wangdi/domain/plan/story/story.api.ts'
import { storyParts, type StoryPart } from '@wangdi/domain/plan/story/story.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatNumber } from '@wangdi/ui/words/format.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { words } from './story.words.ts'
import { StoryRow } from './StoryRow.tsx'

addWords('story', words)

/** Lines of a page. */
export const size = 20

/** 一条线: what happened in a household, or to one person of it, newest first; which of the two is chosen where both are there. */
export function Story({
  dwelling,
  person,
  part,
  onPart,
}: {
  dwelling?: string
  person?: { id: string; name: string } | undefined
  /** Of which part alone the lines are shown; undefined is all. */
  part: StoryPart | undefined
  onPart: (part: StoryPart | undefined) => void
}) {
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
      <Lines
        key={`${whose} ${part}`}
        part={part}
        onPart={onPart}
        of={whose === 'person' && person ? { person: person.id } : { dwelling: dwelling ?? '' }}
      />
    </section>
  )
}

function Lines({
  of,
  part,
  onPart,
}: {
  of: { person: string } | { dwelling: string }
  part: StoryPart | undefined
  onPart: (part: StoryPart | undefined) => void
}) {
  const { t } = useTranslation('story')
  const say = useSaying()
  const today = dayOf(useNow())
  const ofPerson = 'person' in of
  const [page, setPage] = usePage(of, part)
  const paging = { ...(part && { part }), page, size }
  const household = useQuery({
    ...ask(readHouseholdStory, { dwelling: ofPerson ? '' : of.dwelling, ...paging }),
    placeholderData: keepPreviousData,
    enabled: !ofPerson,
  })
  const person = useQuery({
    ...ask(readPersonStory, { person: ofPerson ? of.person : '', ...paging }),
    placeholderData: keepPreviousData,
    enabled: ofPerson,
  })
  const answer = ofPerson ? person : household
  return (
    <Asked answer={answer} rows={6} height={44}>
      {({ rows, total, counts, hidden }) => (
        <div {...rowsSaid('story', answer.isPlaceholderData ? -1 : total)}>
          <Parts counts={counts} part={part} onPart={onPart} />
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
        </div>
      )}
    </Asked>
  )
}

/** How many lines there are and of which part; each shows exactly those. */
function Parts({
  counts,
  part,
  onPart,
}: {
  counts: readonly { part: StoryPart; lines: number }[]
  part: StoryPart | undefined
  onPart: (part: StoryPart | undefined) => void
}) {
  const { t } = useTranslation('story')
  const say = useSaying()
  const chip = (value: StoryPart | undefined, words: string, lines: number) => (
    <button
      key={value ?? 'all'}
      type="button"
      className="list-chip"
      aria-pressed={part === value}
      onClick={() => onPart(value)}
      data-figure={lines}
      data-opens="story"
    >
      {words}
      <b>{formatNumber(lines)}</b>
    </button>
  )
  return (
    <div className="list-filters" role="group" aria-label={t('parts')}>
      {chip(
        undefined,
        t('all'),
        counts.reduce((sum, { lines }) => sum + lines, 0),
      )}
      {counts.map(({ part: one, lines }) => chip(one, say(storyParts[one]), lines))}
    </div>
  )
}
