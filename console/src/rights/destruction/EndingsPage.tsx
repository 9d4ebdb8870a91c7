import './destruction.css'
import { listEnded } from '@wangdi/domain/rights/destruction/destruction.api.ts'
import type { EndedResponse } from '@wangdi/domain/rights/destruction/destruction.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay, formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { markOf } from './run-marks.ts'
import { Terms } from './Terms.tsx'

/** 结束和销毁: the responses of a county that are over, how long ago, and how far the destruction of their data is. */
export default function EndingsPage() {
  const { t } = useTranslation('destruction')
  const place = useLookedAt()
  const answer = useQuery(ask(listEnded, { place }))
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
      </div>
      <section className="card" aria-label={t('title')}>
        <Asked answer={answer} rows={5}>
          {({ responses, ...terms }) => (
            <>
              <Terms place={place} {...terms} />
              {place.length < 6 ? (
                <Empty>{t('chooseCounty')}</Empty>
              ) : responses.length === 0 ? (
                <Empty>{t('none')}</Empty>
              ) : (
                <EndingTable rows={responses} />
              )}
            </>
          )}
        </Asked>
      </section>
    </>
  )
}

function EndingTable({ rows }: { rows: readonly EndedResponse[] }) {
  const { t } = useTranslation('destruction')
  const today = dayOf(useNow())
  return (
    <div className="list-scroll">
      <table className="list-table">
        <thead>
          <tr>
            {(['response', 'term', 'since', 'state'] as const).map((name) => (
              <th scope="col" key={name}>
                {t(`column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to={'/rights/endings/$id' as string} params={{ id: row.id } as never} className="list-name">
                  {row.issuer} {row.number}
                </Link>
              </td>
              <td>
                {formatDay(row.from, today)} – {formatDay(row.ended_on, today)}
              </td>
              <td>{t('days', { count: row.days, shown: formatNumber(row.days) })}</td>
              <td>
                <span className="list-tags">
                  <StateMark state={row.run ? markOf[row.run.state] : 'not'}>
                    {t(row.run ? `state.${row.run.state}` : 'state.none')}
                  </StateMark>
                  {row.overdue && <Tag tone="due">{t('overdue')}</Tag>}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
