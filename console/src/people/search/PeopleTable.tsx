import { ageGroups, type AgeGroup, keyGroups, type KeyGroup } from '@wangdi/domain/people/key-group.ts'
import type { PersonRow } from '@wangdi/domain/people/person.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { useTranslation } from 'react-i18next'
import { DoorLink } from '../../lists/ways/DoorLink.tsx'
import { useSaying } from '../../shell/say.ts'
import { words } from './people.words.ts'

addWords('people', words)

/** Residents with door, masked numbers and marks; `narrow` leaves the numbers to the panel beside it. */
export function PeopleTable({
  rows,
  selected,
  narrow,
  onOpen,
}: {
  rows: readonly PersonRow[]
  selected: string | undefined
  narrow: boolean
  onOpen: (id: string) => void
}) {
  const { t } = useTranslation('people')
  const today = dayOf(useNow())
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{t('name')}</th>
            <th>{t('sexAge')}</th>
            <th>{t('door')}</th>
            {!narrow && (
              <>
                <th>{t('document')}</th>
                <th>{t('phone')}</th>
              </>
            )}
            <th>{t('marks')}</th>
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
              <td className="nowrap">
                {[row.sex && t(row.sex), row.age].filter((part) => part !== null && part !== '').join(' ') || '—'}
              </td>
              <td>
                {row.door ? <DoorLink dwelling={row.dwelling} door={row.door} /> : <span className="quiet">{t('noDoor')}</span>}
              </td>
              {!narrow && (
                <>
                  <td className="nowrap quiet">{row.document ?? '—'}</td>
                  <td className="nowrap quiet">{row.phone ?? '—'}</td>
                </>
              )}
              <td>
                <RowMarks row={row} today={today} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RowMarks({ row, today }: { row: PersonRow; today: string }) {
  const { t } = useTranslation('people')
  const say = useSaying()
  return (
    <span className="list-tags">
      {row.marks.map((mark) => {
        const due = mark.review_on !== null && mark.review_on <= today
        return (
          <Tag key={mark.id} tone={due ? 'due' : 'strong'}>
            {say(keyGroups[mark.kind as KeyGroup])}
            {due && ` · ${t('due')}`}
          </Tag>
        )
      })}
      {row.groups.map((group) => (
        <Tag key={group}>{say(ageGroups[group as AgeGroup])}</Tag>
      ))}
      {row.linked && <Tag tone="dashed">{t('linked')}</Tag>}
    </span>
  )
}
