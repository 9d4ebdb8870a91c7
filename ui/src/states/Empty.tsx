import type { ReactNode } from 'react'

/** Nothing to show: says what was looked for and offers the next step; no picture. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="w-empty">
      <p>{children}</p>
      {action}
    </div>
  )
}
