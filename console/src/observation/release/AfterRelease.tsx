import { whyNotWithdraw } from '@wangdi/domain/observation/release/after.rules.ts'
import { type CallDay, callDays } from '@wangdi/domain/observation/release/after.ts'
import { releaseHolds } from '@wangdi/domain/observation/release/release.rules.ts'
import { type MarkState, StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../shell/session.ts'
import type { EpisodeReply } from '../episode/episode.ts'
import { words } from './after.words.ts'
import { CallForm } from './CallForm.tsx'
import { WithdrawForm } from './WithdrawForm.tsx'

addWords('after-release', words)

const DeliverForm = lazy(() => import('../episode/DeliverForm.tsx'))

const markOf: Record<EpisodeReply['calls'][number]['state'], MarkState> = {
  done: 'done',
  'no-answer': 'partial',
  due: 'due',
  missed: 'not',
  later: 'inapplicable',
}

/** What follows the release of a stay: its notice in the person's hands, five calls, and on its day the way back. */
export function AfterRelease({ episode, today }: { episode: EpisodeReply; today: string }) {
  const { t } = useTranslation('after-release')
  const { access } = useSession()
  const [open, setOpen] = useState<'deliver' | 'withdraw' | CallDay>()
  const { release, release_deliveries, withdrawn, calls } = episode
  if (!release && withdrawn.length === 0) return null
  const holds = release !== null && releaseHolds(episode.ended)
  const ended = episode.ended && { reason: episode.ended.reason, on: dayOf(episode.ended.at) }
  const close = () => setOpen(undefined)
  return (
    <section className="card" aria-label={t('title')}>
      <div className="card-head">
        <h2>{t('title')}</h2>
        {release && <span className="sub">{release.number}</span>}
      </div>
      {withdrawn.map((one) => (
        <p key={one.id} className="observation-after">
          <StateMark state="closed">{t('withdrawn', { number: one.number })}</StateMark>{' '}
          <span className="quiet">{t('withdrawnBy', { by: one.by, at: formatMoment(one.at, today), why: one.why })}</span>
        </p>
      ))}
      {holds && (
        <>
          {release_deliveries.map((one) => (
            <p key={one.id} className="observation-after">
              <StateMark state="done">{t(`observation:way.${one.way}`)}</StateMark> {t(`observation:receipt.${one.receipt}`)}{' '}
              <span className="quiet small">
                {one.by} {formatMoment(one.at, today)} {one.note}
              </span>
            </p>
          ))}
          {release_deliveries.length === 0 && (
            <p className="observation-after">
              <StateMark state="not">{t('undelivered')}</StateMark>
            </p>
          )}
          <ol className="observation-steps">
            {calls.map((call) => (
              <li key={call.nth}>
                <b>{t('nth', { nth: call.nth, day: formatDay(call.on, today) })}</b>
                <StateMark state={call.outcome === 'unwell' ? 'not' : markOf[call.state]}>
                  {call.outcome ? t(`outcome.${call.outcome}`) : t(`state.${call.state}`)}
                </StateMark>
                <span className="quiet small">
                  {call.by} {call.at && formatMoment(call.at, today)} {call.note}
                </span>
                {'observation.record-call' in access && call.state !== 'later' && call.state !== 'done' && (
                  <Button size="small" onClick={() => setOpen(callDays.find((nth) => nth === call.nth))}>
                    {t('call.open')}
                  </Button>
                )}
              </li>
            ))}
          </ol>
          <p className="quiet small observation-after">{t('callsNote')}</p>
          <p className="observation-after observation-after-acts">
            {'observation.deliver-release' in access && <Button onClick={() => setOpen('deliver')}>{t('deliver')}</Button>}
            {'observation.withdraw-release' in access && !whyNotWithdraw({ release, ended }, today) && (
              <Button danger onClick={() => setOpen('withdraw')}>
                {t('withdraw.open')}
              </Button>
            )}
          </p>
        </>
      )}
      {release && open === 'deliver' && (
        <Suspense>
          <DeliverForm episode={episode} release={release.number} onClose={close} />
        </Suspense>
      )}
      {release && open === 'withdraw' && <WithdrawForm episode={episode} release={release} onClose={close} />}
      {typeof open === 'number' && <CallForm episode={episode} nth={open} onClose={close} />}
    </section>
  )
}
