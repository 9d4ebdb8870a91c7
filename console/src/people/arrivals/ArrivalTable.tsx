import type { Arrival } from '@wangdi/domain/people/arrival/arrival.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { DoorLink } from '../../lists/ways/DoorLink.tsx'

const marks = { expected: 'due', arrived: 'done', 'not-come': 'inapplicable' } as const
const tones = { abroad: 'not', high: 'not', medium: 'due', low: 'plain', unknown: 'dashed' } as const

/** The level of an origin, with who confirmed it. */
export function Origin({ arrival }: { arrival: Arrival }) {
  const { t } = useTranslation('arrivals')
  return (
    <span className="arrival-origin">
      <Tag tone={tones[arrival.origin_kind]}>{t(`kinds.${arrival.origin_kind}`)}</Tag>
      {arrival.origin_confirmed_by === null ? (
        <span className="arrival-unchecked small">{t('notChecked')}</span>
      ) : (
        <span className="quiet small">{t('checkedBy', { by: arrival.origin_confirmed_by })}</span>
      )}
    </span>
  )
}

/** Those who came or are expected; with a panel beside it the less needed columns go. */
export function ArrivalTable({
  rows,
  selected,
  narrow,
  onOpen,
}: {
  rows: readonly Arrival[]
  selected: string | undefined
  narrow: boolean
  onOpen: (id: string) => void
}) {
  const { t } = useTranslation('arrivals')
  const today = dayOf(useNow())
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{t('name')}</th>
            <th>{t('arrivedOn')}</th>
            <th>{t('state')}</th>
            <th>{t('origin')}</th>
            <th>{t('kind')}</th>
            {!narrow && (
              <>
                <th>{t('door')}</th>
                <th className="figure">{t('companions')}</th>
                <th>{t('reportedBy')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.id === selected ? 'on' : undefined}>
              <td>
                <button
                  type="button"
                  className="w-link list-name"
                  aria-pressed={row.id === selected}
                  onClick={() => onOpen(row.id)}
                >
                  {row.name}
                </button>
              </td>
              <td className="nowrap" data-label={t('arrivedOn')}>
                {formatDay(row.arrived_on, today)}
              </td>
              <td className="nowrap">
                <StateMark state={marks[row.state]}>{t(`states.${row.state}`)}</StateMark>
              </td>
              <td data-label={t('origin')}>{row.origin}</td>
              <td>
                <Origin arrival={row} />
              </td>
              {!narrow && (
                <>
                  <td>
                    {row.door ? (
                      <DoorLink dwelling={row.dwelling} door={row.door} />
                    ) : (
                      <span className="quiet">{t('noDoor')}</span>
                    )}
                  </td>
                  <td className="figure" data-label={t('companions')}>
                    {row.companions ?? '—'}
                  </td>
                  <td className="nowrap">{t(`reporters.${row.reported_by}`)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
