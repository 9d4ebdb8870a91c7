import './staff.css'
import type { Account } from '@wangdi/domain/staff/account.ts'
import { listAccounts } from '@wangdi/domain/staff/accounts/account.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../lists/Asked.tsx'
import { Pager } from '../lists/Pager.tsx'
import { usePage } from '../lists/use-page.ts'
import { ask } from '../shell/call.ts'
import { useLookedAt } from '../shell/looked-at.ts'
import { useSession } from '../shell/session.ts'
import { AccountTable } from './AccountTable.tsx'
import { Told, type Telling } from './Told.tsx'

const AccountForm = lazy(() => import('./AccountForm.tsx'))
const AccountPanel = lazy(() => import('./AccountPanel.tsx'))

/** 账号: who may sign in here and below, in which role; making, changing, ending sessions, resetting, switching off. */
export default function AccountsPage() {
  const { t } = useTranslation('staff')
  const { account } = useSession()
  const lookedAt = useLookedAt()
  const place = lookedAt.startsWith(account.place) ? lookedAt : account.place
  const [text, setText] = useState('')
  const [open, setOpen] = useState<string>()
  const [form, setForm] = useState<{ of: Account | undefined }>()
  const [telling, setTelling] = useState<Telling>()
  const [page, setPage] = usePage(place, text)
  const answer = useQuery({ ...ask(listAccounts, { place, text: text.trim(), page }), placeholderData: keepPreviousData })
  const shown = answer.data?.rows.find(({ id }) => id === open)
  const find = (typed: string) => {
    setText(typed)
  }
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <div className="actions">
          {answer.data && (
            <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />
          )}
          <Button type="primary" onClick={() => setForm({ of: undefined })}>
            {t('add')}
          </Button>
        </div>
      </div>
      <div className={shown ? 'list-layout' : 'list-layout alone'}>
        <section className={answer.isPlaceholderData ? 'card list-busy' : 'card'} aria-label={t('label')}>
          <div className="staff-find" role="search" aria-label={t('find')}>
            <Input
              allowClear
              maxLength={40}
              placeholder={t('find')}
              aria-label={t('find')}
              value={text}
              onChange={(event) => find(event.target.value)}
            />
          </div>
          <Asked answer={answer} rows={10} height={36}>
            {({ rows, total }) => (
              <>
                {rows.length === 0 ? (
                  <Empty>{text ? t('noneFound') : t('none')}</Empty>
                ) : (
                  <AccountTable rows={rows} selected={open} narrow={shown !== undefined} onOpen={setOpen} />
                )}
                <Pager
                  page={page}
                  total={total}
                  unit={(count) => t('unit', { count })}
                  order={t('order')}
                  busy={answer.isFetching}
                  onPage={setPage}
                />
              </>
            )}
          </Asked>
        </section>
        {shown && (
          <Suspense>
            <AccountPanel
              key={shown.id}
              account={shown}
              onClose={() => setOpen(undefined)}
              onChange={() => setForm({ of: shown })}
              onTell={setTelling}
            />
          </Suspense>
        )}
      </div>
      {form && (
        <Suspense>
          <AccountForm account={form.of} place={place} onClose={() => setForm(undefined)} onTell={setTelling} />
        </Suspense>
      )}
      {telling && <Told telling={telling} onClose={() => setTelling(undefined)} />}
    </>
  )
}
