import { doorPlate, shortDoors } from '@wangdi/domain/places/door-plate.ts'
import { DoorPlate } from '@wangdi/ui/marks/DoorPlate.tsx'
import { ChevronDown, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Household } from '../places/door.ts'
import { go } from '../shell/route.ts'

/** A row of the list: door plate, who, what is known, a call at its end. */
export function Row({
  to,
  door,
  who,
  line,
  end,
}: {
  to: string
  door: Household['door']
  who: ReactNode
  line: ReactNode
  end?: ReactNode
}) {
  return (
    <div className="f-row">
      <button type="button" className="f-row-main" onClick={() => go(to)}>
        <DoorPlate {...doorPlate(door)} />
        <span className="f-row-text">
          <b>{who}</b>
          <span>{line}</span>
        </span>
      </button>
      {end ?? <ChevronRight className="f-row-end" size={24} aria-hidden="true" />}
    </div>
  )
}

/** The head of a group: its kind, title, until when, and how many. */
export function Head({
  kind,
  tone,
  title,
  when,
  count,
}: {
  kind: string
  tone: string
  title: string
  when?: string
  count?: string
}) {
  return (
    <div className="f-gh">
      <span className={`f-kind f-kind-${tone}`}>{kind}</span>
      <h2>{title}</h2>
      {when && <span className="f-when">{when}</span>}
      {count && <span className="f-n">{count}</span>}
    </div>
  )
}

/** The doors that come after those shown, in one line; pressed, they are shown too. */
export function More({
  doors,
  near,
  onMore,
}: {
  doors: readonly Household[]
  near: Household['door'] | undefined
  onMore: () => void
}) {
  const { t } = useTranslation('today')
  if (doors.length === 0) return null
  return (
    <button type="button" className="f-more" onClick={onMore}>
      <span>{t('next')}</span>
      <em>
        {shortDoors(
          doors.slice(0, 6).map(({ door }) => door),
          near,
        )}
      </em>
      <ChevronDown size={18} aria-hidden="true" />
    </button>
  )
}
