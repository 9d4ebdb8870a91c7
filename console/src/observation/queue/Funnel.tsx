import type { readQueue } from '@wangdi/domain/observation/queue/queue.api.ts'
import { type Stage, stages } from '@wangdi/domain/observation/queue/queue.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { rowsSaid } from '../../lists/Counted.tsx'

const order = ['decide', 'checking', 'over', 'out', 'expected', 'decided'] as const satisfies Stage[]

/** How many stand at which step; each figure opens exactly those people, and together they are all. */
export function Funnel({
  queue,
  stage,
  onStage,
}: {
  queue: Static<typeof readQueue.reply>
  stage: Stage
  onStage: (stage: Stage) => void
}) {
  const { t } = useTranslation('queue')
  return (
    <div
      className="card queue-funnel"
      role="group"
      aria-label={t('funnel')}
      {...rowsSaid(
        'queue',
        order.reduce((sum, one) => sum + queue.stages[one], 0),
      )}
    >
      {order
        .filter((one) => stages.includes(one))
        .map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === stage}
            onClick={() => onStage(one)}
            data-figure={queue.stages[one]}
            data-opens={`queue-${one}`}
          >
            <span>{t(`stage.${one}`)}</span>
            <b>{t('people', { count: queue.stages[one], shown: formatNumber(queue.stages[one]) })}</b>
            <small>{t(`stageNote.${one}`, { count: queue.undelivered })}</small>
          </button>
        ))}
    </div>
  )
}
