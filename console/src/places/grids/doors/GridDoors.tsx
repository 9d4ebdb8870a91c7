import { listGridDoors } from '@wangdi/domain/plan/building-view.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../../lists/Asked.tsx'
import { Pager } from '../../../lists/Pager.tsx'
import { usePage } from '../../../lists/use-page.ts'
import { DoorLink } from '../../../lists/ways/DoorLink.tsx'
import { ask } from '../../../shell/call.ts'
import type { DoorsOf } from './doors-of.ts'

/** The doors behind a figure of the grids, each the way to its household, with the way back to the grids alone. */
export function GridDoors({ community, of, name }: { community: string; of: DoorsOf; name: string | undefined }) {
  const { t } = useTranslation('grids')
  const which = of === 'none' ? { outside: true } : of === 'any' ? { lived: true } : { lived: true, grid: of }
  const [page, setPage] = usePage(community, of)
  const answer = useQuery({ ...ask(listGridDoors, { community, ...which, page }), placeholderData: keepPreviousData })
  const title = of === 'none' || of === 'any' ? t(`doors.${of}`) : t('doors.one', { grid: name ?? '' })
  return (
    <section className={answer.isPlaceholderData ? 'card list-busy' : 'card'} aria-label={title}>
      <div className="card-head">
        <h2>{title}</h2>
        <Link className="end" to={'/grids' as string}>
          {t('doors.fold')}
        </Link>
      </div>
      <Asked answer={answer}>
        {({ rows, total }) => (
          <>
            {rows.length === 0 ? (
              <Empty>{t('doors.nobody')}</Empty>
            ) : (
              <ul className="grids-doors">
                {rows.map(({ dwelling, door }) => (
                  <li key={dwelling}>
                    <DoorLink dwelling={dwelling} door={door} />
                  </li>
                ))}
              </ul>
            )}
            <Pager
              page={page}
              total={total}
              rows="grid-doors"
              unit={(count) => t('doors.unit', { count })}
              order={t('doors.order')}
              busy={answer.isFetching}
              onPage={setPage}
            />
          </>
        )}
      </Asked>
    </section>
  )
}
