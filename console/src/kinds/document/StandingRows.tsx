import { unitWords } from '@wangdi/domain/counted/units.ts'
import type { StandingPart } from '@wangdi/domain/kinds/document/document.api.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { lookAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

interface Listed {
  readonly total: number
  readonly rows: readonly { readonly community: string; readonly place_name: string }[]
}

/** The communities that one figure counts; a press looks at one of them. */
export function StandingRows({
  endpoint,
  place,
  value,
  part,
  list,
  title,
}: {
  endpoint: Endpoint
  place: string
  value: string
  part: StandingPart
  list: string
  title: string
}) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const { account } = useSession()
  const [page, setPage] = usePage(place, value, part)
  const answer = useQuery({
    ...ask(endpoint, { place, value, part, page, size: pageSize }),
    placeholderData: keepPreviousData,
  })
  const data = answer.data as Listed | undefined
  return (
    <div role="region" aria-label={title}>
      <h3 className="card-head">{title}</h3>
      <Asked answer={{ ...answer, data }} rows={3}>
        {({ rows, total }) => (
          <>
            {rows.length === 0 && <Empty>{t('standing.none')}</Empty>}
            <ul className="list-places">
              {rows.map(({ community, place_name }) => (
                <li key={community}>
                  <button type="button" className="w-link" onClick={() => lookAt(account.id, community)}>
                    {place_name}
                  </button>
                </li>
              ))}
            </ul>
            <Pager
              page={page}
              total={total}
              rows={list}
              unit={(count) => say(unitWords('community', count))}
              order={t('standing.order')}
              busy={answer.isFetching}
              onPage={setPage}
            />
          </>
        )}
      </Asked>
    </div>
  )
}
