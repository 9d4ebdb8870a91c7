import '../kinds.css'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { decideErrand, listProposedErrands } from '@wangdi/domain/requests/proposed/proposed.api.ts'
import type { Good, ProposedErrands } from '@wangdi/domain/requests/proposed/proposed.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDeadline } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { DeclineErrand } from './DeclineErrand.tsx'
import { TakeErrand } from './TakeErrand.tsx'

const shows = ['open', 'all'] as const

/** 居家观察户要办的: who stays at home by an order, and whether food, medicine, parcels and rubbish are seen to; a person decides each. */
export default function ProposedPage() {
  const { t } = useTranslation('kinds')
  const place = useLookedAt()
  const [show, setShow] = useState<(typeof shows)[number]>('open')
  const [asked, setAsked] = useState<{ readonly stay: ProposedErrands; readonly what: Good; readonly outcome: Outcome }>()
  const [page, setPage] = usePage(place, show)
  const answer = useQuery({
    ...ask(listProposedErrands, { place, show, page, size: pageSize }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
  return (
    <>
      <div className="title">
        <h1>{t('proposed.title')}</h1>
        <p className="quiet">{t('proposed.lead')}</p>
      </div>
      <section className="card" aria-label={t('proposed.title')}>
        <div className="list-filters">
          {shows.map((one) => (
            <button
              key={one}
              type="button"
              className="list-chip"
              aria-pressed={show === one}
              onClick={() => {
                setShow(one)
              }}
            >
              {t(`proposed.${one}`)}
            </button>
          ))}
        </div>
        <Asked answer={answer}>
          {({ rows, total }) => (
            <>
              {rows.length === 0 && <Empty>{t(`proposed.none.${show}`)}</Empty>}
              {rows.map((stay) => (
                <StayLine key={stay.observation} stay={stay} onAsk={(what, outcome) => setAsked({ stay, what, outcome })} />
              ))}
              <Pager
                page={page}
                total={total}
                rows={`proposed-${show}`}
                unit={() => t('proposed.unit')}
                order={t('order')}
                onPage={setPage}
              />
            </>
          )}
        </Asked>
      </section>
      {asked?.outcome === 'taken' && <TakeErrand stay={asked.stay} what={asked.what} onClose={() => setAsked(undefined)} />}
      {asked?.outcome === 'not-needed' && (
        <DeclineErrand stay={asked.stay} what={asked.what} onClose={() => setAsked(undefined)} />
      )}
    </>
  )
}

type Outcome = 'taken' | 'not-needed'

function StayLine({ stay, onAsk }: { stay: ProposedErrands; onAsk: (what: Good, outcome: Outcome) => void }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const today = dayOf(useNow())
  const { access } = useSession()
  const { person, name, door, due_at, late, goods } = stay
  const isOpen = goods.some(({ decision }) => decision === null)
  const values: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = errand.fields.what.values ?? {}
  return (
    <section className="kinds-proposed" aria-label={`${door} ${name}`}>
      <h2>
        <PersonLink person={person} name={name} /> <span className="quiet">{door}</span>
      </h2>
      {isOpen && (
        <p>
          <StateMark state={late ? 'not' : 'due'}>{t('proposed.ask', { when: formatDeadline(due_at, today) })}</StateMark>
        </p>
      )}
      <ul className="kinds-goods">
        {goods.map(({ what, decision }) => (
          <li key={what}>
            <b>{say(values[what] ?? { zh: what, en: what })}</b>
            {decision === null && decideErrand.name in access && (
              <>
                <Button size="small" type="primary" onClick={() => onAsk(what, 'taken')}>
                  {t('proposed.take')}
                </Button>
                <Button size="small" onClick={() => onAsk(what, 'not-needed')}>
                  {t('proposed.not')}
                </Button>
              </>
            )}
            {decision === null && !(decideErrand.name in access) && <span className="quiet">{t('proposed.unasked')}</span>}
            {decision?.errand && (
              <Link className="w-link" to={`/k/${errand.name.replace('.', '/')}`} search={{ request: decision.errand } as never}>
                {t('proposed.taken', { by: decision.by })}
              </Link>
            )}
            {decision && !decision.errand && <span className="quiet">{t('proposed.notNeeded', { by: decision.by })}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
