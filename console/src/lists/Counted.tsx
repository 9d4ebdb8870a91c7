import { formatNumber } from '@wangdi/ui/words/format.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { lookAt } from '../shell/looked-at.ts'
import { useSession } from '../shell/session.ts'

/** A list as an address: its page, what of it is shown, and the name under which it says how many rows that is. */
export interface OpenedList {
  readonly to: string
  readonly search?: object
  /** Given to the list's own `Rows` too; absent where the page has no list that says its rows. */
  readonly rows?: string
  /** The place whose list it is; absent where it is the one looked at. */
  readonly place?: string
}

/** A figure that opens exactly the rows it counts, in the unit that stands beside it. */
export function Counted({
  n,
  of: { to, search = {}, rows, place },
  className = 'w-link',
  title,
  children,
}: {
  n: number
  of: OpenedList
  className?: string
  title?: string
  children?: ReactNode
}) {
  const { account } = useSession()
  return (
    <Link
      to={to}
      search={search as never}
      className={className}
      title={title}
      {...(place && { onClick: () => lookAt(account.id, place), 'data-at': place })}
      {...(rows && { 'data-figure': n, 'data-opens': rows })}
    >
      {children ?? formatNumber(n)}
    </Link>
  )
}

/** How many rows a list has, all pages together: what a figure that opens it counts. */
export const rowsSaid = (rows: string | undefined, total: number) => (rows ? { 'data-list': rows, 'data-total': total } : {})
