import { shortName } from '@wangdi/domain/places/places.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { formatDayWithWeekday } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AskedCard } from '../kinds/Entrances.tsx'
import { useKnown } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import { Tabs } from '../shell/Tabs.tsx'
import { ByBuilding } from './ByBuilding.tsx'
import { daySaid } from './day-said.ts'
import { Calls, Decisions, Readings, Rounds, Urgent, Visits } from './kinds.tsx'
import { Strip } from './Strip.tsx'
import { type Work, workOf } from './work.ts'

/** 今日: what is to be done now, and where to go next. */
export function TodayPage() {
  const { t } = useTranslation('today')
  const shell = useTranslation('shell').t
  const language = useLanguage()
  const [order, setOrder] = useState<'urgency' | 'building'>('urgency')
  const { held, setting } = useKnown()
  const now = useNow()
  const work = useMemo(() => workOf(held, setting, new Date(now).toISOString()), [held, setting, now])
  const { day, weekday } = formatDayWithWeekday(work.today, language)
  const where = shortName(setting?.communityName ?? '') + (setting?.grids.map(({ name }) => name).join('、') ?? '')
  const all = work.done + work.tried + work.left
  const said = daySaid(work)
  return (
    <>
      <header className="f-top">
        <h1>
          {shell('today')}
          <small>
            {day} {weekday.replace('星期', '周')} · {where}
          </small>
        </h1>
        <div className="f-seg" role="tablist" aria-label={t('order')}>
          {(['urgency', 'building'] as const).map((one) => (
            <button key={one} type="button" role="tab" aria-selected={order === one} onClick={() => setOrder(one)}>
              {t(one === 'urgency' ? 'byUrgency' : 'byBuilding')}
            </button>
          ))}
        </div>
      </header>
      <main className="f-main">
        <Strip />
        <AskedCard />
        {all > 0 && (
          <div className="f-day">
            <p>
              {t('count', { count: all, n: all })} <b>{work.done}</b>
            </p>
            <div className="f-bar" role="img" aria-label={t('progress', { count: all, n: all, done: work.done })}>
              <i style={{ width: `${(work.done / all) * 100}%` }} />
            </div>
            <p>
              {t('left')} <b>{work.left}</b>
            </p>
            {work.tried > 0 && <p>{t('tried', { count: work.tried, n: work.tried })}</p>}
          </div>
        )}
        {said && (
          <section className="f-card f-empty">
            <h2>{t(said, { count: work.tried, n: work.tried })}</h2>
            <p>{t('tomorrow')}</p>
          </section>
        )}
        {order === 'building' ? (
          <ByBuilding work={work} />
        ) : (
          <>
            <Urgent work={work} />
            <Decisions work={work} />
            <Readings work={work} />
            <Calls work={work} />
            <Visits work={work} />
          </>
        )}
        <Rounds work={work} />
      </main>
      <Tabs at="today" above={<Act work={work} />} />
    </>
  )
}

// One big action: the most urgent thing that can be done at this moment.
function Act({ work }: { work: Work }) {
  const { t } = useTranslation('today')
  const now = useNow()
  const next = nextOf(work, now)
  return (
    <div className="f-act">
      <button type="button" className="f-sq" onClick={() => go('/buildings?search=1')}>
        <Search size={24} strokeWidth={1.75} aria-hidden="true" />
        {t('search')}
      </button>
      {next && (
        <button type="button" className="f-btn" onClick={() => go(next.to)}>
          {t(next.word)}
          <small>{doorText(next.household.door)}</small>
        </button>
      )}
    </div>
  )
}

function nextOf(work: Work, now: number) {
  const retest = work.urgent.find(({ at }) => Date.parse(at) <= now)
  const visit = work.visits.find(({ notBefore }) => notBefore === null || Date.parse(notBefore) <= now)
  const reading = retest ?? work.readings[0]?.all[0] ?? (visit ? undefined : work.urgent[0])
  if (reading) {
    const word = reading.why === 'retest' ? ('nowRetest' as const) : ('nowMeasure' as const)
    return { household: reading.household, word, to: `/reading/${reading.household.door.id}?person=${reading.person.id}` }
  }
  return visit && { household: visit.household, word: 'nowVisit' as const, to: `/visit/${visit.dwelling}` }
}
