import type { ThingRow } from '@wangdi/domain/kinds/register/register.api.ts'
import { type RegisterKind, registerStates } from '@wangdi/domain/kinds/register/register.ts'
import { type MarkState, StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import type { Static } from 'typebox'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'

/** How a thing stands: the own state where its register has some, and whether nobody looked at it in time. */
export function ThingMark({ kind, row }: { kind: RegisterKind; row: Static<typeof ThingRow> }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const own = row.own ? kind.states?.[row.own] : undefined
  const isFirst = row.own === Object.keys(kind.states ?? {})[0]
  const state = registerStates[row.state as keyof typeof registerStates]
  const mark: MarkState = row.overdue
    ? kind.visits
      ? 'due'
      : 'not'
    : row.state === 'ended'
      ? 'inapplicable'
      : row.state !== 'live'
        ? 'due'
        : own && !isFirst
          ? 'partial'
          : 'done'
  const parts = [
    row.state === 'live' && own ? say(own) : say(state),
    row.overdue && t(kind.visits ? 'thing.toVisit' : 'thing.overdue'),
  ].filter(Boolean)
  return <StateMark state={mark}>{parts.join(' · ')}</StateMark>
}
