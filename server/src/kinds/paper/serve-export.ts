import { shanghaiDay, shanghaiTime } from '@wangdi/domain/day.ts'
import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import { problems } from '@wangdi/domain/kinds/kinds.problems.ts'
import { cellOf, headOf, isOfPeople, type Language } from '@wangdi/domain/kinds/paper/cells.ts'
import { type PaperColumn, paperColumnsOf } from '@wangdi/domain/kinds/paper/columns.ts'
import { choicesOf, exportLimits, exportReasons, type ExportReason, exportVerb } from '@wangdi/domain/kinds/paper/export.api.ts'
import type { Named } from '@wangdi/domain/kinds/pointing/pointers.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import type { Cell } from '@wangdi/domain/sheet.ts'
import { ofCommunity, type HeavyRequest, type Request, type Served, serveHeavy } from '../../platform/serve.ts'
import { namesOf } from '../pointing/names.ts'
import { type Line, linesOf } from './lines.ts'
import { paperLane, writeList } from './write-list.ts'

interface Asked {
  readonly place: PlaceCode
  readonly show: string
  readonly columns: readonly string[]
  readonly reason: ExportReason
  readonly note?: string
  readonly as: 'xlsx' | 'csv' | 'print'
  readonly language: Language
}

const chosen = (kind: Kind, input: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    choicesOf(kind).flatMap(([name]) => {
      const value = (input as Readonly<Record<string, unknown>>)[name]
      return value === undefined ? [] : [[name, String(value)]]
    }),
  )

function refuseTooMany(rows: number, columns: readonly PaperColumn[]): void {
  if (rows > exportLimits.rows) throw problems.tooManyRows({ rows, most: exportLimits.rows })
  const naming = columns.filter(({ names }) => names)
  if (naming.length > 0 && rows > exportLimits.named)
    throw problems.tooManyNamed({
      most: exportLimits.named,
      columns: naming.map(({ words }) => words.zh).join('、'),
      names: naming.map(({ words }) => words.en).join(', '),
    })
}

const cellIn = (kind: Kind, { row, values }: Line, { name, field }: PaperColumn, language: Language, names: Named): Cell =>
  field ? cellOf(field, values[name], language, isOfPeople(kind), names) : row[name.slice('row.'.length)]

// Who took it, when and for what: whoever finds a sheet knows whom to ask.
function markOf({ actor, input, at }: Pick<Request<Asked>, 'actor' | 'input' | 'at'>): string {
  const { reason, note, language } = input
  const when = `${shanghaiDay(at.getTime())} ${shanghaiTime(at.getTime())}`
  const why = [exportReasons[reason][language], note].filter(Boolean).join(language === 'zh' ? '，' : ', ')
  return language === 'zh' ? `${actor.name} ${when} 导出，用于：${why}` : `Taken out by ${actor.name} ${when} for: ${why}`
}

const textOf = (cell: Cell): string => (typeof cell === 'object' ? ('day' in cell ? cell.day : '') : String(cell ?? ''))

async function takeOut(kind: Kind, request: HeavyRequest<Asked>) {
  const { input, read, signal } = request
  const { place, show, reason, as, language } = input
  if (reason === 'other' && (input.note ?? '').trim() === '') throw problems.reasonNeeded({})
  const columns = paperColumnsOf(kind).filter(({ name }) => input.columns.includes(name))
  const { heads, rows, mark } = await read(async (within) => {
    const choices = chosen(kind, input)
    const taken = { place, show, choices, language, most: exportLimits.rows }
    const lines = await linesOf(kind, within as unknown as Request<never>, taken)
    refuseTooMany(lines.length, columns)
    within.note({ reason, as, rows: String(lines.length), columns: columns.map(({ name }) => name).join(' ') })
    within.saw(lines.map(({ about }) => about))
    const fields = Object.fromEntries(columns.flatMap(({ name, field }) => (field ? [[name, field]] : [])))
    const names = await namesOf(
      within as unknown as Request<never>,
      lines.map(({ values }) => [fields, values]),
    )
    return {
      heads: columns.map(({ words, field }) => (field ? headOf(field, language) : words[language])),
      rows: lines.map((line) => columns.map((column) => cellIn(kind, line, column, language, names))),
      mark: markOf(within),
    }
  })
  if (as === 'print') return { rows: rows.length, mark, file: null, sheet: { heads, rows: rows.map((row) => row.map(textOf)) } }
  const name = `${kind.words[language]}-${request.today}`
  const file = await writeList({ as, name, mark, rows: [[mark], heads, ...rows] }, signal)
  return { rows: rows.length, mark, file, sheet: null }
}

/** The verb by which a list of a kind leaves the house; none where nothing of it may. */
export function serveExport(kind: Kind): readonly Served[] {
  const endpoint = exportVerb(kind)
  if (!endpoint) return []
  return [
    serveHeavy(endpoint, {
      about: ofCommunity,
      lane: paperLane,
      work: (request) => takeOut(kind, request as unknown as HeavyRequest<Asked>),
    }),
  ]
}
