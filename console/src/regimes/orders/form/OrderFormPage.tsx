import '../orders.css'
import { listOrderDrafts } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { Asked } from '../../../lists/Asked.tsx'
import { OfCommunity } from '../../../lists/ChooseCommunity.tsx'
import { ask } from '../../../shell/call.ts'
import { useLookedAt } from '../../../shell/looked-at.ts'
import { OrderForm } from './OrderForm.tsx'

/** 起草管控令: a new order of one community, or a draft that is written on. */
export default function OrderFormPage() {
  const { t } = useTranslation('orders')
  const { draft } = useSearch({ strict: false }) as { draft?: string }
  if (draft) return <OfDraft id={draft} />
  return <OfCommunity title={t('form.title')}>{(place) => <New key={place} place={place} />}</OfCommunity>
}

function New({ place }: { place: string }) {
  const [id] = useState(() => newId())
  return <OrderForm id={id} place={place} />
}

function OfDraft({ id }: { id: string }) {
  const { t } = useTranslation('orders')
  const answer = useQuery(ask(listOrderDrafts, { place: useLookedAt() }))
  return (
    <Asked answer={answer}>
      {({ drafts }) => {
        const draft = drafts.find((one) => one.id === id)
        return draft ? <OrderForm key={id} id={id} place={draft.place} draft={draft} /> : <Empty>{t('form.gone')}</Empty>
      }}
    </Asked>
  )
}
