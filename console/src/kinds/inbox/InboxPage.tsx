import '../kinds.css'
import './inbox.css'
import { countInbox, getInbox } from '@wangdi/domain/kinds/inbox/inbox.api.ts'
import { mostCounted } from '@wangdi/domain/kinds/counted.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { ListFilters } from '../list/ListFilters.tsx'
import { InboxTable } from './InboxTable.tsx'
import { wordsOfWaiting } from './opened.ts'

const shows = ['all', 'late'] as const

/** 等我办的: what waits for this office over all kinds and subjects, due first; a line opens exactly what it tells. */
export default function InboxPage() {
  const { t } = useTranslation('kinds')
  const [show, setShow] = useState<(typeof shows)[number]>('all')
  const [what, setWhat] = useState<string>()
  const [page, setPage] = usePage(show, what)
  const answer = useQuery({
    ...ask(getInbox, { page, size: pageSize, ...(what && { what }), ...(show === 'late' && { late: true }) }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
  const { whole, whats = [] } = answer.data ?? {}
  const client = useQueryClient()
  const waits = whole?.total
  // The menu says the number of the list that is read.
  useEffect(() => {
    if (waits !== undefined) client.setQueryData(ask(countInbox, {}).queryKey, { total: waits })
  }, [client, waits])
  const figure = (n: number | undefined) => (n === undefined ? '' : n > mostCounted ? t('many') : n)
  const values = Object.fromEntries(
    whats.map(({ what: name, n }) => {
      const { zh, en } = wordsOfWaiting(name)
      return [name, { zh: `${zh} ${figure(n)}`, en: `${en} ${figure(n)}` }]
    }),
  )
  return (
    <>
      <div className="title">
        <h1>{t('inbox.title')}</h1>
      </div>
      <section className="card" aria-label={t('inbox.title')}>
        <ListFilters
          list="inbox"
          chips={[
            { show: 'all', label: t('inbox.all', { n: figure(whole?.total) }), n: what ? undefined : whole?.total },
            { show: 'late', label: t('inbox.late', { n: figure(whole?.late) }), n: what ? undefined : whole?.late },
          ]}
          show={show}
          filters={[['what', { words: { zh: '什么事', en: 'What' }, values }]]}
          chosen={what ? { what } : {}}
          onShow={(one) => {
            setShow(one)
          }}
          onChosen={({ what: one }) => {
            setWhat(one)
          }}
        />
        <Asked answer={answer}>
          {({ rows, total }) => (
            <>
              {rows.length === 0 && <Empty>{t('inbox.none')}</Empty>}
              {rows.length > 0 && <InboxTable rows={rows} />}
              <Pager
                page={page}
                total={total}
                most={mostCounted}
                rows={`inbox-${show}`}
                unit={(count) => t('inbox.unit', { count })}
                order={t('order')}
                busy={answer.isFetching}
                onPage={setPage}
              />
            </>
          )}
        </Asked>
      </section>
    </>
  )
}
