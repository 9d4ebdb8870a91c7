import type { SlotState } from '@wangdi/domain/observation/observation.api.ts'
import { type MarkState, StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { formatTime } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'

export type Slot = Static<typeof SlotState>

const markOf: Record<Slot['state'], MarkState> = {
  done: 'done',
  abnormal: 'not',
  'not-measured': 'unreported',
  due: 'due',
  missing: 'not',
}

/** One half day of a stay: the temperature that counts, or what is missing and until when. */
export function SlotMark({ slot }: { slot: Slot }) {
  const { t } = useTranslation('observation')
  const degrees = slot.temperature === null ? '' : `${slot.temperature.toFixed(1)} ℃`
  const words = {
    done: degrees || t('slot.asked'),
    abnormal: `${degrees} ${slot.symptoms > 0 ? t('slot.symptoms', { count: slot.symptoms }) : t('slot.fever')}`,
    'not-measured': t('slot.notMeasured'),
    due: t('slot.due', { time: formatTime(slot.due_at) }),
    missing: t('slot.missing'),
  }
  return (
    <StateMark state={markOf[slot.state]} size={13}>
      {words[slot.state]}
    </StateMark>
  )
}
