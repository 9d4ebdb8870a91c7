import type { OverControlCase } from '@wangdi/domain/plan/over-control/over-control.ts'
import { restrictions } from '@wangdi/policy/vocabulary.ts'
import type { MarkState } from '@wangdi/ui/marks/StateMark.tsx'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { kindWords } from '../regimes/fact-words.ts'
import { useSaying } from '../shell/say.ts'

/** How the state of a case is marked. */
export const markOf: Record<OverControlCase['state'], MarkState> = {
  found: 'not',
  warned: 'due',
  answered: 'partial',
  stopping: 'due',
  'stop-answered': 'partial',
  stopped: 'done',
  allowed: 'closed',
}

/** A function that names the restriction of a case, with the people it is about. */
export function useRestriction(): (one: Pick<OverControlCase, 'control'>) => string {
  const { t } = useTranslation('over-control')
  const say = useSaying()
  return ({ control }) => {
    if (!control) return t('tierChoice')
    const person = control.person ? ` · ${say(kindWords(control.person))}` : ''
    return say(restrictions[control.kind]) + person
  }
}

const dayHours = 24

/** How long, in hours up to two days and then in days. */
export const spanOf = (hours: number, t: TFunction<'over-control'>): string =>
  hours < dayHours * 2 ? t('hours', { count: hours }) : t('days', { count: Math.floor(hours / dayHours) })

/** From when to when the clock of a case ran: from its finding, since the restriction itself may have begun long before. */
export const clockOf = ({ state }: Pick<OverControlCase, 'state'>, t: TFunction<'over-control'>): string =>
  t(state === 'stopped' ? 'panel.ran' : state === 'allowed' ? 'panel.ruled' : 'panel.clock')
