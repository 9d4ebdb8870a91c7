import { readTold } from '@wangdi/domain/rounds/rounds.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatMoment } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DoorLink } from '../lists/ways/DoorLink.tsx'
import { Asked } from '../lists/Asked.tsx'
import { Pager } from '../lists/Pager.tsx'
import { usePage } from '../lists/use-page.ts'
import { ask } from '../shell/call.ts'
import { useSession } from '../shell/session.ts'

type What = 'all' | 'needs' | 'changes'
const size = 20

/** What was told at the doors in the last weeks: help needed, changes of a household, notes. */
export function Told({ community }: { community: string }) {
  const { t } = useTranslation('rounds')
  const { access } = useSession()
  const today = dayOf(useNow())
  const [what, setWhat] = useState<What>('all')
  const [page, setPage] = usePage(community, what)
  const asked = { community, page, size, ...(what === 'all' ? {} : { what }) }
  const answer = useQuery({
    ...ask(readTold, asked),
    placeholderData: keepPreviousData,
    enabled: access['rounds.told'] !== undefined,
  })
  if (!access['rounds.told']) return null
  return (
    <section className={answer.isPlaceholderData ? 'card list-busy' : 'card'} aria-label={t('told')}>
      <div className="card-head">
        <h2>{t('told')}</h2>
        <span className="sub">{t('toldNote')}</span>
        <span className="end">
          <Segmented
            size="small"
            value={what}
            options={(['all', 'needs', 'changes'] as const).map((one) => ({ value: one, label: t(`what.${one}`) }))}
            onChange={(to) => {
              setWhat(to)
            }}
          />
        </span>
      </div>
      <Asked answer={answer} rows={5}>
        {({ rows, total }) => (
          <>
            {rows.length === 0 ? (
              <Empty>{t('toldNone')}</Empty>
            ) : (
              <div className="list-scroll">
                <table className="list-table stack">
                  <thead>
                    <tr>
                      <th>{t('door')}</th>
                      <th>{t('told')}</th>
                      <th>{t('last')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((visit) => (
                      <tr key={visit.id}>
                        <td>
                          <DoorLink dwelling={visit.dwelling} door={visit.door} />
                        </td>
                        <td>
                          {visit.needs.map((need) => (
                            <Tag key={need} tone="due">
                              {t(`needs.${need}`)}
                            </Tag>
                          ))}{' '}
                          {visit.changes && <Tag tone="accent">{t('what.changes')}</Tag>}{' '}
                          {[visit.changes, visit.note].filter(Boolean).join('；')}
                        </td>
                        <td>{t('by', { name: visit.byName, at: formatMoment(visit.at, today) })}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
            <Pager
              page={page}
              total={total}
              size={size}
              unit={(count) => t('toldUnit', { count })}
              order={t('toldOrder')}
              busy={answer.isFetching}
              onPage={setPage}
            />
          </>
        )}
      </Asked>
    </section>
  )
}
