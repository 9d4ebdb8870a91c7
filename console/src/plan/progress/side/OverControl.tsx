import { readOverControl } from '@wangdi/domain/plan/over-control/over-control.api.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { addWords } from '@wangdi/ui/words/words.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../../lists/Asked.tsx'
import { Counted } from '../../../lists/Counted.tsx'
import { CaseMark } from '../../../over-control/CaseTable.tsx'
import { clockOf, spanOf, useRestriction } from '../../../over-control/case-words.ts'
import { words } from '../../../over-control/over-control.words.ts'
import { ask } from '../../../shell/call.ts'
import { ShortName } from '../use-progress.ts'

addWords('over-control', words)

const shown = 3

/** What goes beyond the rules and has not stopped, the latest first: the same cases as on its own board. */
export function OverControl({ place }: { place: string }) {
  const { t } = useTranslation('progress')
  const { t: tCase } = useTranslation('over-control')
  const restriction = useRestriction()
  const answer = useQuery({
    ...ask(readOverControl, { place, show: 'open', page: 0, size: shown }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
  const { data } = answer
  return (
    <section className="card" aria-label={t('control.title')}>
      <div className="card-head">
        <h2>{t('control.title')}</h2>
        {data && data.open > 0 && (
          <Counted n={data.open} of={{ to: '/over-control', rows: 'cases-open' }} className="end">
            <Tag tone={data.late > 0 ? 'not' : 'due'}>{t('control.open', { count: data.open })}</Tag>
          </Counted>
        )}
      </div>
      <Asked answer={answer} rows={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="quiet progress-pad">{t('control.none')}</p>
          ) : (
            <ul className="progress-side">
              {rows.map((one) => (
                <li key={one.key}>
                  <span className="first">
                    <b>
                      <ShortName code={one.place} />
                    </b>
                    <CaseMark one={one} />
                  </span>
                  <span className="second">
                    {restriction(one)} {one.label}
                    <small className="quiet nowrap">
                      {clockOf(one, tCase)} {spanOf(one.hours, tCase)}
                    </small>
                  </span>
                </li>
              ))}
              <li className="last">
                <Link to="/over-control">{t('control.all')} ›</Link>
              </li>
            </ul>
          )
        }
      </Asked>
    </section>
  )
}
