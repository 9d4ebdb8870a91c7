import { readSupervision } from '@wangdi/domain/plan/supervision/supervision.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { valueWords } from '@wangdi/policy/vocabulary.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf, formatDay, formatNumber } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Counted } from '../../lists/Counted.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { lookAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

const classes = ['no-case', 'cases', 'transmission', 'unknown'] as const
type Class = (typeof classes)[number]
const pageSize = 20

/** The communities below with their duties, measures and effect; a name leads to the community's own page. */
export function Standings({ place }: { place: string }) {
  const { t } = useTranslation('inspections')
  const say = useSaying()
  const { account } = useSession()
  const today = dayOf(useNow())
  const [wanted, setWanted] = useState<Class | ''>('')
  const [page, setPage] = usePage(place, wanted)
  const asked = { place, page, size: pageSize, ...(wanted && { class: wanted }) }
  const answer = useQuery({ ...ask(readSupervision, asked), placeholderData: keepPreviousData })
  const named = (value: string | null) =>
    value === null || value === 'unknown' ? t('noClass') : say(valueWords[value] ?? { zh: value, en: value })
  return (
    <section className="card" aria-label={t('standings')}>
      <div className="card-head">
        <h2>{t('standings')}</h2>
        <span className="sub">{t('standingsNote')}</span>
      </div>
      <div className="list-filters">
        <label>
          {t('class')}
          <Select<Class | ''>
            value={wanted}
            style={{ width: 150 }}
            options={[{ value: '', label: t('anyClass') }, ...classes.map((value) => ({ value, label: named(value) }))]}
            onChange={(chosen) => {
              setWanted(chosen)
            }}
          />
        </label>
      </div>
      <Asked answer={answer}>
        {({ rows, total }) => (
          <>
            <div className="list-scroll">
              <table className="list-table stack">
                <thead>
                  <tr>
                    <th>{t('community')}</th>
                    <th>{t('class')}</th>
                    <th className="figure">{t('duties')}</th>
                    <th>{t('measures')}</th>
                    <th className="figure">{t('effect')}</th>
                    <th className="figure">{t('findings')}</th>
                    <th>{t('last')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.community}>
                      <td>
                        <button type="button" className="w-link" onClick={() => lookAt(account.id, row.community)}>
                          {shortName(row.name)}
                        </button>
                      </td>
                      <td data-label={t('class')}>{named(row.class)}</td>
                      <td className="figure" data-label={t('duties')}>
                        {row.duties.due === 0 ? (
                          '—'
                        ) : (
                          <>
                            <Grids n={row.duties.done} place={row.community} show="staffed" />/
                            <Grids n={row.duties.due} place={row.community} />
                          </>
                        )}
                      </td>
                      <td data-label={t('measures')}>{t('measuresSaid', row.measures)}</td>
                      <td className="figure" data-label={t('effect')}>
                        {row.effect.due === 0 ? '—' : `${formatNumber(row.effect.done)}/${formatNumber(row.effect.due)}`}
                      </td>
                      <td className="figure" data-label={t('findings')}>
                        <Counted n={row.open} of={{ to: '/inspections', rows: 'findings', place: row.community }} />{' '}
                        {row.overdue > 0 && <Tag tone="not">{`${t('overdue')} ${row.overdue}`}</Tag>}
                      </td>
                      <td className="nowrap" data-label={t('last')}>
                        {row.inspected_on ? formatDay(row.inspected_on, today) : t('never')}{' '}
                        {row.inspection_due && <Tag tone="due">{t('due')}</Tag>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <Pager
              page={page}
              total={total}
              size={pageSize}
              unit={(count) => t('unitCount', { count })}
              order={t('orderStanding')}
              busy={answer.isFetching}
              onPage={setPage}
            />
          </>
        )}
      </Asked>
    </section>
  )
}

/** How many grids have somebody, or there are: opens them, where the own right reaches them. */
function Grids({ n, place, show }: { n: number; place: string; show?: 'staffed' }) {
  const { access } = useSession()
  if (!('plan.grids' in access)) return formatNumber(n)
  return <Counted n={n} of={{ to: '/grids', search: show ? { show } : {}, rows: 'grids', place }} />
}
