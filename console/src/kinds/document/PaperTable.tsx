import type { PaperRow } from '@wangdi/domain/kinds/document/document.api.ts'
import { paperColumnsOfList, receiptColumns } from '@wangdi/domain/kinds/document/document.rules.ts'
import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { useSaying } from '../../shell/say.ts'
import { useNames } from '../pointing/aim.ts'
import { OpenFindings } from './OpenFindings.tsx'
import { PaperMark } from './PaperMark.tsx'

type Row = Static<typeof PaperRow>
interface Column {
  readonly key: string
  readonly head: string
  readonly className?: string
  readonly cell: (row: Row) => ReactNode
}

/** The documents of a kind, a row each; of several places each row says which, and above the county what is left out says so. */
export function PaperTable({
  kind,
  rows,
  place,
  opened,
  onOpen,
}: {
  kind: DocumentKind
  rows: readonly Row[]
  place: string
  opened: string | undefined
  onOpen: (id: string) => void
}) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const columns = useColumns(kind, place, onOpen)
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{say(kind.fields[kind.title]?.words ?? kind.words)}</th>
            {columns.map(({ key, head, className }) => (
              <th key={key} className={className}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.id === opened ? 'on' : ''}>
              <td>
                <button type="button" className="w-link" onClick={() => onOpen(row.id)}>
                  {row.title}
                </button>{' '}
                {row.newer && <Tag tone="due">{t('newer')}</Tag>}
              </td>
              {columns.map(({ key, head, className, cell }) => (
                <td key={key} className={className} data-label={head}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function useColumns(kind: DocumentKind, place: string, onOpen: (id: string) => void): readonly Column[] {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const today = dayOf(useNow())
  const names = useNames()
  const day = (on: string | null | undefined) => (on ? formatDay(on, today) : undefined)
  const fieldsOf = (of: 'details' | 'receipt'): Column[] =>
    (of === 'details' ? paperColumnsOfList(kind) : receiptColumns(kind)).map(([name, field]) => ({
      ...{ key: `${of} ${name}`, head: say(field.words) },
      cell: (row) => {
        const said = wordsOfValue(field, row[of][name], names)
        return said ? say(said) : field.to === 'office' && place.length < 6 ? t('notAbove') : '—'
      },
    }))
  const when = (is: boolean, ...columns: Column[]) => (is ? columns : [])
  return [
    ...when(place.length < 12, {
      ...{ key: 'place', head: t('kinds:place') },
      cell: (row) => shortName(row.place_name ?? row.community),
    }),
    ...when(kind.acts.includes('publish'), { key: 'number', head: t('number'), cell: (row) => row.number ?? t('noNumber') }),
    ...fieldsOf('details'),
    ...fieldsOf('receipt'),
    ...when(kind.acts.includes('receive'), {
      ...{ key: 'received', head: t('received') },
      cell: ({ id, received }) =>
        received === 0 ? (
          t('notYet')
        ) : (
          <button type="button" className="w-link" data-figure={received} data-opens="receipts" onClick={() => onOpen(id)}>
            {t('times', { count: received, n: received })}
          </button>
        ),
    }),
    {
      ...{ key: 'state', head: t('kinds:thing.state') },
      cell: (row) => (
        <>
          <PaperMark state={row.state} overdue={row.overdue} />
          {row.in_force_from && row.state === 'in-force' && (
            <small className="kinds-beneath">{t('since', { n: row.version, day: day(row.in_force_from) })}</small>
          )}
        </>
      ),
    },
    {
      ...{ key: 'last', head: t(kind.until === undefined ? 'review' : 'until'), className: 'nowrap' },
      cell: (row) => day(row.until ?? row.review_on) ?? '—',
    },
    ...when(
      kind.tried === true,
      {
        ...{ key: 'drill', head: t('tried.lastDrill'), className: 'nowrap' },
        cell: ({ tried }) => day(tried?.last_drill) ?? <Tag>{t('tried.never')}</Tag>,
      },
      {
        ...{ key: 'open', head: t('tried.open'), className: 'figure' },
        cell: ({ id, tried }) => <OpenFindings paper={id} n={tried?.open ?? 0} />,
      },
    ),
  ]
}
