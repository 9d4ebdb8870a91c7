import type { PaperStanding } from '@wangdi/domain/kinds/document/document.api.ts'
import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

const figures = ['communities', 'have', 'without', 'late', 'untried'] as const

/** How many communities below have a document of each value of its choice, in time and tried; counts, never persons. */
export function PaperStandings({ kind, endpoint, place }: { kind: DocumentKind; endpoint: Endpoint; place: string }) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const answer = useQuery(ask(endpoint, { place }))
  const data = answer.data as { values: Static<typeof PaperStanding>[] } | undefined
  const each = kind.fields[kind.each ?? '']
  const shown = figures.filter((one) => one !== 'untried' || kind.tried)
  return (
    <section className="card" aria-label={t('standing.title')}>
      <h2 className="card-head">{t('standing.title')}</h2>
      <Asked answer={{ ...answer, data }} rows={3}>
        {({ values }) => (
          <div className="list-scroll">
            <table className="list-table">
              <thead>
                <tr>
                  <th>{each && say(each.words)}</th>
                  {shown.map((one) => (
                    <th key={one} className="figure">
                      {t(`standing.${one}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {values.map(({ value, communities, have, overdue, untried }) => {
                  const counts = { communities, have, without: communities - have, late: overdue, untried }
                  return (
                    <tr key={value}>
                      <td>{say(each?.values?.[value] ?? kind.words)}</td>
                      {shown.map((one) => (
                        <td key={one} className="figure">
                          {formatNumber(counts[one])}
                        </td>
                      ))}
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        )}
      </Asked>
    </section>
  )
}
