import { askedOf, isForHouse } from '@wangdi/domain/regimes/own-facts.rules.ts'
import type { OwnFactLine, StatedFact } from '@wangdi/domain/regimes/regimes.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { formatDay, formatMoment, formatNumber } from '@wangdi/ui/words/format.ts'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { factWords, valueWordsIn } from '../fact-words.ts'

const FactsForm = lazy(() => import('../forms/FactsForm.tsx'))

/** The facts that levels are proposed from: value, day, source, who said it; a zero is said, never assumed. */
export function RecordedFacts({
  place,
  facts,
  own,
  today,
}: {
  place: string
  facts: readonly StatedFact[]
  own: readonly OwnFactLine[]
  today: string
}) {
  const ownOf = (name: string) => own.find((fact) => fact.name === name)
  const { t } = useTranslation('regimes')
  const say = useSaying()
  const { access, account } = useSession()
  const isAsked = isForHouse(account.role, 'record') || askedOf(own, place, account.role).length > 0
  const [entering, setEntering] = useState(false)
  return (
    <section className="card" aria-label={t('facts.title')}>
      <div className="card-head">
        <h2>{t('facts.title')}</h2>
        {'regimes.record-facts' in access && isAsked && (
          <span className="end">
            <Button size="small" onClick={() => setEntering(true)}>
              {t('facts.enter')}
            </Button>
          </span>
        )}
      </div>
      {facts.length === 0 && <Empty>{t('facts.none')}</Empty>}
      <ul className="regimes-list">
        {facts.map((fact) => (
          <li key={`${fact.name} ${fact.place}`}>
            <span>
              {say(ownOf(fact.name)?.words ?? factWords(fact.name))}{' '}
              <b>{typeof fact.value === 'number' ? formatNumber(fact.value) : say(valueWordsIn(fact.value, ownOf(fact.name)))}</b>{' '}
              {fact.stale && <Tag tone="due">{t('facts.stale')}</Tag>}
            </span>
            <small className="quiet">
              {formatDay(fact.day, today)} · {fact.source} · {t('facts.byAt', { by: fact.by, at: formatMoment(fact.at, today) })}
            </small>
          </li>
        ))}
      </ul>
      {entering && (
        <Suspense>
          <FactsForm place={place} own={own} today={today} onClose={() => setEntering(false)} />
        </Suspense>
      )}
    </section>
  )
}
