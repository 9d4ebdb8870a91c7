import './regimes.css'
import { readState } from '@wangdi/domain/regimes/regimes.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../shell/call.ts'
import { useLookedAt } from '../shell/looked-at.ts'
import { useSession } from '../shell/session.ts'
import { History } from './History.tsx'
import { Levels } from './levels/Levels.tsx'
import { Orders } from './Orders.tsx'
import { StateNow } from './StateNow.tsx'

const OrderForm = lazy(() => import('./forms/OrderForm.tsx'))

/** 应急响应: what is in force and why, the orders, the levels that persons confirmed, and the facts they rest on. */
export default function RegimesPage() {
  const { t } = useTranslation('regimes')
  const { access } = useSession()
  const place = useLookedAt()
  const today = dayOf(useNow())
  const [entering, setEntering] = useState(false)
  const { data, error, refetch } = useQuery(ask(readState, { place }))
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        {'regimes.open-response' in access && (
          <div className="actions">
            <Button type="primary" onClick={() => setEntering(true)}>
              {t('enter')}
            </Button>
          </div>
        )}
      </div>
      {error && <ErrorLine problem={error} action={<Button onClick={() => void refetch()}>{t('again')}</Button>} />}
      <div className="regimes-layout">
        <div>
          {data ? <StateNow state={data} /> : !error && <Skeleton rows={5} />}
          <Orders place={place} today={today} />
        </div>
        <div>
          {'regimes.proposal' in access && <Levels place={place} today={today} />}
          <History place={place} today={today} />
        </div>
      </div>
      {entering && (
        <Suspense>
          <OrderForm today={today} onClose={() => setEntering(false)} />
        </Suspense>
      )}
    </>
  )
}
