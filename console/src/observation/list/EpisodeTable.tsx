import type { EpisodeRow } from '@wangdi/domain/observation/observation.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf, formatEndOfDay } from '@wangdi/ui/words/format.ts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { SlotMark } from '../SlotMark.tsx'

type Row = Static<typeof EpisodeRow>

/** The stays of a page: door, person, day n of N, the half days of today, what is still open. On narrow screens a row is a card. */
export function EpisodeTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation('observation')
  return (
    <table className="observation-table">
      <thead>
        <tr>
          <th>{t('list.door')}</th>
          <th>{t('list.person')}</th>
          <th>{t('list.day')}</th>
          <th>{t('list.morning')}</th>
          <th>{t('list.evening')}</th>
          <th>{t('list.open')}</th>
          <th>{t('list.until')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <EpisodeLine key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function EpisodeLine({ row }: { row: Row }) {
  const { t } = useTranslation('observation')
  const say = useSaying()
  const today = dayOf(useNow())
  const { account } = useSession()
  const half = (name: 'morning' | 'evening') => {
    const slot = row.today.find((one) => one.half === name)
    return slot ? <SlotMark slot={slot} /> : <span className="quiet">—</span>
  }
  return (
    <tr>
      <td className="observation-door">
        <Link to="/observation/$id" params={{ id: row.id } as never}>
          {row.door || t('noDoor')}
        </Link>
        {account.place !== row.community && (
          <small className="quiet">
            <PlaceName code={row.community} />
          </small>
        )}
      </td>
      <td>
        <PersonLink person={row.person} name={row.name} />{' '}
        {row.age !== null && <span className="quiet">{t('age', { count: row.age })}</span>}
        <small className="quiet">{say(row.kind_words)}</small>
      </td>
      <td data-label={t('list.day')}>
        {row.state === 'running' && row.day !== null ? (
          <StateMark state="observation">
            {row.day}/{row.days}
          </StateMark>
        ) : (
          t(`list.state.${row.state}`)
        )}
        {row.where && <small className="quiet">{t(`where.${row.where}`)}</small>}
      </td>
      <td data-label={t('list.morning')}>{half('morning')}</td>
      <td data-label={t('list.evening')}>{half('evening')}</td>
      <td className="observation-open">
        {row.alerts > 0 && <Tag tone="not">{t('list.alerts', { count: row.alerts })}</Tag>}
        {row.missing > 0 && <Tag tone="due">{t('list.missing', { count: row.missing })}</Tag>}
        {!row.notice_delivered && <Tag tone="due">{t('list.undelivered')}</Tag>}
        {row.test_today && <Tag tone="observed">{t('list.test')}</Tag>}
      </td>
      <td data-label={t('list.until')} className="nowrap">
        {formatEndOfDay(row.last_day, today)}
      </td>
    </tr>
  )
}
