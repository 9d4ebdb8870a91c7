import { shortName } from '@wangdi/domain/places/places.ts'
import { roles } from '@wangdi/domain/roles.ts'
import { readTraces, type TraceSum } from '@wangdi/domain/rights/traces/traces.api.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** Who did how much on a day, who saw most first; or who was refused, most first. */
export function AccountSums({
  place,
  day,
  chosen,
  onChoose,
}: {
  place: string
  day: string
  chosen: string | undefined
  onChoose: (sum: TraceSum) => void
}) {
  const { t } = useTranslation('traces')
  const [refused, setRefused] = useState(false)
  const [page, setPage] = usePage(place, day, refused)
  const asked = { place, from: day, to: day, accounts_page: page, size: pageSize, ...(refused && { refused }) }
  const answer = useQuery({ ...ask(readTraces, asked), placeholderData: keepPreviousData })
  return (
    <section className="card" aria-label={t('accounts')}>
      <div className="card-head">
        <h2>{t('accounts')}</h2>
        <Checkbox
          className="end"
          checked={refused}
          onChange={({ target }) => {
            setRefused(target.checked)
          }}
        >
          {t('onlyRefused')}
        </Checkbox>
      </div>
      <Asked answer={answer} rows={8}>
        {({ accounts: { rows, total } }) =>
          rows.length === 0 ? (
            <Empty>{t(refused ? 'noneRefused' : 'none')}</Empty>
          ) : (
            <>
              <Sums rows={rows} chosen={chosen} onChoose={onChoose} />
              <Pager
                page={page}
                total={total}
                unit={(count) => t('accountUnit', { count })}
                order={t(refused ? 'refusedOrder' : 'accountOrder')}
                busy={answer.isPlaceholderData}
                onPage={setPage}
              />
            </>
          )
        }
      </Asked>
    </section>
  )
}

function Sums({
  rows,
  chosen,
  onChoose,
}: {
  rows: readonly TraceSum[]
  chosen: string | undefined
  onChoose: (sum: TraceSum) => void
}) {
  const { t } = useTranslation('traces')
  const say = useSaying()
  return (
    <div className="list-scroll">
      <table className="list-table stack trace-sums">
        <thead>
          <tr>
            <th>{t('name')}</th>
            <th>{t('role')}</th>
            <th>{t('place')}</th>
            <th className="figure">{t('seen')}</th>
            <th className="figure">{t('lines')}</th>
            <th className="figure">{t('refusedLines')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((sum) => (
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
              <td>{shortName(sum.place_name)}</td>
              <td className="figure" data-label={t('seen')}>
                {formatNumber(sum.seen)}
              </td>
              <td className="figure" data-label={t('lines')}>
                {formatNumber(sum.lines)}
              </td>
              <td className="figure" data-label={t('refusedLines')}>
                {sum.refused > 0 ? <Tag tone="due">{formatNumber(sum.refused)}</Tag> : 0}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
