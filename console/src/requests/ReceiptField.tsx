import { requestKinds } from '@wangdi/domain/requests/kinds.ts'
import { findReceipt } from '@wangdi/domain/requests/requests.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shell/call.ts'
import { PlaceName } from '../shell/PlaceName.tsx'
import { useSaying } from '../shell/say.ts'
import { ActButtons } from './panel/ActButtons.tsx'
import { RequestMark } from './RequestTable.tsx'

/** What somebody hears who comes back with a receipt number: how far it is, until when, and the answer where this desk may give it. */
export function ReceiptField({ onOpen }: { onOpen: ((id: string) => void) | undefined }) {
  const { t } = useTranslation('requests')
  const say = useSaying()
  const today = dayOf(useNow())
  const [number, setNumber] = useState('')
  const found = useMutation({ mutationFn: (typed: string) => call(findReceipt, { number: typed }) })
  const ask = () => number.trim() && found.mutate(number.trim().toUpperCase())
  const { data } = found
  return (
    <section className="card requests-receipt" aria-label={t('receipt.label')}>
      <form
        role="search"
        aria-label={t('receipt.label')}
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <label htmlFor="receipt">{t('receipt.label')}</label>
        <Input
          id="receipt"
          maxLength={19}
          placeholder={t('receipt.hint')}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
        <Button htmlType="submit" loading={found.isPending}>
          {t('receipt.go')}
        </Button>
      </form>
      {found.error ? <ErrorLine problem={found.error} /> : null}
      {data && (
        <div className="requests-found">
          <p>
            {onOpen ? (
              <button type="button" className="w-link" onClick={() => onOpen(data.id)}>
                {say(requestKinds[data.kind].words)}
              </button>
            ) : (
              say(requestKinds[data.kind].words)
            )}{' '}
            <RequestMark row={{ ...data, late: data.due_on !== null && data.due_on < today }} />{' '}
            {data.due_on && <span className="quiet">{t('dueOn', { day: formatDay(data.due_on, today) })}</span>}{' '}
            <span className="quiet">
              <PlaceName code={data.office} />
            </span>
          </p>
          {data.answer && <p>{data.answer}</p>}
          {!data.answer && data.state !== 'open' && <p className="quiet">{t('receipt.noAnswer')}</p>}
          <ActButtons id={data.id} kind={data.kind} may={data.may} onDone={ask} />
        </div>
      )}
    </section>
  )
}
