import '../daily/lines/lines.css'
import { reportColumns, reportLines } from '@wangdi/domain/reports/daily-report.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { columns } from './columns.ts'
import { Figure, sumRows } from './Figure.tsx'
import type { Received } from './received.ts'

/** The sums of the lines; what was left out is said beside them and never counted as zero. */
export function Sums({
  sums,
  own,
  least,
  day,
}: {
  sums: Received['sums']
  own: Received['own_sums']
  least: number
  day: string
}) {
  const { t } = useTranslation('reports')
  const say = useSaying()
  return (
    <section className="card report-sums" aria-label={t('received.here')}>
      {(['people', 'work'] as const).map((kind) => (
        <div className="list-scroll" key={kind}>
          <table className="report-lines">
            <thead>
              <tr>
                <th scope="col">{t(kind)}</th>
                {columns[kind].map((name) => (
                  <th scope="col" key={name}>
                    {t(`column.${name}`)}
                  </th>
                ))}
                <th scope="col" className="said">
                  {t('column.said')}
                </th>
              </tr>
            </thead>
            <tbody>
              {sums
                .filter(({ line }) => reportLines[line].kind === kind)
                .map((sum) => (
                  <tr key={sum.line}>
                    <th scope="row">{say(reportLines[sum.line])}</th>
                    {columns[kind].map((name, nth) => (
                      <td key={name} data-label={t(`column.${name}`)} className={nth === 2 ? 'key' : undefined}>
                        <Figure
                          sum={sum}
                          nth={nth}
                          least={least}
                          of={{ to: '/reports/received', search: { day, line: sum.line }, rows: sumRows(sum.line, nth) }}
                        />
                      </td>
                    ))}
                    <td className="said quiet small">
                      {sum.left_out > 0 && t('received.leftOut', { count: sum.left_out, n: formatNumber(sum.left_out) })}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      ))}
      {own.length > 0 && <OwnSums own={own} least={least} />}
    </section>
  )
}

/** The sums of the lines that notices bring, each among those with the same columns. */
function OwnSums({ own, least }: { own: Received['own_sums']; least: number }) {
  const { t } = useTranslation('reports')
  const say = useSaying()
  return (['people', 'work', 'told'] as const).map((kind) => {
    const rows = own.filter((sum) => sum.own.of === kind)
    const shown = reportColumns[kind].slice(0, kind === 'work' ? 3 : 4)
    if (rows.length === 0) return null
    return (
      <div className="list-scroll" key={kind}>
        <table className="report-lines">
          <thead>
            <tr>
              <th scope="col">{t('ofNotices')}</th>
              {shown.map((name) => (
                <th scope="col" key={name}>
                  {t(`column.${name}`)}
                </th>
              ))}
              <th scope="col" className="said">
                {t('column.said')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ own: { words }, ...sum }) => (
              <tr key={sum.line}>
                <th scope="row">{say(words)}</th>
                {shown.map((name, nth) => (
                  <td key={name} data-label={t(`column.${name}`)} className={nth === 2 ? 'key' : undefined}>
                    <Figure sum={sum} nth={nth} least={least} />
                  </td>
                ))}
                <td className="said quiet small">
                  {sum.left_out > 0 && t('received.leftOut', { count: sum.left_out, n: formatNumber(sum.left_out) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  })
}
