import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useAskedFor } from '../../shell/head/FindField.tsx'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'
import { HouseholdPanel } from '../../places/household/HouseholdPanel.tsx'
import { PersonPanel } from '../person/PersonPanel.tsx'
import { type Conditions, readConditions, SearchBar, soughtBy } from './SearchBar.tsx'
import { FoundDoors } from './FoundDoors.tsx'
import { NobodyFound } from './NobodyFound.tsx'
import { PeopleTable } from './PeopleTable.tsx'

const AddForm = lazy(() => import('./AddForm.tsx'))
const communityDigits = 12

/** 人员: residents and doors found by name, initials, door, building, mark or last digits; the person or the household beside the list. */
export default function PeoplePage() {
  const { t } = useTranslation('people')
  const place = useLookedAt()
  const { access } = useSession()
  const asked = useAskedFor()
  const [heard, setHeard] = useState(asked)
  const ofAddress = readConditions(useSearch({ strict: false }))
  const [conditions, setConditions] = useState<Conditions>({ text: asked.text, ...ofAddress })
  const [open, setOpen] = useState<string>()
  const [household, setHousehold] = useState<string>()
  const [adding, setAdding] = useState(false)
  const change = (to: Conditions) => {
    setConditions(to)
  }
  const openPerson = (id: string | undefined) => {
    setOpen(id)
    setHousehold(undefined)
  }
  // What is typed into the head while this page is open asks here, before the field below is drawn anew with it.
  if (asked !== heard) {
    setHeard(asked)
    change({ text: asked.text })
  }
  const [page, setPage] = usePage(place, conditions)
  const answer = useQuery({ ...ask(searchPeople, { place, ...soughtBy(conditions), page }), placeholderData: keepPreviousData })
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        {answer.data && (
          <span className="note">{t('note', { count: answer.data.total, shown: formatNumber(answer.data.total) })}</span>
        )}
        <div className="actions">
          {answer.data && (
            <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />
          )}
          {'people.add' in access && place.length === communityDigits && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          )}
        </div>
      </div>
      <div className={open || household ? 'list-layout' : 'list-layout alone'}>
        <section className={answer.isPlaceholderData ? 'card list-busy' : 'card'} aria-label={t('label')}>
          <SearchBar key={asked.nth} place={place} conditions={conditions} onChange={change} />
          {conditions.text?.trim() && 'places.find-doors' in access && place.length === communityDigits && (
            <FoundDoors
              community={place}
              text={conditions.text.trim()}
              selected={household}
              onOpen={(dwelling) => {
                setHousehold(dwelling)
                setOpen(undefined)
              }}
            />
          )}
          <Asked answer={answer} rows={12} height={36}>
            {({ rows, total }) => (
              <>
                {rows.length === 0 ? (
                  <NobodyFound conditions={conditions} />
                ) : (
                  <PeopleTable rows={rows} selected={open} narrow={(open ?? household) !== undefined} onOpen={openPerson} />
                )}
                <Pager
                  page={page}
                  total={total}
                  rows="people"
                  unit={(count) => t('unit', { count })}
                  order={t('order')}
                  busy={answer.isFetching}
                  onPage={setPage}
                />
              </>
            )}
          </Asked>
        </section>
        {open && <PersonPanel key={open} id={open} onClose={() => openPerson(undefined)} />}
        {household && (
          <HouseholdPanel key={household} dwelling={household} round={undefined} onClose={() => openPerson(undefined)} />
        )}
      </div>
      {adding && (
        <Suspense>
          <AddForm community={place} onClose={() => setAdding(false)} onAdded={openPerson} />
        </Suspense>
      )}
    </>
  )
}
