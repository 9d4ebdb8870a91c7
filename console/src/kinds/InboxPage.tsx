import './kinds.css'
import { getInbox } from '@wangdi/domain/kinds/inbox.api.ts'
import { mostCounted } from '@wangdi/domain/kinds/counted.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../lists/Asked.tsx'
import { Pager, pageSize } from '../lists/Pager.tsx'
import { ask } from '../shell/call.ts'
import { PlaceName } from '../shell/PlaceName.tsx'
import { useSaying } from '../shell/say.ts'
import { AskedMark, DetailsText, DueText } from './AskedTable.tsx'
import { declared } from '@wangdi/domain/declared.ts'

/** 等我办的: what waits for this office over all kinds, due first; a line leads to the one in the list of its kind. */
export default function InboxPage() {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const [page, setPage] = useState(0)
  const answer = useQuery({
    ...ask(getInbox, { page, size: pageSize }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
  return (
    <>
      <div className="title">
        <h1>{t('inbox.title')}</h1>
      </div>
      <section className="card" aria-label={t('inbox.title')}>
        <Asked answer={answer}>
          {({ rows, total }) => (
            <>
              {rows.length === 0 && <Empty>{t('inbox.none')}</Empty>}
              {rows.length > 0 && (
                <table className="list-table stack">
                  <thead>
                    <tr>
                      <th>{t('due')}</th>
                      <th>{t('what')}</th>
                      <th>{t('place')}</th>
                      <th>{t('state')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => {
                      const kind = declared.find(({ name }) => name === row.kind)
                      if (kind?.mechanism !== 'request') return null
                      return (
                        <tr key={row.id}>
                          <td>
                            <DueText row={row} />
                          </td>
                          <td data-label={t('what')}>
                            <Link
                              className="w-link"
                              to={`/k/${row.kind.replace('.', '/')}`}
                              search={{ request: row.id } as never}
                            >
                              {say(kind.words)}
                            </Link>{' '}
                            <DetailsText kind={kind} row={row} />
                          </td>
                          <td data-label={t('place')}>{row.door || <PlaceName code={row.about} />}</td>
                          <td data-label={t('state')}>
                            <AskedMark kind={kind} row={row} />
                            {row.climbed && <span className="quiet"> {t('inbox.climbed')}</span>}
                          </td>
                        </tr>
                      )
                    })}
                  </tbody>
                </table>
              )}
              {rows.length > 0 && (
                <Pager
                  page={page}
                  total={total}
                  most={mostCounted}
                  rows="inbox"
                  unit={(count) => t('inbox.unit', { count })}
                  order={t('order')}
                  busy={answer.isFetching}
                  onPage={setPage}
                />
              )}
            </>
          )}
        </Asked>
      </section>
    </>
  )
}
