import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { locked } from '@wangdi/ui/marks/icons.ts'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { formatTime } from '@wangdi/ui/words/format.ts'
import { Button } from 'antd'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PanelPart } from '../../../lists/SidePanel.tsx'
import { useSession } from '../../../shell/session.ts'
import { joinedParts } from '../joined-parts.ts'
import { ContactForm } from './ContactForm.tsx'
import { Members } from './Members.tsx'
import { Observed } from './Observed.tsx'
import { type Household, Responsible } from './Responsible.tsx'
import { Visits } from './Visits.tsx'

/** The parts of a household, the same beside the picture and on its own page. */
export function HouseholdParts({
  home,
  round,
  selected,
  contact = false,
  visits = true,
  today,
}: {
  home: Household
  round: string | undefined
  selected?: string | undefined
  contact?: boolean
  /** The last visits; without them where the whole story stands below. */
  visits?: boolean
  today: string
}) {
  const { t } = useTranslation('household')
  const { access } = useSession()
  const [recording, setRecording] = useState(contact)
  const [savedAt, setSavedAt] = useState<number>()
  return (
    <>
      <Responsible home={home} today={today} />
      <Members home={home} selected={selected} />
      <Observed home={home} today={today} />
      {joinedParts()
        .filter(({ verb }) => verb in access)
        .map(({ verb, Part }) => (
          <Suspense key={verb} fallback={<Skeleton rows={2} height={32} />}>
            <Part dwelling={home.dwelling} />
          </Suspense>
        ))}
      {visits && <Visits home={home} today={today} />}
      {'rounds.record-visit' in access && (
        <PanelPart>
          {savedAt !== undefined && !recording && (
            <p className="household-saved" role="status">
              {t('contact.saved', { time: formatTime(savedAt) })}
            </p>
          )}
          {recording ? (
            <ContactForm
              home={home}
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
        <Icon of={locked} size={12} /> {t('seen', { count: home.seenToday })}
      </p>
    </>
  )
}
