import type { ReactNode } from 'react'
import { formatNumber } from '../words/format.ts'

/** A key figure with its unit. A value nobody reported is a dash with its reason, never a zero. */
export function Figure({
  value,
  unit,
  absent = '—',
  size = 'key',
}: {
  value: number | null
  unit?: ReactNode
  absent?: ReactNode
  size?: 'key' | 'line'
}) {
  return (
    <span className={`w-figure w-figure-${size}`}>
      <strong>{value === null ? absent : formatNumber(value)}</strong>
      {unit !== undefined && <span>{unit}</span>}
    </span>
  )
}
