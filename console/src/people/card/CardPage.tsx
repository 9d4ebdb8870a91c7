import { readPersonLinks } from '@wangdi/domain/plan/person-links.api.ts'
import { type StoryPart, storyParts } from '@wangdi/domain/plan/story/story.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { HouseholdCard } from '../../places/household/HouseholdCard.tsx'
import { Story } from '../../places/story/Story.tsx'
import { ask } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import { PersonPanel } from '../person/PersonPanel.tsx'

/** 人和户: a household as a page of its own, and one person beside it with all that hangs on them. */
export default function CardPage() {
  const { dwelling, id } = useParams({ strict: false }) as { dwelling?: string; id?: string }
  const asked = useSearch({ strict: false }) as { part?: unknown }
  const part = (Object.keys(storyParts) as StoryPart[]).find((one) => one === asked.part)
  if (id) return <OfPerson key={id} id={id} />
  return dwelling ? <OfHousehold key={`${dwelling} ${part ?? ''}`} dwelling={dwelling} part={part} /> : null
}

function OfHousehold({ dwelling, part }: { dwelling: string; part: StoryPart | undefined }) {
  return (
    <div className="list-layout alone">
      <div className="list-stack">
        <HouseholdCard dwelling={dwelling} begin={part} />
      </div>
    </div>
  )
}

function OfPerson({ id }: { id: string }) {
  const { t } = useTranslation('person')
  const { access } = useSession()
  const navigate = useNavigate()
  const [part, setPart] = useState<StoryPart>()
  const answer = useQuery({ ...ask(readPersonLinks, { person: id }), enabled: 'plan.person-links' in access })
  const home = 'plan.household' in access ? answer.data?.dwelling : undefined
  const close = () =>
    void navigate(home ? { to: '/households/$dwelling', params: { dwelling: home } as never } : { to: '/people' as string })
  return (
    <div className={answer.isSuccess && !home ? 'list-layout alone' : 'list-layout'}>
      <div className="list-stack">
        <Asked answer={answer} rows={8} height={40}>
          {({ name, door }) =>
            home ? (
              <HouseholdCard dwelling={home} selected={{ id, name }} />
            ) : (
              <>
                <div className="title">
                  <h1>{name}</h1>
                  <span className="note">{door || t('noDoor')}</span>
                </div>
                <Story person={{ id, name }} part={part} onPart={setPart} />
              </>
            )
          }
        </Asked>
      </div>
      <PersonPanel id={id} onClose={close} />
    </div>
  )
}
