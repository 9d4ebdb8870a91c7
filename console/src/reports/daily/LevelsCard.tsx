import { isFull } from '@wangdi/domain/reports/daily-report.rules.ts'
import { readRollUp } from '@wangdi/domain/reports/reports.api.ts'
import { StateIcon } from '@wangdi/ui/marks/StateMark.tsx'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { formatTime } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'

/** How far street and county are with the reports of the day. */
export function LevelsCard({ community, day }: { community: string; day: string }) {
  const { t } = useTranslation('reports')
  const { places, access } = useSession()
  const above = [community.slice(0, 9), community.slice(0, 6)]
  if (!('reports.roll-up' in access)) return null
  return (
    <section className="card" aria-label={t('levels.title')}>
      <div className="card-head">
        <h2>{t('levels.title')}</h2>
      </div>
      <table className="report-levels">
        <tbody>
          {above.map((place) => (
            <Level key={place} place={place} name={places.find((each) => each.code === place)?.name ?? place} day={day} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Level({ place, name, day }: { place: string; name: string; day: string }) {
  const { t } = useTranslation('reports')
  const { data, isLoading } = useQuery({ ...ask(readRollUp, { place, day }), refetchInterval: 60_000 })
  // Where no report is expected nothing has come in full.
  const full = data !== undefined && isFull(data)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {isLoading && <Skeleton rows={1} height={22} />}
        {data && (
          <>
            <StateIcon state={full ? 'done' : data.received > 0 ? 'partial' : 'due'} size={14} />{' '}
            {t('levels.received', { received: data.received, expected: data.expected })}
          </>
        )}
      </td>
      <td className="quiet">{data && (full ? t('levels.all') : t('fetched', { time: formatTime(data.at) }))}</td>
    </tr>
  )
}
