import type { LucideIcon } from 'lucide-react'

/** A line icon of one weight beside its word; it is hidden from screen readers unless it stands alone and has a `label`. */
export function Icon({
  of: Drawing,
  size = 16,
  label,
  className,
}: {
  of: LucideIcon
  size?: number
  label?: string
  className?: string
}) {
  return (
    <Drawing
      size={size}
      strokeWidth={size <= 14 ? 2 : 1.75}
      className={className ? `w-icon ${className}` : 'w-icon'}
      aria-hidden={label ? undefined : true}
      aria-label={label}
      role={label ? 'img' : undefined}
    />
  )
}
