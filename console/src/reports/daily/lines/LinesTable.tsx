import './lines.css'
import {
  type AnyLine,
  isHouseLine,
  type ReportLine,
  reportColumns,
  toldLines,
  wordsOfLine,
} from '@wangdi/domain/reports/daily-report.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { attention, source } from '@wangdi/ui/marks/icons.ts'
import { formatNumber, formatShare } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../../shell/say.ts'
import { useSession } from '../../../shell/session.ts'
import { LineSaid } from './LineSaid.tsx'
import { linesOf, type ReportReply, rowId } from '../report-reply.ts'

/** The figure of a section that stands out, and opens the list behind it. */
const key = { people: 2, work: 2, asked: 2 } as const

interface Given {
  readonly kind: 'people' | 'work' | 'asked'
  readonly report: ReportReply
  readonly lines: readonly ReportLine[]
  readonly onBehind: (line: AnyLine, figure: number) => void
}

/** A figure that was told as a number has nobody behind it. */
const opensOf = ({ name, own }: ReportLine) =>
  isHouseLine(name) ? !toldLines.includes(name) : own !== undefined && own.of !== 'told'

/** One section of the report: computed figures, and what named persons said of a line. */
export function LinesTable({ kind, report, lines, onBehind }: Given) {
  const { t } = useTranslation('reports')
  return (
    <div className="list-scroll">
      <table className="report-lines">
        <thead>
          <tr>
            <th scope="col">{t(kind)}</th>
            {reportColumns[kind].map((name) => (
              <th scope="col" key={name}>
                {t(`column.${name}`)}
              </th>
            ))}
            <th scope="col" className="mid">
              {t('column.source')}
            </th>
            <th scope="col" className="said">
              {t('column.said')}
            </th>
          </tr>
        </thead>
        <tbody>
          {linesOf(lines, kind).map((line) => (
            <Line key={line.name} line={line} report={report} kind={kind} onBehind={onBehind} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({
  line,
  report,
  kind,
  onBehind,
}: {
  line: ReportLine
  report: ReportReply
  kind: Given['kind']
  onBehind: Given['onBehind']
}) {
  const { t } = useTranslation('reports')
  const say = useSaying()
  const label = say(wordsOfLine(line))
  const point = report.points.some((each) => each.line === line.name)
  // Somebody counted earlier is shown while today's zero is still to be said; only a line without anybody asks in place of figures.
  const asksFigures =
    line.state === 'counted' ||
    line.state === 'zero' ||
    (line.state === 'open' && ((line.figures[1] ?? 0) > 0 || (line.figures[2] ?? 0) > 0))
  return (
    <tr id={rowId(line.name)} className={[!opensOf(line) && 'report-told', point && 'point'].filter(Boolean).join(' ')}>
      <th scope="row">{label}</th>
      {asksFigures ? <Figures line={line} kind={kind} onBehind={onBehind} /> : <NoFigures state={line.state} />}
      <td className="quiet" data-label={t(`column.${reportColumns[kind][4]}`)}>
        <Change line={line} />
      </td>
      <td className="mid">
        {line.state !== 'not-applicable' && opensOf(line) && (
          <button
            type="button"
            className="report-source"
            onClick={() => onBehind(line.name, key[kind])}
            aria-label={`${t('noteSource')}：${label}`}
            title={t('noteSource')}
          >
            <Icon of={source} size={15} />
          </button>
        )}
      </td>
      <td className="said">
        <LineSaid line={line} report={report} label={label} />
      </td>
    </tr>
  )
}

function Figures({ line, kind, onBehind }: { line: ReportLine; kind: Given['kind']; onBehind: Given['onBehind'] }) {
  const { t } = useTranslation('reports')
  const say = useSaying()
  const { access } = useSession()
  const [due, done] = line.figures
  // Each figure opens who or which doors it counts; a share counts nothing of its own, and what was told as a number has nobody behind it.
  const opens = 'reports.behind' in access && opensOf(line)
  return reportColumns[kind].slice(0, 4).map((name, nth) => {
    const value = line.figures[nth] ?? null
    return (
      <td key={name} data-label={t(`column.${name}`)} className={nth === key[kind] ? 'key' : value === 0 ? 'quiet' : undefined}>
        {name === 'rate' ? (
          formatShare(done ?? 0, due ?? 0)
        ) : value === null ? (
          '—'
        ) : opens ? (
          <button
            type="button"
            className="w-link"
            aria-label={`${t('behind.title', { line: say(wordsOfLine(line)), figure: t(`column.${name}`) })} ${formatNumber(value)}`}
            data-figure={value}
            data-opens="report-behind"
            onClick={() => onBehind(line.name, nth)}
          >
            {formatNumber(value)}
          </button>
        ) : (
          formatNumber(value)
        )}
      </td>
    )
  })
}

function NoFigures({ state }: { state: ReportLine['state'] }) {
  const { t } = useTranslation('reports')
  if (state === 'not-applicable')
    return (
      <td colSpan={4} className="hatched">
        <span className="report-na">{t('notApplicable')}</span>
      </td>
    )
  return (
    <td colSpan={4} className="asking">
      {state === 'not-reported' ? (
        <span className="report-unreported">
          <Icon of={attention} size={12} />
          {t('notReported')}
        </span>
      ) : (
        <span className="due">
          <Icon of={attention} size={14} /> {t('open')}
        </span>
      )}
    </td>
  )
}

function Change({ line }: { line: ReportLine }) {
  const { t } = useTranslation('reports')
  if (line.change === null) return t('change.none')
  if (line.change === 0) return t('change.same')
  return line.change > 0 ? t('change.more', { count: line.change, n: line.change }) : t('change.less', { n: -line.change })
}
