import './controlled.css'
import { readControlled } from '@wangdi/domain/plan/controlled.api.ts'
import type { ControlledPerson, ControlledPlace } from '@wangdi/domain/plan/controlled.api.ts'
import { orderKindWords } from '@wangdi/domain/regimes/orders/control-order.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay, formatEndOfDay, formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Counted, rowsSaid } from '../../lists/Counted.tsx'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

/** 管控范围: places and persons under control at the smallest unit, each with why, since when, until when and who answers for it. */
export default function ControlledPage() {
  const { t } = useTranslation('controlled')
  const place = useLookedAt()
  const answer = useQuery(ask(readControlled, { place }))
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('lead')}</span>
      </div>
      <Asked answer={answer}>
        {({ places, persons, counts }) => (
          <div className="controlled">
            <Card
              title={t('places.title')}
              sub={
                <Counted n={places.length} of={{ to: '/controlled', rows: 'controlled-places' }}>
                  {t('places.count', { count: places.length })}
                </Counted>
              }
              said={rowsSaid('controlled-places', places.length)}
            >
              {places.length === 0 ? <Empty>{t('places.none')}</Empty> : <Places places={places} />}
            </Card>
            <Card title={t('persons.title')} sub={t('persons.lead')}>
              {persons && (persons.length === 0 ? <Empty>{t('persons.none')}</Empty> : <Persons persons={persons} />)}
              {!persons && counts && <Counts counts={counts} />}
              {!persons && !counts && <Empty>{t('persons.above')}</Empty>}
            </Card>
          </div>
        )}
      </Asked>
    </>
  )
}

function Card({ title, sub, said = {}, children }: { title: string; sub: ReactNode; said?: object; children: ReactNode }) {
  return (
    <section className="card" aria-label={title} {...said}>
      <div className="card-head">
        <h2>{title}</h2>
        <span className="sub">{sub}</span>
      </div>
      {children}
    </section>
  )
}

function Table({ first, children }: { first: string; children: ReactNode }) {
  const { t } = useTranslation('controlled')
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{first}</th>
            <th>{t('head.reason')}</th>
            <th>{t('head.from')}</th>
            <th>{t('head.until')}</th>
            <th>{t('head.reviewer')}</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

function Days({ from, until, reviewer }: { from: string; until: string; reviewer: string }) {
  const { t } = useTranslation('controlled')
  const today = dayOf(useNow())
  return (
    <>
      <td className="nowrap" data-label={t('head.from')}>
        {formatDay(from, today)}
      </td>
      <td className="nowrap" data-label={t('head.until')}>
        {formatEndOfDay(until, today)}
      </td>
      <td data-label={t('head.reviewer')}>{reviewer || t('nobody')}</td>
    </>
  )
}

function Places({ places }: { places: readonly ControlledPlace[] }) {
  const { t } = useTranslation('controlled')
  const say = useSaying()
  const { account } = useSession()
  return (
    <Table first={t('head.place')}>
      {places.map((one) => (
        <tr key={one.order}>
          <td className="controlled-where">
            <Link to="/orders/$id" params={{ id: one.order } as never}>
              {one.label}
            </Link>
            <small className="quiet">
              {say(orderKindWords(one.kind))} {account.place !== one.place && <PlaceName code={one.place} />}
            </small>
          </td>
          <td className="controlled-why">{one.reason}</td>
          <Days {...one} />
        </tr>
      ))}
    </Table>
  )
}

function Persons({ persons }: { persons: readonly ControlledPerson[] }) {
  const { t } = useTranslation('controlled')
  return (
    <Table first={t('head.person')}>
      {persons.map((one) => (
        <tr key={one.observation}>
          <td className="controlled-where">
            <PersonLink person={one.person} name={one.name} />
            <small className="quiet">{one.door}</small>
          </td>
          <td className="controlled-why">
            <Link to="/observation/$id" params={{ id: one.observation } as never}>
              {one.reason}
            </Link>
          </td>
          <Days {...one} />
        </tr>
      ))}
    </Table>
  )
}

function Counts({ counts }: { counts: readonly { place: string; persons: number }[] }) {
  const { t } = useTranslation('controlled')
  if (counts.length === 0) return <Empty>{t('persons.none')}</Empty>
  return (
    <ul className="controlled-counts">
      {counts.map(({ place, persons }) => (
        <li key={place}>
          <PlaceName code={place} /> <b>{t('persons.count', { count: persons, shown: formatNumber(persons) })}</b>
        </li>
      ))}
    </ul>
  )
}
