import { keyGroups, ageGroups, type AgeGroup, type KeyGroup } from '@wangdi/domain/people/key-group.ts'
import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Counted } from '../../lists/Counted.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { PersonPanel } from '../person/PersonPanel.tsx'
import { PeopleTable } from '../search/PeopleTable.tsx'
import { type Group, rowsOf, type Shown } from './group.ts'
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
  shown,
}: {
  place: string
  group: Group
  name: string
  due: number
  shown: Shown
}) {
  const { t } = useTranslation('key-groups')
  const dueOnly = shown === 'review'
  const ofVisits = shown === 'visits' || shown === 'not-met'
  const [open, setOpen] = useState<string>()
  const [page, setPage] = usePage(place, group, shown)
  const answer = useQuery({
    ...ask(searchPeople, {
      place,
      ...soughtBy(group),
      ...(dueOnly ? { review_due: true } : {}),
      ...(shown === 'advised' ? { advised: true } : {}),
      page,
    }),
    placeholderData: keepPreviousData,
  })
  const visits = useVisitsDue(place, group, { page: ofVisits ? page : 0, tried: shown === 'not-met' })
  const visitsDue = visits.data?.total ?? 0
  return (
    <div className={open ? 'list-layout' : 'list-layout alone'}>
      <section className={answer.isPlaceholderData ? 'card list-busy' : 'card'} aria-label={t('listLabel', { group: name })}>
        <div className="card-head">
          <h2>{name}</h2>
          {group !== 'all' && (due > 0 || visitsDue > 0 || shown !== 'all') && (
            <span className="end key-groups-filter">
              <Chip group={group} to="all" on={shown === 'all'}>
                {t('all')}
              </Chip>
              {(due > 0 || dueOnly) && (
                <Chip group={group} to="review" on={dueOnly} n={due}>
                  {t('dueOnly', { count: due, shown: formatNumber(due) })}
                </Chip>
              )}
              {(visitsDue > 0 || ofVisits) && (
                <Chip group={group} to={shown === 'not-met' ? 'not-met' : 'visits'} on={ofVisits} n={visitsDue}>
                  {t(shown === 'not-met' ? 'notMet' : 'visitsDue', { count: visitsDue, shown: formatNumber(visitsDue) })}
                </Chip>
              )}
            </span>
          )}
        </div>
        {ofVisits ? (
          <Asked answer={visits} rows={12} height={36}>
            {({ rows, total }) => (
              <>
                <VisitsDue rows={rows} group={name} onOpen={setOpen} />
                <Pager
                  page={page}
                  total={total}
                  rows={rowsOf[shown]}
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
                  <Empty>{t(dueOnly ? 'noneDue' : shown === 'advised' ? 'noneAdvised' : 'none', { group: name })}</Empty>
                ) : (
                  <PeopleTable rows={rows} selected={open} narrow onOpen={setOpen} />
                )}
                <Pager
                  page={page}
                  total={total}
                  rows={rowsOf[shown]}
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

function Chip({ group, to, on, n, children }: { group: Group; to: Shown; on: boolean; n?: number; children: React.ReactNode }) {
  const of = { to: '/key-groups', search: { group, shown: to }, ...(n !== undefined && { rows: rowsOf[to] }) }
  return (
    <Counted n={n ?? 0} of={of} className={on ? 'list-chip on' : 'list-chip'}>
      {children}
    </Counted>
  )
}
