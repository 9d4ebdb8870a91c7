import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { SearchBar, type SearchBarRef } from 'antd-mobile'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OfflinePill } from '../shell/Bar.tsx'
import { useKnown } from '../shell/phone.ts'
import { go, useRoute } from '../shell/route.ts'
import { Tabs } from '../shell/Tabs.tsx'
import { Row } from '../today/rows.tsx'
import { buildingsOf, grouped, headOf, type Household, householdsOf } from './door.ts'
import { searchDoors, useInitials } from './search.ts'

const shownAtOnce = 40

/** 楼栋: the own doors in walking order, found by number or name. */
export function BuildingsPage() {
  const { t } = useTranslation('places')
  const { asked } = useRoute()
  const { held, setting } = useKnown()
  const today = dayOf(useNow())
  const [text, setText] = useState('')
  const [open, setOpen] = useState<string>()
  const field = useRef<SearchBarRef>(null)
  useEffect(() => {
    if (asked.get('search')) field.current?.focus()
  }, [asked])
  const households = useMemo(() => householdsOf(held, setting, today), [held, setting, today])
  const buildings = useMemo(() => buildingsOf(households.values()), [households])
  const initials = useInitials(text)
  const [shown, setShown] = useState(shownAtOnce)
  const found = searchDoors([...households.values()], text, held, initials)
  return (
    <>
      <header className="f-top">
        <h1>{t('title')}</h1>
        <OfflinePill />
      </header>
      <main className="f-main">
        <div className="f-search">
          <SearchBar
            ref={field}
            placeholder={t('search')}
            value={text}
            onChange={(typed) => {
              setText(typed)
              setShown(shownAtOnce)
            }}
          />
        </div>
        {text.trim() !== '' && (
          <section className="f-card">
            {found.length === 0 && <p className="f-empty">{t('none', { text: text.trim() })}</p>}
            {found.slice(0, shown).map((household) => (
              <DoorRow key={household.door.id} household={household} />
            ))}
            {found.length > shown && (
              <button type="button" className="f-link" onClick={() => setShown(shown + shownAtOnce)}>
                {t('moreFound', { count: found.length - shown })}
              </button>
            )}
          </section>
        )}
        {text.trim() === '' &&
          buildings.map(([name, own]) => (
            <section className="f-card" key={name}>
              <button
                type="button"
                className="f-gh f-plain"
                aria-expanded={open === name}
                onClick={() => setOpen(open === name ? undefined : name)}
              >
                <h2>{name}</h2>
                <span className="f-n">{t('doors', { count: own.length, n: own.length })}</span>
              </button>
              {open === name && <Units households={own} />}
            </section>
          ))}
      </main>
      <Tabs at="buildings" />
    </>
  )
}

function Units({ households }: { households: readonly Household[] }) {
  const { t } = useTranslation('places')
  const today = dayOf(useNow())
  return [...grouped(households, ({ door }) => door.unit ?? '')].map(([unit, own]) => (
    <div className="f-unit" key={unit}>
      {unit !== '' && <h3>{t('unit', { unit: unit.replace('单元', '') })}</h3>}
      <div className="f-doors">
        {own.map((household) => {
          const { door, visits } = household
          const seen = visits.some(({ at }) => dayOf(at) === today)
          return (
            <button
              key={door.id}
              type="button"
              className={`f-door${door.use === 'vacant' ? ' f-door-vacant' : ''}${seen ? ' f-door-seen' : ''}`}
              onClick={() => go(`/doors/${door.id}`)}
            >
              <b>{door.room ?? door.house}</b>
              <small>
                {door.use === 'vacant' ? t('vacant') : seen ? `✓ ${t('seen')}` : (headOf(household)?.name ?? t('nobody'))}
              </small>
            </button>
          )
        })}
      </div>
    </div>
  ))
}

function DoorRow({ household }: { household: Household }) {
  const { t } = useTranslation('places')
  const { door, people } = household
  return (
    <Row
      to={`/doors/${door.id}`}
      door={door}
      who={people.map(({ name }) => name).join('、') || t('nobody')}
      line={
        door.use === 'vacant'
          ? t('vacant')
          : t('people', { count: people.length, head: headOf(household)?.name ?? '', n: people.length })
      }
    />
  )
}
