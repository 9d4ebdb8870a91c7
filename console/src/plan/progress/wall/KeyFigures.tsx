import { readOverControl } from '@wangdi/domain/plan/over-control/over-control.api.ts'
import { listRequests } from '@wangdi/domain/requests/requests.api.ts'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { formatNumber, formatShare } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../../../shell/call.ts'
import { useSession } from '../../../shell/session.ts'
import { type Progress, sharesOf } from '../use-progress.ts'

const shownShares = 2

/** The figures that stand at the top of the wall all the time. */
export function KeyFigures({ board }: { board: Progress }) {
  const { t } = useTranslation('progress')
  const { access } = useSession()
  const { place, whole } = board
  const requests = useQuery({
    ...ask(listRequests, { place, show: 'open', page: 0, size: 1 }),
    enabled: 'requests.list' in access,
    refetchInterval: 60_000,
  })
  const control = useQuery({
    ...ask(readOverControl, { place, show: 'open', page: 0, size: 3 }),
    enabled: 'plan.over-control' in access,
    refetchInterval: 60_000,
  })
  const shares = sharesOf(board)
    .flatMap((name) => whole.figures.find((figure) => figure.name === name && (figure.due ?? 0) > 0) ?? [])
    .slice(0, shownShares)
  return (
    <section className="wall-figures" aria-label={t('figures')}>
      <Key
        label={t('screen.today')}
        value={formatNumber(whole.counted)}
        more={`/ ${formatNumber(whole.communities)}${t('sep')}${shareOfAll(whole.counted, whole.communities)}`}
      />
      {place.length < 6 && (
        <Key
          label={t('screen.response')}
          value={formatNumber(whole.in_response)}
          more={t('screen.counties', { count: whole.in_response })}
        />
      )}
      {shares.map(({ name, done, due }) => (
        <Key
          key={name}
          label={t(`name.${name}`)}
          value={formatShare(done ?? 0, due ?? 0)}
          more={`${formatNumber(done ?? 0)} / ${formatNumber(due ?? 0)}`}
        />
      ))}
      {(requests.isLoading || control.isLoading) && <Skeleton rows={1} />}
      {requests.data && (
        <Key
          label={t('screen.late')}
          value={formatNumber(requests.data.late)}
          more={t('screen.lateUnit', { count: requests.data.late })}
          bad={requests.data.late > 0}
        />
      )}
      {control.data && (
        <Key
          label={t('screen.control')}
          value={formatNumber(control.data.open)}
          more={t('screen.controlUnit', { count: control.data.open })}
          bad={control.data.open > 0}
        />
      )}
    </section>
  )
}

// So few of so many that a rounded share would say none.
const shareOfAll = (counted: number, all: number) => (counted > 0 && counted / all < 0.0005 ? '<0.1%' : formatShare(counted, all))

function Key({ label, value, more, bad = false }: { label: string; value: string; more: string; bad?: boolean }) {
  return (
    <div>
      <span className="label">{label}</span>
      <strong className={bad ? 'bad' : undefined}>{value}</strong> <span className="more">{more}</span>
    </div>
  )
}
