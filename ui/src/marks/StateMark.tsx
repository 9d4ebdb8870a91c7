import { CircleAlert, CircleCheck, CircleDashed, Clock, Eye, Lock, Minus, SquareMinus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'

/** States that look alike wherever they are shown. */
export type MarkState =
  | 'done'
  | 'partial'
  | 'not'
  | 'unvisited'
  | 'due'
  | 'observation'
  | 'vacant'
  | 'closed'
  | 'unreported'
  | 'inapplicable'

const drawings = {
  done: CircleCheck,
  not: CircleAlert,
  unvisited: CircleDashed,
  due: Clock,
  observation: Eye,
  vacant: SquareMinus,
  closed: Lock,
  unreported: CircleAlert,
  inapplicable: Minus,
} as const

/** A half-filled disc: part is done. */
function HalfDisc({ size }: { size: number }) {
  return (
    <svg
      className="w-icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      aria-hidden="true"
    >
      <circle cx="8" cy="8" r="6.3" />
      <path d="M8 1.7a6.3 6.3 0 0 1 0 12.6z" fill="currentColor" stroke="none" />
    </svg>
  )
}

/** The drawing of a state alone, for places where its word stands elsewhere in the same line. */
export function StateIcon({ state, size = 16 }: { state: MarkState; size?: number }) {
  return (
    <span className={`w-state w-state-${state}`}>
      {state === 'partial' ? <HalfDisc size={size} /> : <Icon of={drawings[state]} size={size} />}
    </span>
  )
}

/**
 * A state as icon, word and colour together, never colour alone. `children` replaces the word (未做 0/1);
 * `shape="tag"` gives it ground and border.
 */
export function StateMark({
  state,
  shape = 'text',
  size = 14,
  children,
}: {
  state: MarkState
  shape?: 'text' | 'tag'
  size?: number
  children?: ReactNode
}) {
  const { t } = useTranslation('ui')
  return (
    <span className={`w-mark w-mark-${shape} w-state-${state}`}>
      {state === 'partial' ? <HalfDisc size={size} /> : <Icon of={drawings[state]} size={size} />}
      <span>{children ?? t(`state.${state}`)}</span>
    </span>
  )
}
