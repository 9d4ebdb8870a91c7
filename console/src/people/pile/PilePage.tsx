import './pile.css'
import { listPile, unlinkPeople, unsettleAddress, unsettleWords } from '@wangdi/domain/people/pile/pile.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask, useCommand } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { PileCard, type Settled } from './PileCard.tsx'

/** 待核对: what imports left to a person, each with both versions side by side; what was said about two people can be taken back. */
export default function PilePage() {
  const { t } = useTranslation('pile')
  const place = useLookedAt()
  const [last, setLast] = useState<Settled & { readonly nth: number }>()
  const say = (settled: Settled) => setLast((before) => ({ ...settled, nth: (before?.nth ?? 0) + 1 }))
  const [page, setPage] = usePage(place)
  const answer = useQuery({ ...ask(listPile, { place, page }), placeholderData: keepPreviousData })
  const total = answer.data?.total ?? 0
  // The last entry of the last page was settled: go one page back.
  if (page > 0 && answer.data && !answer.isPlaceholderData && page * pageSize >= total) setPage(page - 1)
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
        <div className="actions">
          {answer.data && (
            <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />
          )}
        </div>
      </div>
      {last && <SettledLine key={last.nth} settled={last} />}
      <section className="card" aria-label={t('label')}>
        <Asked answer={answer} rows={8} height={60}>
          {({ rows }) => (
            <>
              {rows.length === 0 ? (
                <Empty>{t('none')}</Empty>
              ) : (
                <ul>
                  {rows.map((item) => (
                    <PileCard key={item.id} item={item} onSettled={say} />
                  ))}
                </ul>
              )}
              {total > 0 && (
                <Pager
                  page={page}
                  total={total}
                  unit={(count) => t('unit', { count })}
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

const renews = ['people', 'plan', 'places']

/** What was just said, with the way to take it back. */
function SettledLine({ settled: { text, back } }: { settled: Settled }) {
  const { t } = useTranslation('pile')
  const unlink = useCommand(unlinkPeople, renews)
  const unsettle = useCommand(unsettleAddress, renews)
  const words = useCommand(unsettleWords, renews)
  const command = 'link' in back ? unlink : 'words' in back ? words : unsettle
  const takeBack = () => {
    if ('link' in back) unlink.mutate({ id: back.link })
    else if ('words' in back) words.mutate({ id: back.words })
    else unsettle.mutate({ id: back.address, before: back.before })
  }
  return (
    <div className="pile-settled" role="status">
      <span>{command.isSuccess ? t('settled.taken') : text}</span>
      {!command.isSuccess && (
        <button type="button" className="w-link" disabled={command.isPending} onClick={takeBack}>
          {t('settled.back')}
        </button>
      )}
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </div>
  )
}
