import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { addDays } from '@wangdi/domain/day.ts'
import { formatDay } from '@wangdi/ui/words/format.ts'

/** What a line is drawn from: a value a day, null where nobody counted; the days from the first to the last. */
export interface ChartParts {
  readonly from: string
  readonly until: string
  readonly days: readonly { readonly day: string; readonly value: number }[]
  /** How a value is written at the axis. */
  readonly write: (value: number) => string
  /** A share is drawn up to 100. */
  readonly most?: number
  /** A day to mark, with its word. */
  readonly mark?: { readonly day: string; readonly word: string } | undefined
  readonly todayWord: string
  /** What the picture says, for those who do not see it. */
  readonly label: string
  readonly width?: number
  readonly height?: number
}

const space = { top: 18, right: 14, bottom: 20, left: 44 }

/** A line over the days, drawn as SVG, so that print, wall and screen show the same picture; the table beside it has the figures. */
export default function LineChart({
  from,
  until,
  days,
  write,
  most,
  mark,
  todayWord,
  label,
  width = 340,
  height = 150,
}: ChartParts) {
  const all: string[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) all.push(day)
  const x = scalePoint(all, [space.left, width - space.right])
  const values = days.map(({ value }) => value)
  const least = Math.min(...values)
  const greatest = Math.max(...values)
  const room = Math.max((greatest - least) * 0.25, most ? 2 : 1)
  const y = scaleLinear(
    [Math.max(0, least - room), Math.min(most ?? Number.POSITIVE_INFINITY, greatest + room)],
    [height - space.bottom, space.top],
  ).nice(4)
  const placed = all.map((day) => ({ day, value: days.find((one) => one.day === day)?.value }))
  const path = line<(typeof placed)[number]>()
    .defined(({ value }) => value !== undefined)
    .x(({ day }) => x(day) ?? 0)
    .y(({ value }) => y(value ?? 0))(placed)
  const last = days.at(-1)
  const marked = mark && x(mark.day)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="progress-chart">
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <path d={`M${space.left} ${y(tick)}H${width - space.right}`} className="grid" />
          <text x={space.left - 6} y={y(tick) + 4} textAnchor="end">
            {write(tick)}
          </text>
        </g>
      ))}
      {marked !== undefined && (
        <g className="mark">
          <path d={`M${marked} ${space.top - 4}V${height - space.bottom}`} />
          <text x={marked} y={space.top - 7} textAnchor={marked < width / 2 ? 'start' : 'end'}>
            {mark?.word}
          </text>
        </g>
      )}
      {path && <path d={path} className="line" />}
      {days.map(({ day, value }) => (
        <circle key={day} cx={x(day)} cy={y(value)} r={day === last?.day ? 4 : 1.5} className="point" />
      ))}
      <text x={x(from)} y={height - 4} textAnchor="start">
        {formatDay(from, until)}
      </text>
      <text x={x(until)} y={height - 4} textAnchor="end">
        {todayWord}
      </text>
    </svg>
  )
}
