import type { readEndList } from '@wangdi/domain/rights/destruction/destruction.api.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { rowsSaid } from '../../lists/Counted.tsx'
import { Goods, People } from '../../plan/changes/Needs.tsx'
import '../../plan/plan.css'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'

type EndListReply = Static<typeof readEndList.reply>

/** What ends with a response: functions, orders, measures, and whom and what that sets free. */
export function Ends({ list }: { list: EndListReply }) {
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
        <section className="card" aria-label={t(part)} key={part} {...rowsSaid(`measures-${part}`, list[part].length)}>
          <div className="card-head">
            <h2>{t(part)}</h2>
            <span className="end">{t('measures', { count: list[part].length })}</span>
          </div>
          <Measures of={list[part]} rows={`measures-${part}-more`} />
        </section>
      ))}
      {list.people.length > 0 && (
        <section className="card destruction-needs" aria-label={t('needs.people')}>
          <h2 className="card-head">{t('needs.people')}</h2>
          <People people={list.people} subject="destruction" />
        </section>
      )}
      {list.goods.started.length + list.goods.stopped.length > 0 && (
        <section className="card destruction-needs" aria-label={t('needs.goods')}>
          <h2 className="card-head">{t('needs.goods')}</h2>
          <Goods goods={list.goods} subject="destruction" />
        </section>
      )}
    </>
  )
}

const shown = 6

/** The first measures of a list; the rest unfolds. */
function Measures({ of, rows }: { of: EndListReply['stopped']; rows: string }) {
  const { t } = useTranslation('destruction')
  const say = useSaying()
  if (of.length === 0) return <p className="destruction-lead">{t('noMeasures')}</p>
  const lines = (measures: EndListReply['stopped']) => (
    <ul className="destruction-list">
      {measures.map(({ id, text }) => (
        <li key={id}>{say(text)}</li>
      ))}
    </ul>
  )
  return (
    <>
      {lines(of.slice(0, shown))}
      {of.length > shown && (
        <details className="destruction-staying" {...rowsSaid(rows, of.length - shown)}>
          <summary>{t('moreMeasures', { count: of.length - shown })}</summary>
          {lines(of.slice(shown))}
        </details>
      )}
    </>
  )
}
