import './household.css'
import { readHousehold } from '@wangdi/domain/plan/building-view.api.ts'
import type { ObservedDoor } from '@wangdi/domain/plan/building-view.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { locked } from '@wangdi/ui/marks/icons.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { dayOf, formatTime } from '@wangdi/ui/words/format.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { PanelPart, SidePanel } from '../../lists/SidePanel.tsx'
import { ask } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import { ContactForm } from './ContactForm.tsx'
import { words } from './household.words.ts'
import { Members } from './Members.tsx'
import { ObservedDays } from './ObservedDays.tsx'
import { Responsible } from './Responsible.tsx'
import { Visits } from './Visits.tsx'

addWords('household', words)

/** One household beside the picture: housing and who answers, members masked, observation for those who may, visits, who looked. */
export function HouseholdPanel({
  dwelling,
  round,
  observed,
  contact = false,
  onClose,
}: {
  dwelling: string
  round: string | undefined
  observed: ObservedDoor | undefined
  contact?: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('household')
  const { access } = useSession()
  const today = dayOf(useNow())
  const [recording, setRecording] = useState(contact)
  const [savedAt, setSavedAt] = useState<number>()
  const answer = useQuery(ask(readHousehold, { dwelling }))
  const { data: home } = answer
  return (
    <SidePanel
      label={t('label')}
      title={home ? home.door : t('label')}
      mark={observed && <StateMark state="observation" shape="tag" size={13} />}
      onClose={onClose}
    >
      <Asked answer={answer} rows={9} height={36}>
        {(shown) => (
          <>
            <Responsible home={shown} today={today} />
            <Members members={shown.members} />
            {observed && <ObservedDays door={observed} today={today} />}
            <Visits visits={shown.visits} total={shown.visitsTotal} today={today} />
            {'rounds.record-visit' in access && (
              <PanelPart>
                {savedAt !== undefined && !recording && (
                  <p className="household-saved" role="status">
                    {t('contact.saved', { time: formatTime(savedAt) })}
                  </p>
                )}
                {recording ? (
                  <ContactForm
                    home={shown}
                    round={round}
                    onCancel={() => setRecording(false)}
                    onSaved={(at) => {
                      setSavedAt(at)
                      setRecording(false)
                    }}
                  />
                ) : (
                  <div className="list-actions">
                    <Button type="primary" onClick={() => setRecording(true)}>
                      {t('record')}
                    </Button>
                  </div>
                )}
              </PanelPart>
            )}
            <p className="household-seen small">
              <Icon of={locked} size={12} /> {t('seen', { count: shown.seenToday })}
            </p>
          </>
        )}
      </Asked>
    </SidePanel>
  )
}
