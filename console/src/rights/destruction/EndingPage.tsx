import './destruction.css'
import { readEndList } from '@wangdi/domain/rights/destruction/destruction.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { AssessForm } from './AssessForm.tsx'
import { Run } from './Run.tsx'
import { Staying } from './Staying.tsx'

type EndListReply = Static<typeof readEndList.reply>

/** 结束清单: what ends with one response, and the destruction of the data that it made. */
export default function EndingPage() {
  const { t } = useTranslation('destruction')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const place = useLookedAt()
  const { access } = useSession()
  const today = dayOf(useNow())
  const answer = useQuery(ask(readEndList, { id, place }))
  const list = answer.data
  return (
    <>
      <div className="title">
        <h1>{t('endList')}</h1>
        {list && (
          <span className="note">
            {list.issuer} {list.number}
          </span>
        )}
        <div className="actions">
          {'rights.ended-responses' in access && <Link to={'/rights/endings' as string}>{t('back')}</Link>}
        </div>
      </div>
      <Asked answer={answer} rows={8}>
        {(shown) => (
          <div className="destruction-layout">
            <div className="list-stack">
              <p className="destruction-lead card">
                {shown.ended_on ? t('ended', { day: formatDay(shown.ended_on, today) }) : t('running')}
              </p>
              <Ends list={shown} />
            </div>
            <div className="list-stack">
              {shown.run ? (
                <Run id={shown.run.id} place={shown.run.place} list={shown} />
              ) : (
                <section className="card" aria-label={t('data')}>
                  <div className="card-head">
                    <h2>{t('data')}</h2>
                  </div>
                  {shown.ended_on && place.length === 6 && 'rights.assess-destruction' in access ? (
                    <AssessForm response={id} place={place} />
                  ) : (
                    <p className="destruction-lead">{t(shown.ended_on ? 'nobodyAsked' : 'afterwards')}</p>
                  )}
                </section>
              )}
              <Staying />
            </div>
          </div>
        )}
      </Asked>
    </>
  )
}

function Ends({ list }: { list: EndListReply }) {
  const { t } = useTranslation('destruction')
  const say = useSaying()
  const over = list.ended_on !== null
  return (
    <>
      <section className="card" aria-label={t('functions')}>
        <h2 className="card-head">{t('functions')}</h2>
        <ul className="destruction-list">
          {list.functions.map(({ name, words, closed }) => (
            <li key={name}>
              {say(words)}{' '}
              <Tag tone={over && !closed ? 'due' : 'plain'}>{t(closed ? 'closed' : over ? 'stillOpen' : 'willClose')}</Tag>
            </li>
          ))}
        </ul>
      </section>
      <section className="card" aria-label={t('orders')}>
        <h2 className="card-head">{t('orders')}</h2>
        {list.orders.length === 0 ? (
          <p className="destruction-lead">{t('noOrders')}</p>
        ) : (
          <ul className="destruction-list">
            {list.orders.map((order) => (
              <li key={order.id}>
                {order.number} <PlaceName code={order.place} /> {order.label}{' '}
                <Tag tone={over && !order.ended ? 'due' : 'plain'}>
                  {t(order.ended ? 'orderEnded' : over ? 'orderStands' : 'orderToLift')}
                </Tag>
              </li>
            ))}
          </ul>
        )}
      </section>
      {(['stopped', 'started'] as const).map((part) => (
        <section className="card" aria-label={t(part)} key={part}>
          <div className="card-head">
            <h2>{t(part)}</h2>
            <span className="end">{t('measures', { count: list[part].length })}</span>
          </div>
          {list[part].length === 0 ? (
            <p className="destruction-lead">{t('noMeasures')}</p>
          ) : (
            <ul className="destruction-list">
              {list[part].map(({ id, text }) => (
                <li key={id}>{say(text)}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  )
}
