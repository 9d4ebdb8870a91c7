import './household.css'
import { readHousehold } from '@wangdi/domain/plan/building-view.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { words } from './household.words.ts'
import { HouseholdParts } from './HouseholdParts.tsx'

addWords('household', words)

/** One household as a page: housing and who answers, who lives there, visits, and the form for a contact. */
export function HouseholdCard({ dwelling, selected }: { dwelling: string; selected?: string }) {
  const { t } = useTranslation('household')
  const today = dayOf(useNow())
  const answer = useQuery(ask(readHousehold, { dwelling }))
  return (
    <>
      <div className="title">
        <h1>{answer.data?.door ?? t('label')}</h1>
      </div>
      <section className="card" aria-label={t('label')}>
        <h2 className="only-read">{t('label')}</h2>
        <Asked answer={answer} rows={9} height={36}>
          {(home) => <HouseholdParts home={home} round={undefined} observed={undefined} selected={selected} today={today} />}
        </Asked>
      </section>
    </>
  )
}
