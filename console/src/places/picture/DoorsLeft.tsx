import { ageGroups, type AgeGroup, keyGroups, type KeyGroup } from '@wangdi/domain/people/key-group.ts'
import type { DoorCell, DoorStanding } from '@wangdi/domain/plan/building-view.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatMoment, formatNumber } from '@wangdi/ui/words/format.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rowsSaid } from '../../lists/Counted.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { cellLooks, type Filter, isOf } from './cell-states.ts'

const firstRows = 8

/** 没见到的户: the doors not met, those visited in vain among them, key households first; eight at first, then in pages. */
export function DoorsLeft({
  doors: all,
  filter,
  selected,
  onOpen,
}: {
  doors: readonly DoorCell[]
  /** Of whom the picture shows the doors, their doors alone are listed. */
  filter: Filter
  selected: string | undefined
  onOpen: (dwelling: string, contact: boolean) => void
}) {
  const { t } = useTranslation('picture')
  const own = typeof filter === 'object' ? filter : undefined
  const doors = own ? all.filter((cell) => isOf(own, cell)) : all
  const [whole, setWhole] = useState(false)
  const [page, setPage] = usePage(filter)
  const pages = Math.ceil(doors.length / pageSize)
  const at = Math.min(page, Math.max(0, pages - 1))
  const shown = whole ? doors.slice(at * pageSize, (at + 1) * pageSize) : doors.slice(0, firstRows)
  return (
    <section className="card" aria-label={t('left.title')} {...rowsSaid('doors-left', doors.length)}>
      <div className="card-head">
        <h2>{t('left.title')}</h2>
        <span className="sub">
          {own && `${own.worker ?? t('nobody')} · `}
          {t('left.sub', { count: doors.length, shown: formatNumber(doors.length) })}
        </span>
        {doors.length > firstRows && (
          <button type="button" className="w-link end" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? t('left.fold') : t('left.all', { count: doors.length, shown: formatNumber(doors.length) })}
          </button>
        )}
      </div>
      {doors.length === 0 ? (
        <Empty>{t('left.none')}</Empty>
      ) : (
        <div className="list-scroll">
          <table className="list-table stack doors-left">
            <thead>
              <tr>
                <th>{t('left.door')}</th>
                <th>{t('left.mark')}</th>
                <th>{t('left.standing')}</th>
                <th>{t('left.last')}</th>
                <th>{t('left.worker')}</th>
                <th>
                  <span className="only-read">{t('left.act')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((cell) => (
                <DoorLine key={cell.dwelling} cell={cell} on={cell.dwelling === selected} onOpen={onOpen} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {whole && (
        <Pager page={at} total={doors.length} unit={(count) => t('door', { count })} order={t('left.order')} onPage={setPage} />
      )}
    </section>
  )
}

function DoorLine({ cell, on, onOpen }: { cell: DoorCell; on: boolean; onOpen: (dwelling: string, contact: boolean) => void }) {
  const { t } = useTranslation('picture')
  const say = useSaying()
  const { access } = useSession()
  const today = dayOf(useNow())
  const { icon, look } = cellLooks[(cell.standing ?? 'not-reached') as DoorStanding]
  const groups = cell.groups.filter((group) => group in keyGroups)
  const names = (groups.length > 0 ? groups : cell.groups).map((group) =>
    say(group in keyGroups ? keyGroups[group as KeyGroup] : ageGroups[group as AgeGroup]),
  )
  const key = t('left.key', { names: names.slice(0, 2).join(t('comma')) || t('keyGroups') })
  return (
    <tr className={on ? 'on' : undefined}>
      <td>
        <button type="button" className="w-link nowrap" onClick={() => onOpen(cell.dwelling, false)}>
          {cell.door}
        </button>
      </td>
      <td>
        {cell.key ? <Tag tone="strong">{key}</Tag> : <span className="quiet">{names.slice(0, 2).join(t('comma')) || '—'}</span>}
      </td>
      <td className={`nowrap door-standing ${look}`}>
        <Icon of={icon} size={14} /> {t(`left.said.${cell.standing}`, { count: cell.tries })}
      </td>
      <td className="nowrap quiet" data-label={t('left.last')}>
        {cell.last ? formatMoment(cell.last.at, today) : '—'}
      </td>
      <td className="nowrap" data-label={t('left.worker')}>
        {cell.worker ?? <span className="door-nobody">{t('nobody')}</span>}
      </td>
      <td className="end">
        {'rounds.record-visit' in access && (
          <button type="button" className="w-link" onClick={() => onOpen(cell.dwelling, true)}>
            {t('left.record')}
          </button>
        )}
      </td>
    </tr>
  )
}
