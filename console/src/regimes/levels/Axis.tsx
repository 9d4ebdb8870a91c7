import type { ConfirmedLevel, OwnFactLine, Proposal } from '@wangdi/domain/regimes/regimes.ts'
import { isForHouse } from '@wangdi/domain/regimes/own-facts.rules.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { formatDay } from '@wangdi/ui/words/format.ts'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { useBroughtWords } from '../brought-words.ts'
import { valueWordsIn } from '../fact-words.ts'

const ConfirmForm = lazy(() => import('../forms/ConfirmForm.tsx'))

/** One axis: the proposal with its reasons and what is missing, and what a named person confirmed. */
export function Axis({
  kind,
  title,
  place,
  proposal,
  confirmed,
  today,
}: {
  /** One of the house, or a level that a notice brings. */
  kind: 'risk' | 'class' | OwnFactLine
  title: string
  place: string
  /** Null where nothing is proposed: a tier is chosen. */
  proposal: Static<typeof Proposal> | null
  confirmed: ConfirmedLevel | null
  today: string
}) {
  const { t } = useTranslation('regimes')
  const say = useSaying()
  const { access, account } = useSession()
  const words = useBroughtWords(place)
  const [confirming, setConfirming] = useState(false)
  const verb = kind === 'class' ? 'regimes.confirm-class' : 'regimes.confirm-level'
  const isNamed = typeof kind === 'string' ? isForHouse(account.role, 'confirm') : kind.who.includes(account.role)
  const wordOf = (value: string) => say(valueWordsIn(value, typeof kind === 'string' ? undefined : kind))
  return (
    <div className="regimes-axis">
      <h3>{title}</h3>
      <p>
        {proposal === null || proposal.value === null ? (
          <span className="quiet">{t('levels.noProposal')}</span>
        ) : (
          <>
            {t('levels.proposed')} <b>{wordOf(proposal.value)}</b>{' '}
            {!proposal.certain && <Tag tone="due">{t('levels.uncertain')}</Tag>}
          </>
        )}
      </p>
      {proposal !== null && proposal.missing.length > 0 && (
        <p className="quiet small">
          {t('levels.missing', { list: proposal.missing.map((name) => say(words.fact(name))).join(t('levels.comma')) })}
        </p>
      )}
      {proposal !== null && proposal.why.length > 0 && (
        <details>
          <summary>{t('levels.why')}</summary>
          <ul>
            {proposal.why.map((reason) => (
              <li key={reason.text.zh}>{say(reason.text)}</li>
            ))}
          </ul>
          {proposal.source && (
            <p className="regimes-source">
              {proposal.source.document}·{proposal.source.section}
            </p>
          )}
        </details>
      )}
      <p className="regimes-confirmed">
        <span>
          {t('levels.confirmed')}{' '}
          {confirmed ? (
            <>
              <b>{wordOf(confirmed.value)}</b>{' '}
              <small className="quiet">{t('now.by', { by: confirmed.by, from: formatDay(confirmed.from, today) })}</small>
              {confirmed.proposed !== null && confirmed.proposed !== confirmed.value && (
                <small className="regimes-differs"> {t('levels.differs', { reason: confirmed.reason })}</small>
              )}
            </>
          ) : (
            <span className="quiet">{t('now.none')}</span>
          )}
        </span>
        {verb in access && isNamed && (
          <Button size="small" onClick={() => setConfirming(true)}>
            {t('levels.confirm')}
          </Button>
        )}
      </p>
      {confirming && (
        <Suspense>
          <ConfirmForm
            kind={kind}
            title={title}
            place={place}
            proposed={proposal?.value ?? null}
            today={today}
            onClose={() => setConfirming(false)}
          />
        </Suspense>
      )}
    </div>
  )
}
