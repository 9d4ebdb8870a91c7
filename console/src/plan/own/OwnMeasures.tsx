import './own.css'
import type { OwnMeasure } from '@wangdi/domain/plan/details/details.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { formatDay } from '@wangdi/ui/words/format.ts'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import type { PlanReply } from '../plan-reply.ts'
import type { Judgement } from './JudgeForm.tsx'

const AddOwnForm = lazy(() => import('./AddOwnForm.tsx'))
const JudgeForm = lazy(() => import('./JudgeForm.tsx'))
const tones = { waiting: 'due', approved: 'accent', refused: 'dashed', ended: 'dashed' } as const

/** 本地措施: what a community adds beyond the package, who asked and who decided; what crosses the rules of today says so. */
export function OwnMeasures({ plan, past }: { plan: PlanReply; past: boolean }) {
  const { t } = useTranslation('plan')
  const { access } = useSession()
  const [adding, setAdding] = useState(false)
  const [judged, setJudged] = useState<Judgement>()
  const mayAdd = !past && 'plan.add-measure' in access
  if (!plan.with_evidence || (plan.own.length === 0 && !mayAdd)) return null
  return (
    <section className="card" aria-label={t('own.title')}>
      <div className="card-head">
        <h2>{t('own.title')}</h2>
        <span className="sub">{t('own.lead')}</span>
        {mayAdd && (
          <button type="button" className="w-link end" onClick={() => setAdding(true)}>
            {t('own.add')}
          </button>
        )}
      </div>
      {plan.own.length === 0 && <Empty>{t('own.none')}</Empty>}
      <ul className="plan-own">
        {plan.own.map((own) => (
          <Own key={own.id} own={own} today={plan.day} past={past} onJudge={(kind) => setJudged({ own, kind })} />
        ))}
      </ul>
      <Suspense>
        {adding && <AddOwnForm place={plan.place} onClose={() => setAdding(false)} />}
        {judged && <JudgeForm {...judged} place={plan.place} onClose={() => setJudged(undefined)} />}
      </Suspense>
    </section>
  )
}

function Own({
  own,
  today,
  past,
  onJudge,
}: {
  own: OwnMeasure
  today: string
  past: boolean
  onJudge: (kind: Judgement['kind']) => void
}) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const { access } = useSession()
  const open = own.state === 'waiting' || own.state === 'approved'
  const may: Judgement['kind'][] = past
    ? []
    : [
        ...(own.state === 'waiting' && 'plan.judge-measure' in access ? (['approve', 'refuse'] as const) : []),
        ...(open && 'plan.end-own-measure' in access ? (['end'] as const) : []),
      ]
  const decision = { by: own.decided_by ?? '', reason: own.decided_reason }
  return (
    <li>
      <p>
        <b>{own.text}</b> <Tag tone={tones[own.state]}>{t(`own.state.${own.state}`)}</Tag>
      </p>
      {own.beyond && open && <p className="plan-own-beyond">{t('own.beyond', { limit: say(own.beyond) })}</p>}
      <p className="quiet small">
        {t('own.asked', { by: own.by, day: formatDay(own.day, today), reason: own.reason })} {own.who}
      </p>
      {own.decided_by && (
        <p className="quiet small">{t(own.decided_reason === '' ? 'own.decidedBy' : 'own.decided', decision)}</p>
      )}
      {may.length > 0 && (
        <p className="plan-own-acts">
          {may.map((kind) => (
            <button
              key={kind}
              type="button"
              className="w-link"
              aria-label={t(`own.${kind}One`, { text: own.text })}
              onClick={() => onJudge(kind)}
            >
              {t(`own.${kind}`)}
            </button>
          ))}
        </p>
      )}
    </li>
  )
}
