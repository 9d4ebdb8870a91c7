import { readOverControl } from '@wangdi/domain/plan/over-control/over-control.api.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../../../shell/call.ts'
import { useSession } from '../../../shell/session.ts'
import { ShortName } from '../use-progress.ts'

const shown = 4

/** In which places restrictions beyond the rules go on, most first: a bar and a count each. */
export function WallControl({ place }: { place: string }) {
  const { t } = useTranslation('progress')
  const { access } = useSession()
  const { data, isLoading } = useQuery({
    ...ask(readOverControl, { place, show: 'open', page: 0, size: 3 }),
    enabled: 'plan.over-control' in access,
    refetchInterval: 60_000,
  })
  if (!data) return isLoading ? <Skeleton rows={3} /> : null
  const most = Math.max(1, ...data.below.map(({ open }) => open))
  return (
    <section className="card wall-list" aria-label={t('screen.controlBelow')}>
      <div className="card-head">
        <h2>{t('screen.controlBelow')}</h2>
        <span className="sub">{t('control.open', { count: data.open })}</span>
      </div>
      {data.below.length === 0 ? (
        <p className="quiet progress-pad">{data.open === 0 ? t('control.none') : t('control.open', { count: data.open })}</p>
      ) : (
        <table>
          <tbody>
            {data.below.slice(0, shown).map((row) => (
              <tr key={row.place}>
                <th scope="row">
                  <ShortName code={row.place} />
                </th>
                <td className="bar" aria-hidden>
                  <i style={{ width: `${(row.open / most) * 100}%` }} />
                </td>
                <td className="left">{formatNumber(row.open)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
