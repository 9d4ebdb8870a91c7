import { countReached } from '@wangdi/domain/documents/documents.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'

/** How many communities below have read a document and done its tasks; counts, never persons. */
export function Reached({ document, place }: { document: string; place: string }) {
  const { t } = useTranslation('library')
  const answer = useQuery(ask(countReached, { document, place }))
  const sum = (tasks: readonly { done: number; part: number; not: number }[], key: 'done' | 'part' | 'not') =>
    formatNumber(tasks.reduce((all, task) => all + task[key], 0))
  return (
    <section className="card" aria-label={t('reached')}>
      <h2 className="card-head">{t('reached')}</h2>
      <Asked answer={answer}>
        {({ below, total }) =>
          below.length === 0 ? (
            <Empty>{t('noPlaces')}</Empty>
          ) : (
            <div className="list-scroll">
              <table className="list-table">
                <thead>
                  <tr>
                    <th>{t('place')}</th>
                    {(['communities', 'readCount', 'done', 'part', 'not'] as const).map((key) => (
                      <th key={key} className="figure">
                        {t(key)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {[total, ...below].map((line, nth) => (
                    <tr key={line.place || nth}>
                      <td>{line.name || t('all')}</td>
                      <td className="figure">{formatNumber(line.communities)}</td>
                      <td className="figure">{formatNumber(line.read)}</td>
                      <td className="figure">{sum(line.tasks, 'done')}</td>
                      <td className="figure">{sum(line.tasks, 'part')}</td>
                      <td className="figure">{sum(line.tasks, 'not')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Asked>
    </section>
  )
}
