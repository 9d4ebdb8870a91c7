import './requests.css'
import { listRequests } from '@wangdi/domain/requests/requests.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../lists/Asked.tsx'
import { Pager, pageSize } from '../lists/Pager.tsx'
import { usePage } from '../lists/use-page.ts'
import { ask } from '../shell/call.ts'
import { useLookedAt } from '../shell/looked-at.ts'
import { useSession } from '../shell/session.ts'
import { ReceiptField } from './ReceiptField.tsx'
import { RequestPanel } from './panel/RequestPanel.tsx'
import { RequestTable } from './RequestTable.tsx'

const TakeForm = lazy(() => import('./take/TakeForm.tsx'))
const shows = ['open', 'late', 'all'] as const
const groups = ['complaint', 'data', 'incident'] as const

/** 投诉和申请: what this office handles, was asked about or reviews, due first; taking down and looking up a receipt. */
export default function RequestsPage() {
  const { t } = useTranslation('requests')
  const { access } = useSession()
  const place = useLookedAt()
  const asked = useSearch({ strict: false }) as { group?: unknown; own?: unknown; request?: string }
  const [show, setShow] = useState<(typeof shows)[number]>('open')
  const [group, setGroup] = useState(groups.find((one) => one === asked.group))
  const [own, setOwn] = useState(asked.own === true)
  const [opened, setOpened] = useState<string | undefined>(asked.request)
  const [taking, setTaking] = useState(false)
  const [page, setPage] = usePage(place, show, group, own)
  const answer = useQuery({
    ...ask(listRequests, { place, show, page, size: pageSize, ...(group && { group }), ...(own && { own }) }),
    placeholderData: keepPreviousData,
  })
  const { data } = answer
  const label = {
    open: t('openCount', { count: data?.open, n: data?.open ?? '' }),
    late: t('lateCount', { count: data?.late, n: data?.late ?? '' }),
    all: t('all'),
  }
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <div className="actions">
          {'requests.take' in access && (
            <Button type="primary" onClick={() => setTaking(true)}>
              {t('take')}
            </Button>
          )}
        </div>
      </div>
      {'requests.by-receipt' in access && <ReceiptField onOpen={'requests.get' in access ? setOpened : undefined} />}
      <div className={opened ? 'list-layout requests-layout' : 'list-layout alone'}>
        <section className="card" aria-label={t('title')}>
          <div className="list-filters">
            {shows.map((one) => (
              <button
                key={one}
                type="button"
                className="list-chip"
                aria-pressed={show === one}
                {...(one !== 'all' && data && { 'data-figure': data[one], 'data-opens': `requests-${one}` })}
                onClick={() => {
                  setShow(one)
                }}
              >
                {label[one]}
              </button>
            ))}
            <Select
              aria-label={t('list.what')}
              className="requests-group"
              value={group ?? ''}
              onChange={(value) => {
                setGroup(groups.find((one) => one === value))
              }}
              options={[{ value: '', label: t('group.any') }, ...groups.map((one) => ({ value: one, label: t(`group.${one}`) }))]}
            />
            {own && (
              <span className="quiet">
                {t('ownOnly')}{' '}
                <button type="button" className="w-link" onClick={() => setOwn(false)}>
                  {t('notOwnOnly')}
                </button>
              </span>
            )}
          </div>
          <Asked answer={answer}>
            {({ rows, total }) => (
              <>
                {rows.length === 0 && <Empty>{t(`none.${show}`)}</Empty>}
                {rows.length > 0 && <RequestTable rows={rows} opened={opened} onOpen={setOpened} />}
                <Pager
                  page={page}
                  total={total}
                  rows={`requests-${show}`}
                  unit={(count) => t('unit', { count })}
                  order={t('order')}
                  onPage={setPage}
                />
              </>
            )}
          </Asked>
        </section>
        {opened && <RequestPanel key={opened} id={opened} onClose={() => setOpened(undefined)} />}
      </div>
      {taking && (
        <Suspense>
          <TakeForm onClose={() => setTaking(false)} />
        </Suspense>
      )}
    </>
  )
}
