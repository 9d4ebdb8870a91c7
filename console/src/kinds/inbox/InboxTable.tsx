import { addDays, shanghaiInstant } from '@wangdi/domain/day.ts'
import { declared } from '@wangdi/domain/declared.ts'
import { asks } from '@wangdi/domain/kinds/inbox/waiting.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDeadline, formatNumber, formatTime } from '@wangdi/ui/words/format.ts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Counted } from '../../lists/Counted.tsx'
import { lookAt } from '../../shell/looked-at.ts'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSession } from '../../shell/session.ts'
import { useSaying } from '../../shell/say.ts'
import { AskedMark, DetailsText } from '../AskedTable.tsx'
import { clockOf, clocks } from './grouped.ts'
import { openedBy, unitOf, type Waiting, wordsOfWaiting } from './opened.ts'

/** What waits, in groups by the clock: until when, what is to be done, what it is and where, since when; each line opens what it tells. */
export function InboxTable({ rows }: { rows: readonly Waiting[] }) {
  const { t } = useTranslation('kinds')
  const today = dayOf(useNow())
  const tonight = shanghaiInstant(addDays(today, 1), '00:00')
  return (
    <table className="list-table stack inbox-table">
      <thead>
        <tr>
          <th>{t('due')}</th>
          <th>{t('inbox.ask')}</th>
          <th>{t('what')}</th>
          <th>{t('inbox.where')}</th>
          <th>{t('inbox.since')}</th>
        </tr>
      </thead>
      {clocks.map((clock) => {
        const own = rows.filter((row) => clockOf(row, tonight) === clock)
        return (
          own.length > 0 && (
            <tbody key={clock}>
              <tr className="inbox-group">
                <th colSpan={5} scope="rowgroup" className={clock === 'late' ? 'late' : ''}>
                  {t(`inbox.clock.${clock}`)}
                </th>
              </tr>
              {own.map((row) => (
                <Line key={`${row.what} ${row.id} ${row.ask}`} row={row} today={today} />
              ))}
            </tbody>
          )
        )
      })}
    </table>
  )
}

function Line({ row, today }: { row: Waiting; today: string }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const kind = row.asked ? declared.find(({ name }) => name === row.what) : undefined
  return (
    <tr>
      <td className={row.late ? 'inbox-late' : ''}>
        {row.due_at ? t('dueAt', { when: formatDeadline(row.due_at, today) }) : '—'}
      </td>
      <td data-label={t('inbox.ask')}>
        {row.asked && kind?.mechanism === 'request' ? (
          <AskedMark kind={kind} row={row.asked} />
        ) : (
          <span className="inbox-ask">{say(asks[row.ask])}</span>
        )}
        {row.climbed && <span className="quiet"> {t('inbox.climbed')}</span>}
      </td>
      <td data-label={t('what')}>
        <Opened row={row} today={today} />{' '}
        {row.asked && kind?.mechanism === 'request' && (
          <span className="inbox-details">
            <DetailsText kind={kind} row={row.asked} />
          </span>
        )}
        {row.said && <span className="inbox-said">{say(row.said)}</span>}
      </td>
      <td data-label={t('inbox.where')}>{row.asked?.door || <PlaceName code={row.about} />}</td>
      <td data-label={t('inbox.since')}>{row.at ? <Since at={row.at} today={today} /> : '—'}</td>
    </tr>
  )
}

/** Since when it waits: the hour where it is of today, else the day. */
function Since({ at, today }: { at: string; today: string }) {
  const day = dayOf(new Date(at).getTime())
  return <>{day === today ? formatTime(at) : day.slice(5)}</>
}

// A number opens the list with exactly those; one thing opens itself.
function Opened({ row, today }: { row: Waiting; today: string }) {
  const say = useSaying()
  const { account } = useSession()
  const of = openedBy(row, today)
  const words = say(wordsOfWaiting(row.what))
  if (!of) return <>{words}</>
  if (row.n === null)
    return (
      <Link
        className="w-link"
        to={of.to}
        search={(of.search ?? {}) as never}
        {...(of.place && { onClick: () => lookAt(account.id, of.place ?? '') })}
      >
        {words}
      </Link>
    )
  return (
    <Counted n={row.n} of={of}>
      {words} {formatNumber(row.n)} {say(unitOf(row))}
    </Counted>
  )
}
