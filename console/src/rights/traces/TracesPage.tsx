import type { TraceSum } from '@wangdi/domain/rights/traces/traces.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLookedAt } from '../../shell/looked-at.ts'
import { AccountSums } from './AccountSums.tsx'
import { TraceLines } from './TraceLines.tsx'
import './traces.css'

/** 谁看过什么: the audit of a day by account, and the lines of one account. */
export default function TracesPage() {
  const { t } = useTranslation('traces')
  const place = useLookedAt()
  const today = dayOf(useNow())
  const [day, setDay] = useState(today)
  const [chosen, setChosen] = useState<TraceSum>()
  const account = chosen?.account ?? undefined
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <label className="actions">
          {t('day')}{' '}
          <input
            type="date"
            value={day}
            max={today}
            onChange={({ target }) => {
              setChosen(undefined)
              setDay(target.value || today)
            }}
          />
        </label>
      </div>
      <div className="list-stack">
        <p className="quiet">{t('lead')}</p>
        <AccountSums
          key={`${place} ${day}`}
          place={place}
          day={day}
          chosen={account}
          onChoose={(sum) => setChosen(sum.account === account ? undefined : sum)}
        />
        {chosen && account && (
          <TraceLines key={`${account} ${day}`} place={place} day={day} today={today} account={account} name={chosen.name} />
        )}
      </div>
    </>
  )
}
