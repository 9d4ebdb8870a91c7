import type { ThingRow } from '@wangdi/domain/kinds/register/register.api.ts'
import { isReviewed, thingColumnsOf } from '@wangdi/domain/kinds/register/register.rules.ts'
import type { RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import type { ReactNode } from 'react'
import type { Static } from 'typebox'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { useNames } from '../pointing/aim.ts'
import { ThingMark } from './ThingMark.tsx'

/** Where each thing of a register leads on to, in a column of its own. */
export interface Leads {
  readonly title: string
  readonly to: (id: string) => ReactNode
}

/** The things of a register, a row each; `isBelow`: of several places, each row says which. */
export function ThingTable({
  kind,
  rows,
  opened,
  isBelow,
  leads,
  onOpen,
}: {
  kind: RegisterKind
  rows: readonly Static<typeof ThingRow>[]
  opened: string | undefined
  isBelow: boolean
  leads?: Leads | undefined
  onOpen: (id: string) => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const today = dayOf(useNow())
  const columns = thingColumnsOf(kind)
  const names = useNames()
  const isSigned = kind.acts.includes('sign')
  return (
    <table className="list-table stack">
      <thead>
        <tr>
          <th>{say(kind.fields[kind.title]?.words ?? kind.words)}</th>
          {isBelow && <th>{t('place')}</th>}
          {columns.map(([name, { words }]) => (
            <th key={name}>{say(words)}</th>
          ))}
          <th>{t(kind.states ? 'thing.state' : 'state')}</th>
          {isSigned && <th>{t('thing.signed')}</th>}
          {isReviewed(kind) && <th>{t(kind.visits ? 'thing.nextVisit' : 'thing.review')}</th>}
          {leads && <th>{leads.title}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.id === opened ? 'on' : ''}>
            <td>
              <button type="button" className="w-link" onClick={() => onOpen(row.id)}>
                {row.title}
              </button>
            </td>
            {isBelow && <td data-label={t('place')}>{shortName(row.place_name ?? row.community)}</td>}
            {columns.map(([name, field]) => {
              const words = wordsOfValue(field, row.details[name], names)
              return (
                <td key={name} data-label={say(field.words)}>
                  {words && field.type === 'phone' ? (
                    <a className="nowrap" href={`tel:${say(words)}`}>
                      {say(words)}
                    </a>
                  ) : words ? (
                    say(words)
                  ) : (
                    '—'
                  )}
                </td>
              )
            })}
            <td data-label={t(kind.states ? 'thing.state' : 'state')}>
              <ThingMark kind={kind} row={row} />
            </td>
            {isSigned && (
              <td className="nowrap" data-label={t('thing.signed')}>
                {row.signed ? t('thing.signedBy', { by: row.signed.by, day: formatDay(row.signed.on, today) }) : '—'}
              </td>
            )}
            {isReviewed(kind) && (
              <td className="nowrap" data-label={t(kind.visits ? 'thing.nextVisit' : 'thing.review')}>
                {row.review_on ? formatDay(row.review_on, today) : '—'}
              </td>
            )}
            {leads && <td data-label={leads.title}>{leads.to(row.id)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
