import { keyGroups, ageGroups, type AgeGroup, type KeyGroup } from '@wangdi/domain/people/key-group.ts'
import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { ask } from '../../shell/call.ts'
import { PersonPanel } from '../person/PersonPanel.tsx'
import { PeopleTable } from '../search/PeopleTable.tsx'
import type { Group } from './group.ts'
import { useVisitsDue, VisitsDue } from './VisitsDue.tsx'

const soughtBy = (group: Group) => ({
  ...(group === 'civil-affairs' ? { civil_affairs: true } : {}),
  ...(group in keyGroups ? { mark: group as KeyGroup } : {}),
  ...(group in ageGroups ? { group: group as AgeGroup } : {}),
})

/** The people of one group, with the person that was opened beside them. */
export function GroupList({
  place,
  group,
  name,
  due,
  first,
}: {
  place: string
  group: Group
  name: string
  due: number
  /** What is shown of everybody: whose marks are to be reviewed, or whom to visit today. */
  first: 'review' | 'visits'
}) {
  const { t } = useTranslation('key-groups')
  const [page, setPage] = useState(0)
  const [shown, setShown] = useState<'all' | 'review' | 'visits'>(group === 'all' ? first : 'all')
  const dueOnly = shown === 'review'
  const [open, setOpen] = useState<string>()
  const answer = useQuery({
    ...ask(searchPeople, { place, ...soughtBy(group), ...(dueOnly ? { review_due: true } : {}), page }),
    placeholderData: keepPreviousData,
  })
  const visits = useVisitsDue(place, group, shown === 'visits' ? page : 0)
  const visitsDue = visits.data?.total ?? 0
  const filter = (to: typeof shown) => {
    setShown(to)
    setPage(0)
  }
  return (
    <div className={open ? 'list-layout' : 'list-layout alone'}>
      <section className={answer.isPlaceholderData ? 'card list-busy' : 'card'} aria-label={t('listLabel', { group: name })}>
        <div className="card-head">
          <h2>{name}</h2>
          {group !== 'all' && (due > 0 || visitsDue > 0 || shown !== 'all') && (
            <span className="end key-groups-filter">
              <Chip on={shown === 'all'} onChoose={() => filter('all')}>
                {t('all')}
              </Chip>
              {(due > 0 || dueOnly) && (
                <Chip on={dueOnly} onChoose={() => filter('review')}>
                  {t('dueOnly', { count: due, shown: formatNumber(due) })}
                </Chip>
              )}
              {(visitsDue > 0 || shown === 'visits') && (
                <Chip on={shown === 'visits'} onChoose={() => filter('visits')}>
                  {t('visitsDue', { count: visitsDue, shown: formatNumber(visitsDue) })}
                </Chip>
              )}
            </span>
          )}
        </div>
        {shown === 'visits' ? (
          <Asked answer={visits} rows={12} height={36}>
            {({ rows, total }) => (
              <>
                <VisitsDue rows={rows} group={name} onOpen={setOpen} />
                <Pager
                  page={page}
                  total={total}
                  rows="visits-due"
                  unit={(count) => t('doors', { count })}
                  order={t('visitOrder')}
                  busy={visits.isFetching}
                  onPage={setPage}
                />
              </>
            )}
          </Asked>
        ) : (
          <Asked answer={answer} rows={12} height={36}>
            {({ rows, total }) => (
              <>
                {rows.length === 0 ? (
                  <Empty>{t(dueOnly ? 'noneDue' : 'none', { group: name })}</Empty>
                ) : (
                  <PeopleTable rows={rows} selected={open} narrow onOpen={setOpen} />
                )}
                <Pager
                  page={page}
                  total={total}
                  rows={dueOnly ? 'review-due' : 'people'}
                  unit={(count) => t('unit', { count })}
                  order={t('order')}
                  busy={answer.isFetching}
                  onPage={setPage}
                />
              </>
            )}
          </Asked>
        )}
      </section>
      {open && <PersonPanel key={open} id={open} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

function Chip({ on, onChoose, children }: { on: boolean; onChoose: () => void; children: React.ReactNode }) {
  return (
    <button type="button" className="list-chip" aria-pressed={on} onClick={onChoose}>
      {children}
    </button>
  )
}
