import { roles } from '@wangdi/domain/roles.ts'
import { readTraces, type TraceLine, type TraceSum } from '@wangdi/domain/rights/traces/traces.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatMoment, formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'

const size = 50

/** 谁看过什么: the audit of a day by account, and the lines of one account. */
export default function TracesPage() {
  const { t } = useTranslation('traces')
  const place = useLookedAt()
  const today = dayOf(useNow())
  const [day, setDay] = useState(today)
  const [chosen, setChosen] = useState<TraceSum>()
  const [page, setPage] = useState(0)
  const account = chosen?.account ?? undefined
  const answer = useQuery(ask(readTraces, { place, from: day, to: day, page, size, ...(account && { account }) }))
  const choose = (sum: TraceSum | undefined) => {
    setPage(0)
    setChosen(sum)
  }
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <label className="actions">
          {t('day')}{' '}
          <input
            type="date"
            value={day}
            max={today}
            onChange={({ target }) => {
              choose(undefined)
              setDay(target.value || today)
            }}
          />
        </label>
      </div>
      <p className="quiet">{t('lead')}</p>
      <Asked answer={answer} rows={8}>
        {({ accounts, lines }) => (
          <div className="list-stack">
            <Accounts accounts={accounts} chosen={account} onChoose={choose} />
            {chosen && (
              <section className="card" aria-label={t('linesOf', { name: chosen.name })}>
                <div className="card-head">
                  <h2>{t('linesOf', { name: chosen.name })}</h2>
                </div>
                <Lines rows={lines.rows} today={today} />
                <Pager page={page} total={lines.total} size={size} unit={t('unit')} order={t('order')} onPage={setPage} />
              </section>
            )}
          </div>
        )}
      </Asked>
    </>
  )
}

function Accounts({
  accounts,
  chosen,
  onChoose,
}: {
  accounts: readonly TraceSum[]
  chosen: string | undefined
  onChoose: (sum: TraceSum) => void
}) {
  const { t } = useTranslation('traces')
  const say = useSaying()
  if (accounts.length === 0) return <Empty>{t('none')}</Empty>
  return (
    <section className="card" aria-label={t('accounts')}>
      <div className="card-head">
        <h2>{t('accounts')}</h2>
      </div>
      <div className="list-scroll">
        <table className="list-table">
          <thead>
            <tr>
              <th>{t('name')}</th>
              <th>{t('role')}</th>
              <th>{t('seen')}</th>
              <th>{t('lines')}</th>
              <th>{t('refused')}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((sum) => (
              <tr key={sum.account ?? ''} className={sum.account === chosen ? 'on' : undefined}>
                <td>
                  <button
                    type="button"
                    className="w-link list-name"
                    aria-pressed={sum.account === chosen}
                    onClick={() => onChoose(sum)}
                  >
                    {sum.name || t('nobody')}
                  </button>
                </td>
                <td className="nowrap">{sum.role in roles ? say(roles[sum.role as keyof typeof roles]) : ''}</td>
                <td>{formatNumber(sum.seen)}</td>
                <td>{formatNumber(sum.lines)}</td>
                <td>{sum.refused > 0 ? <Tag tone="due">{formatNumber(sum.refused)}</Tag> : 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Lines({ rows, today }: { rows: readonly TraceLine[]; today: string }) {
  const { t } = useTranslation('traces')
  const say = useSaying()
  return (
    <div className="list-scroll">
      <table className="list-table">
        <thead>
          <tr>
            <th>{t('at')}</th>
            <th>{t('verb')}</th>
            <th>{t('seen')}</th>
            <th>{t('refused')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((line, at) => (
            <tr key={`${line.at} ${at}`}>
              <td className="nowrap">{formatMoment(line.at, today)}</td>
              <td>{say(line.words)}</td>
              <td>{line.seen > 0 ? formatNumber(line.seen) : ''}</td>
              <td>
                {line.why && <Tag tone="due">{say(line.why)}</Tag>}
                {line.times !== null && <span className="quiet small"> {t('times', { count: line.times })}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
