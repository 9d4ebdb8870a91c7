import {
  type AnyLine,
  figuresAre,
  type LineName,
  reportLines,
  toldLines,
  wordsOfLine,
} from '@wangdi/domain/reports/daily-report.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { dayOf, formatNumber, formatTime } from '@wangdi/ui/words/format.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Counted, type OpenedList, rowsSaid } from '../../lists/Counted.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { columns } from './columns.ts'
import { Figure, sumRows } from './Figure.tsx'
import type { Received } from './received.ts'

const pageSize = 50

/** The next level, place by place: received, late, missing, and one line of figures beside; a row opens the level below. */
export function Below({
  received,
  line: asked = 'home-isolation',
  onOpen,
}: {
  received: Received
  line?: AnyLine | undefined
  onOpen: (place: string) => void
}) {
  const { t } = useTranslation('reports')
  const say = useSaying()
  const navigate = useNavigate()
  const { access } = useSession()
  const [line, setLine] = useState<AnyLine>(asked)
  const [page, setPage] = usePage(received.place)
  const kind = kindOfLine(received, line)
  const names = columns[kind]
  const missingFirst = [...received.below].sort(
    (a, b) => b.expected - b.received - (a.expected - a.received) || a.place.localeCompare(b.place),
  )
  const open = (place: string) => {
    onOpen(place)
    if (place.length === 12 && 'reports.daily' in access)
      void navigate({ to: '/reports', search: { day: received.day } as never })
  }
  // Of a community the people or doors open, where the own right reaches them; of a place above it what it is summed from.
  const wayOf = (place: string, nth: number): OpenedList | undefined => {
    const { day } = received
    if (place.length < 12) return { to: '/reports/received', search: { day, line }, rows: sumRows(line, nth), place }
    if (!('reports.daily' in access) || !('reports.behind' in access) || kind === 'told' || toldLines.includes(line as LineName))
      return undefined
    return { to: '/reports', search: { day, line, figure: nth }, rows: 'report-behind', place }
  }
  return (
    <section className="card" aria-label={t('received.below')}>
      <div className="card-head">
        <h2>{t('received.below')}</h2>
        <label className="end report-choose">
          {t('received.line')}
          <select value={line} onChange={(event) => setLine(event.target.value as AnyLine)}>
            {linesOf(received).map((one) => (
              <option key={one.name} value={one.name}>
                {say(wordsOfLine(one))}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div
        className="list-scroll"
        {...rowsSaid(
          'reports-missing',
          received.below.reduce((sum, row) => sum + Math.max(0, row.expected - row.received), 0),
        )}
      >
        <table className="list-table stack">
          <thead>
            <tr>
              <th scope="col" {...belowSaid(received, 'expected')}>
                {t('received.place')}
              </th>
              <th scope="col" {...belowSaid(received, 'received')}>
                {t('received.state')}
              </th>
              <th scope="col" className="figure">
                {t('received.missing')}
              </th>
              <th scope="col" className="figure" {...belowSaid(received, 'late')}>
                {t('received.late')}
              </th>
              {names.map((name, nth) => (
                <th scope="col" className="figure" key={name} {...sumSaid(received, line, nth)}>
                  {t(`column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {missingFirst.slice(page * pageSize, (page + 1) * pageSize).map((row) => (
              <tr key={row.place} className={row.place.length === 12 ? 'report-community' : undefined}>
                <td>
                  {row.place.length < 12 || 'reports.daily' in access ? (
                    <button type="button" className="w-link list-name" onClick={() => open(row.place)}>
                      {shortName(row.name)}
                    </button>
                  ) : (
                    shortName(row.name)
                  )}
                </td>
                <td>
                  <Standing row={row} day={received.day} />
                </td>
                <td className="figure" data-label={t('received.missing')}>
                  <Missing row={row} day={received.day} />
                </td>
                <td className="figure" data-label={t('received.late')}>
                  <Late row={row} day={received.day} />
                </td>
                {names.map((name, nth) => {
                  const sum = sumOf(row, line)
                  return (
                    <td className="figure" key={name} data-label={t(`column.${name}`)}>
                      <Figure sum={sum} nth={nth} least={received.least} of={wayOf(row.place, nth)} />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager
        page={page}
        total={missingFirst.length}
        unit={(count) => t('received.places', { count })}
        order={t('received.order')}
        size={pageSize}
        onPage={setPage}
      />
    </section>
  )
}

/** The lines that may be shown: those of the house, and those that notices brought into the reports summed here. */
export const linesOf = ({ own_sums }: Received) => [
  ...(Object.keys(reportLines) as LineName[]).map((name) => ({ name, own: undefined })),
  ...own_sums.map(({ line, own }) => ({ name: line, own })),
]

const kindOfLine = (received: Received, line: AnyLine) => {
  const { own, name } = linesOf(received).find((one) => one.name === line) ?? { name: line, own: undefined }
  return figuresAre({ name, ...(own && { own }) })
}

const sumOf = ({ sums, own_sums }: Received['below'][number], line: AnyLine) =>
  [...sums, ...own_sums].find((one) => one.line === line)

// What the places below add up to in a figure of a line; nothing where one of them is not told.
function sumSaid({ below }: Received, line: AnyLine, nth: number) {
  const sums = below.map((row) => sumOf(row, line))
  if (sums.some((sum) => sum?.hidden?.[nth])) return {}
  return rowsSaid(
    sumRows(line, nth),
    sums.reduce((whole, sum) => whole + (sum?.figures[nth] ?? 0), 0),
  )
}

// What the places below add up to, of what they say of themselves.
const belowSaid = ({ below }: Received, part: 'expected' | 'received' | 'late') =>
  rowsSaid(
    `reports-${part}`,
    below.reduce((sum, row) => sum + row[part], 0),
  )

// Reports of communities are read by whom the own reach lets, within the own place.
function useOpensReports(): (community: string) => boolean {
  const { access, account } = useSession()
  return (community) => 'reports.daily' in access && community.startsWith(account.place)
}

/** How many reports were late: opens the places below, of a community its report that came late. */
function Late({ row, day }: { row: Received['below'][number]; day: string }) {
  const opens = useOpensReports()
  const search = { day }
  if (row.place.length < 12)
    return <Counted n={row.late} of={{ to: '/reports/received', search, rows: 'reports-late', place: row.place }} />
  if (!opens(row.place)) return formatNumber(row.late)
  return <Counted n={row.late} of={{ to: '/reports', search, rows: 'report-late', place: row.place }} />
}

/** How many reports are missing: opens the places below, of a community its report that nobody confirmed. */
function Missing({ row, day }: { row: Received['below'][number]; day: string }) {
  const opens = useOpensReports()
  const n = Math.max(0, row.expected - row.received)
  const search = { day }
  if (row.place.length < 12)
    return <Counted n={n} of={{ to: '/reports/received', search, rows: 'reports-missing', place: row.place }} />
  if (!opens(row.place)) return formatNumber(n)
  return <Counted n={n} of={{ to: '/reports', search, rows: 'report-unconfirmed', place: row.place }} />
}

function Standing({ row, day }: { row: Received['below'][number]; day: string }) {
  const { t } = useTranslation('reports')
  const now = useNow()
  if (row.confirmed_at)
    return <StateMark state="done">{t('received.confirmed', { time: formatTime(row.confirmed_at) })}</StateMark>
  if (row.place.length < 12 && row.received > 0)
    return (
      <StateMark state={row.received >= row.expected ? 'done' : 'partial'}>
        <Counted n={row.received} of={{ to: '/reports/received', search: { day }, rows: 'reports-received', place: row.place }}>
          {t('levels.received', { received: formatNumber(row.received), expected: formatNumber(row.expected) })}
        </Counted>
      </StateMark>
    )
  if (row.deadline && Date.parse(row.deadline) < now)
    return (
      <StateMark state="unreported">
        {t('received.overdue', {
          time: dayOf(row.deadline) === dayOf(now) ? formatTime(row.deadline) : dayOf(row.deadline).slice(5),
        })}
      </StateMark>
    )
  return <StateMark state="due">{t('received.waiting')}</StateMark>
}
