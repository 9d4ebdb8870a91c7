import './household.css'
import { readHousehold } from '@wangdi/domain/plan/building-view.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { SidePanel } from '../../lists/SidePanel.tsx'
import { ask } from '../../shell/call.ts'
import { words } from './household.words.ts'
import { HouseholdParts } from './parts/HouseholdParts.tsx'
import { useStays } from './parts/stays.ts'

addWords('household', words)

/** One household beside the picture: housing and who answers, members masked, observation for those who may, visits, who looked. */
export function HouseholdPanel({
  dwelling,
  round,
  contact = false,
  onClose,
}: {
  dwelling: string
  round: string | undefined
  contact?: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('household')
  const today = dayOf(useNow())
  const answer = useQuery(ask(readHousehold, { dwelling }))
  const { data: home } = answer
  const stays = useStays(home)
  return (
    <SidePanel
      label={t('label')}
      title={
        home ? (
          <Link to={'/households/$dwelling' as string} params={{ dwelling } as never} title={t('whole')}>
            {home.door}
          </Link>
        ) : (
          t('label')
        )
      }
      mark={(stays.data?.counts.running ?? 0) > 0 && <StateMark state="observation" shape="tag" size={13} />}
      onClose={onClose}
    >
      <Asked answer={answer} rows={9} height={36}>
        {(shown) => <HouseholdParts home={shown} round={round} contact={contact} today={today} />}
      </Asked>
    </SidePanel>
  )
}
