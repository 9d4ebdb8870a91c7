import './measures/measures.css'
import './plan.css'
import './side/side.css'
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { addDays } from '@wangdi/domain/day.ts'
import { isDay } from '@wangdi/policy/engine/day.ts'
import { aspects } from '@wangdi/policy/vocabulary.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { print } from '@wangdi/ui/marks/icons.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../shell/call.ts'
import { useLookedAt } from '../shell/looked-at.ts'
import { useSaying } from '../shell/say.ts'
import { NoticeBoard } from './board/NoticeBoard.tsx'
import { AspectCard } from './measures/AspectCard.tsx'
import { Changes } from './changes/Changes.tsx'
import { FirstThings } from './FirstThings.tsx'
import { Limits } from './measures/Limits.tsx'
import { LineMeasures, readLine } from './measures/LineMeasures.tsx'
import { PartMeasures, PlanCounts, readPart } from './measures/PlanCounts.tsx'
import { Rights } from './measures/Rights.tsx'
import { ShortTitles } from './measures/Source.tsx'
import { Turns } from './measures/Turns.tsx'
import { OwnMeasures } from './own/OwnMeasures.tsx'
import { Packages } from './state/Packages.tsx'
import type { PlanReply } from './plan-reply.ts'
import { OpenDoors } from './side/OpenDoors.tsx'
import { Side } from './side/Side.tsx'
import { StateStrip } from './state/StateStrip.tsx'
import { Timeline } from './timeline/Timeline.tsx'

/** 今日计划: what must be done now, how far it is, what must not be done, and why; another day can be looked at, not changed. */
export default function PlanPage() {
  const { t } = useTranslation('plan')
  const place = useLookedAt()
  const today = dayOf(useNow())
  const asked = useSearch({ strict: false }) as { on?: unknown }
  const on = typeof asked.on === 'string' && isDay(asked.on) && asked.on !== today ? asked.on : undefined
  const ahead = on !== undefined && on > today
  const { data, error, isFetching, refetch } = useQuery({
    // What would change until a day to come is told against today.
    ...ask(readPlan, on ? { place, on, ...(ahead && { against: today }) } : { place }),
    placeholderData: keepPreviousData,
    refetchInterval: on ? false : 60_000,
  })
  const past = on !== undefined
  const day = on ?? today
  return (
    <div className={past ? 'plan-past-frame' : undefined}>
      <div className="title">
        <h1>{past ? t('pastTitle', { day: formatDay(day, today) }) : t('title')}</h1>
        {data && <PlanCounts plan={data} past={past} />}
        <div className="actions">
          {data && <StaleLine at={data.at} onRefresh={() => void refetch()} busy={isFetching} />}
          {past ? (
            <Link to="/plan" className="ant-btn-link">
              {t('seeToday')}
            </Link>
          ) : (
            <>
              <Link to="/plan" search={{ on: addDays(today, -1) } as never}>
                {t('seeYesterday')}
              </Link>
              <Link to="/plan" search={{ on: addDays(today, 1) } as never}>
                {t('seeTomorrow')}
              </Link>
            </>
          )}
          <Button icon={<Icon of={print} />} onClick={() => window.print()}>
            {t('print')}
          </Button>
          {data && !past && <NoticeBoard plan={data} />}
        </div>
      </div>
      {past && <p className="plan-past">{t(ahead ? 'ahead' : 'past', { day: formatDay(day, today) })}</p>}
      {error && (
        <div className="plan-error">
          <ErrorLine problem={error} action={<Button onClick={() => void refetch()}>{t('again')}</Button>} />
        </div>
      )}
      {data ? <Plan plan={data} on={on} ahead={ahead} /> : !error && <Skeleton rows={12} />}
    </div>
  )
}

const columns = [
  ['control', 'participation'],
  ['service', 'digital', 'organisation'],
] as const

function Plan({ plan, on, ahead }: { plan: PlanReply; on: string | undefined; ahead: boolean }) {
  const past = on !== undefined
  const { t } = useTranslation('plan')
  const say = useSaying()
  const asked = useSearch({ strict: false }) as { doors_of?: unknown }
  const ofLine = readLine(asked)
  const ofPart = readPart(asked)
  const shortTitles = useMemo(() => new Map(plan.rules.map(({ document, short }) => [document, short])), [plan.rules])
  return (
    <ShortTitles value={shortTitles}>
      <StateStrip plan={plan} />
      <div className="plan-layout">
        <div>
          {typeof asked.doors_of === 'string' && plan.place.length === 12 && (
            <OpenDoors key={`${plan.place} ${asked.doors_of}`} community={plan.place} account={asked.doors_of} />
          )}
          {ofLine && <LineMeasures plan={plan} past={past} {...ofLine} />}
          {ofPart && <PartMeasures plan={plan} past={past} part={ofPart} />}
          {plan.with_evidence && !past && <FirstThings things={plan.first} day={plan.day} />}
          <Changes changes={plan.changes} ahead={ahead} />
          {plan.choice_needed && <Packages packages={plan.packages} />}
          {plan.items.length === 0 && (
            <section className="card">
              <Empty>{t('nothing')}</Empty>
            </section>
          )}
          <div className="plan-aspects">
            {columns.map((names, column) => (
              <div key={names[0]}>
                {names.map((name) => {
                  const items = plan.items.filter(({ aspect }) => aspect === name)
                  return (
                    items.length > 0 && <AspectCard key={name} title={say(aspects[name])} items={items} plan={plan} past={past} />
                  )
                })}
                {column === 0 && <OwnMeasures plan={plan} past={past} />}
                {column === 1 && (
                  <>
                    <Limits limits={plan.limits} />
                    <Rights rights={plan.rights} />
                    <Turns turns={plan.turns} />
                  </>
                )}
              </div>
            ))}
          </div>
          <Timeline place={plan.place} on={ahead ? undefined : on} />
        </div>
        <Side plan={plan} past={past} />
      </div>
    </ShortTitles>
  )
}
