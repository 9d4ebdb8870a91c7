import { type MarkState, StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { formatMoment } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import type { EpisodeReply } from './episode.ts'

type StepState = EpisodeReply['steps'][number]['state']
const markOf: Record<StepState, MarkState> = {
  done: 'done',
  late: 'partial',
  skipped: 'not',
  open: 'due',
  'not-needed': 'inapplicable',
}

/** The six steps of a managed person (紧急通知 2020-01-29), each with time and person, read from the records. */
export function Steps({ steps, today }: { steps: EpisodeReply['steps']; today: string }) {
  const { t } = useTranslation('observation')
  return (
    <section className="card" aria-label={t('steps.title')}>
      <div className="card-head">
        <h2>{t('steps.title')}</h2>
        <span className="sub">{t('steps.source')}</span>
      </div>
      <ol className="observation-steps">
        {steps.map((step) => (
          <li key={step.step}>
            <b>{t(`steps.${step.step}`)}</b>
            <StateMark state={markOf[step.state]}>{t(`steps.state.${step.state}`)}</StateMark>
            <span className="quiet small">
              {step.by} {step.at && formatMoment(step.at, today)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
