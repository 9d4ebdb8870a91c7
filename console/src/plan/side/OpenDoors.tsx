import { readOpenDoors } from '@wangdi/domain/plan/building-view.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { DoorLink } from '../../lists/ways/DoorLink.tsx'
import { ask } from '../../shell/call.ts'

/** The doors with open work of one person, as the plan counts them, with the way back to the whole plan. */
export function OpenDoors({ community, account }: { community: string; account: string }) {
  const { t } = useTranslation('plan')
  const [page, setPage] = usePage(community, account)
  const answer = useQuery({ ...ask(readOpenDoors, { community, account, page }), placeholderData: keepPreviousData })
  return (
    <section className="card" aria-label={t('people.doors')}>
      <div className="card-head">
        <h2>{t('people.doors')}</h2>
        <span className="sub">{answer.data?.rows[0]?.worker}</span>
        <Link className="end" to="/plan">
          {t('lines.whole')}
        </Link>
      </div>
      <Asked answer={answer}>
        {({ rows, total }) => (
          <>
            {rows.length === 0 ? (
              <Empty>{t('people.none')}</Empty>
            ) : (
              <ul className="plan-doors">
                {rows.map(({ dwelling, door, grid }) => (
                  <li key={dwelling}>
                    <DoorLink dwelling={dwelling} door={door} /> <span className="quiet small">{grid}</span>
                  </li>
                ))}
              </ul>
            )}
            <Pager
              page={page}
              total={total}
              rows="open-doors"
              unit={(count) => t('people.unit', { count })}
              order={t('people.order')}
              busy={answer.isFetching}
              onPage={setPage}
            />
          </>
        )}
      </Asked>
    </section>
  )
}
