import './library.css'
import { listDocuments } from '@wangdi/domain/documents/documents.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

const EnterForm = lazy(() => import('./EnterForm.tsx'))

/** 政策库: the notices and plans that concern a place, newest first. */
export default function LibraryPage() {
  const { t } = useTranslation('library')
  const say = useSaying()
  const place = useLookedAt()
  const today = dayOf(useNow())
  const { access } = useSession()
  const [entering, setEntering] = useState(false)
  const [words, setWords] = useState('')
  const sought = words.trim()
  const [page, setPage] = usePage(place, sought)
  const asked = ask(listDocuments, { place, page, ...(sought && { words: sought }) })
  const answer = useQuery({ ...asked, placeholderData: keepPreviousData })
  const confirms = 'documents.confirm-receipt' in access
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
        {'documents.enter' in access && place.length < 12 && (
          <div className="actions">
            <Button type="primary" onClick={() => setEntering(true)}>
              {t('enter')}
            </Button>
          </div>
        )}
      </div>
      <section className="card" aria-label={t('list')}>
        <label className="library-search">
          {t('search')}
          <Input
            type="search"
            maxLength={60}
            placeholder={t('searchHint')}
            value={words}
            onChange={(event) => {
              setWords(event.target.value)
            }}
          />
        </label>
        <Asked answer={answer}>
          {({ rows, total }) =>
            total === 0 ? (
              <Empty>{sought ? t('noneFound', { words: sought }) : t('none')}</Empty>
            ) : (
              <>
                <div className="list-scroll">
                  <table className="list-table stack">
                    <thead>
                      <tr>
                        <th>{t('name')}</th>
                        <th>{t('issuer')}</th>
                        <th>{t('issued')}</th>
                        <th className="figure">{t('rules')}</th>
                        <th className="figure">{t('tasks')}</th>
                        {confirms && <th>{t('read')}</th>}
                      </tr>
                    </thead>
                    <tbody>
                      {rows.map((line) => (
                        <tr key={line.id}>
                          <td>
                            <Link to={'/library/$document' as never} params={{ document: line.id } as never}>
                              {say(line.title)}
                            </Link>
                            <small className="library-number">{line.number}</small>
                            {line.replaced_by && <Tag>{t('replaced', { day: line.replaced_by.from })}</Tag>}
                          </td>
                          <td data-label={t('issuer')}>{say(line.issuer)}</td>
                          <td className="nowrap" data-label={t('issued')}>
                            {formatDay(line.issued_on, today)}
                          </td>
                          <td className="figure" data-label={t('rules')}>
                            {line.rules}
                          </td>
                          <td className="figure" data-label={t('tasks')}>
                            {line.tasks}
                          </td>
                          {confirms && (
                            <td className="nowrap" data-label={t('read')}>
                              {line.read_at ? (
                                <Tag tone="done">{t('readOn', { day: formatDay(dayOf(line.read_at), today) })}</Tag>
                              ) : (
                                <Tag tone={line.tasks > 0 ? 'due' : 'plain'}>{t('unread')}</Tag>
                              )}
                            </td>
                          )}
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
                <Pager
                  page={page}
                  total={total}
                  unit={(count) => t('unit', { count })}
                  order={t('order')}
                  busy={answer.isFetching}
                  onPage={setPage}
                />
              </>
            )
          }
        </Asked>
      </section>
      {entering && (
        <Suspense>
          <EnterForm place={place} onClose={() => setEntering(false)} />
        </Suspense>
      )}
    </>
  )
}
