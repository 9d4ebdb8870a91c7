import '../daily/lines/lines.css'
import { type AnyLine, type reportColumns, reportLines } from '@wangdi/domain/reports/daily-report.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import type { OpenedList } from '../../lists/Counted.tsx'
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
  const here = (line: AnyLine) => (nth: number) => ({
    ...{ to: '/reports/received', search: { day, line }, rows: sumRows(line, nth) },
  })
  return (
    <section className="card report-sums" aria-label={t('received.here')}>
      {(['people', 'work'] as const).map((kind) => {
        const rows = sums.filter(({ line }) => reportLines[line].kind === kind)
        const said = rows.map((sum) => ({ sum, words: say(reportLines[sum.line]), of: here(sum.line) }))
        return <SumTable key={kind} title={t(kind)} shown={columns[kind]} rows={said} least={least} />
      })}
      {(['people', 'work', 'asked', 'told'] as const).map((kind) => {
        const rows = own
          .filter((sum) => sum.own.of === kind)
          .map((sum) => ({ sum, words: say(sum.own.words), of: here(sum.line) }))
        return (
          rows.length > 0 && (
            <SumTable key={`own ${kind}`} title={t('ofNotices')} shown={columns[kind]} rows={rows} least={least} />
          )
        )
      })}
    </section>
  )
}

interface SumTableGiven {
  readonly title: string
  readonly shown: readonly (typeof reportColumns)[keyof typeof reportColumns][number][]
  readonly rows: readonly {
    readonly sum: Pick<Received['sums'][number], 'figures' | 'hidden' | 'left_out'> & { readonly line: string }
    readonly words: string
    /** What a figure of the row opens: the places below with theirs. */
    readonly of: (nth: number) => OpenedList
  }[]
  readonly least: number
}

/** Sums of lines with the same columns: those of the house, or those that notices bring. */
function SumTable({ title, shown, rows, least }: SumTableGiven) {
  const { t } = useTranslation('reports')
  return (
    <div className="list-scroll">
      <table className="report-lines">
        <thead>
          <tr>
            <th scope="col">{title}</th>
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
          {rows.map(({ sum, words, of }) => (
            <tr key={sum.line}>
              <th scope="row">{words}</th>
              {shown.map((name, nth) => (
                <td key={name} data-label={t(`column.${name}`)} className={nth === 2 ? 'key' : undefined}>
                  <Figure sum={sum} nth={nth} least={least} of={of(nth)} />
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
}
