import { doorPlate, type DoorPlate as Plate } from '@wangdi/domain/places/door-plate.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import { DoorPlate } from '@wangdi/ui/marks/DoorPlate.tsx'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDeadline } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { ChevronRight, Hand } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { grouped, householdsOf } from '../places/door.ts'
import { Bar } from '../shell/Bar.tsx'
import { carriedBy, useKnown, usePhone } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import { Tabs } from '../shell/Tabs.tsx'
import { Strip } from '../today/Strip.tsx'
import { type Clock, clockOf, listOnPhone, type OnPhone, plateFrom } from './on-phone.ts'
import { useSay } from './say.ts'
import { lineOf, titleOf } from './words-of.ts'

const clocks = ['late', 'soon', 'today', 'later', 'told'] as const
const tones = { late: 'urgent', soon: 'late', today: 'due', later: 'visit', told: 'visit' } as const

/** What was given to whoever carries the phone, and what is open in their grids, over all kinds, by the clock. */
export function ListPage({ isHome }: { isHome: boolean }) {
  const { t } = useTranslation('kinds')
  const { me } = usePhone()
  const { held } = useKnown()
  const now = new Date(useNow()).toISOString()
  const given = listOnPhone(held, 'given', me, now)
  const open = listOnPhone(held, 'asked', me, now)
  const carries = carriedBy(me)
  const [chosen, setChosen] = useState<'given' | 'asked'>()
  const which = chosen ?? (given.length > 0 || !carries.doors ? 'given' : 'asked')
  const shown = which === 'given' ? given : open
  const done = given.filter(({ may }) => may.length === 0).length
  return (
    <>
      {isHome ? (
        <header className="f-top">
          <h1>
            {t('given')}
            <small>{me.name}</small>
          </h1>
        </header>
      ) : (
        <Bar>{t('asked')}</Bar>
      )}
      <main className="f-main f-asked">
        {isHome && <Strip />}
        {carries.doors && carries.given && (
          <div className="f-seg f-seg-wide" role="tablist" aria-label={t('which')}>
            {(['given', 'asked'] as const).map((one) => (
              <button key={one} type="button" role="tab" aria-selected={which === one} onClick={() => setChosen(one)}>
                {one === 'given' ? t('mine', { n: given.length }) : t('open', { n: open.length })}
              </button>
            ))}
          </div>
        )}
        {which === 'given' && (
          <p className="f-apart">
            <Hand size={24} strokeWidth={1.75} aria-hidden="true" />
            {t('apart')}
          </p>
        )}
        {which === 'given' && given.length > 0 && (
          <div className="f-day">
            <p>
              {t('count', { count: given.length, n: given.length })} <b>{done}</b>
            </p>
            <div className="f-bar" role="img" aria-label={t('progress', { count: given.length, n: given.length, done })}>
              <i style={{ width: `${(done / given.length) * 100}%` }} />
            </div>
            <p>
              {t('left')} <b>{given.length - done}</b>
            </p>
          </div>
        )}
        {shown.length === 0 && (
          <section className="f-card f-empty">
            <h2>{t(which === 'given' ? 'none' : 'noneOpen')}</h2>
            <p>{t(which === 'given' ? 'noneWhat' : 'noneOpenWhat')}</p>
          </section>
        )}
        <Groups all={shown} now={now} />
      </main>
      {isHome && <Tabs at="given" />}
    </>
  )
}

const most = 50

function Groups({ all, now }: { all: readonly OnPhone[]; now: string }) {
  const { t } = useTranslation('kinds')
  const by = grouped(all, (one) => clockOf(one, now))
  // Whoever carries things out is told what to bring first, not what is late.
  const word = (clock: Clock, { isGiven }: OnPhone) => t(`clock.${clock === 'late' && isGiven ? 'first' : clock}`)
  return clocks.flatMap((clock) => {
    const own = by.get(clock) ?? []
    const [first] = own
    if (!first) return []
    return [
      <section className="f-card" key={clock}>
        <div className="f-gh">
          <h2 className={`f-kind f-kind-${tones[clock]}`}>{word(clock, first)}</h2>
          <span className="f-n">{t('n', { count: own.length, n: own.length })}</span>
        </div>
        {own.slice(0, most).map((one) => (
          <OneRow key={one.row.id} one={one} />
        ))}
        {own.length > most && <p className="f-hint">{t('n', { count: own.length - most, n: `+${own.length - most}` })}</p>}
      </section>,
    ]
  })
}

/** The plate of a request's door: the phone's own where it holds the door. */
export function usePlate(): (one: Pick<OnPhone, 'row'>) => Plate {
  const { held, setting } = useKnown()
  const today = dayOf(useNow())
  return ({ row }) => {
    const household = row.dwelling === null ? undefined : householdsOf(held, setting, today).get(row.dwelling)
    return household ? doorPlate(household.door) : plateFrom(row.door)
  }
}

function OneRow({ one }: { one: OnPhone }) {
  const { t } = useTranslation('kinds')
  const say = useSay()
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const today = dayOf(useNow())
  const plate = usePlate()(one)
  const { row, kind, isGiven } = one
  const { due_at, state } = row.standing
  const stands = flowOf(kind.flow).states[state]?.words
  return (
    <div className="f-row">
      <button type="button" className="f-row-main" onClick={() => go(`/one/${row.id}`)}>
        <DoorPlate {...plate} />
        <span className="f-row-text">
          <b>{say(titleOf(one))}</b>
          <span>
            {[
              due_at ? t('by', { when: formatDeadline(due_at, today) }) : '',
              isGiven ? '' : stands ? say(stands) : '',
              lineOf(one, language),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </button>
      <ChevronRight className="f-row-end" size={24} aria-hidden="true" />
    </div>
  )
}
