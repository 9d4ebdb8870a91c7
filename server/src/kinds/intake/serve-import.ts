import { guessFields, headsOf, type KindHeads, missingColumns } from '@wangdi/domain/kinds/intake/heads.ts'
import { importLimits, type ImportVerbs, importVerbs } from '@wangdi/domain/kinds/intake/import.api.ts'
import { type JudgedRows, judgeRows, thingKey } from '@wangdi/domain/kinds/intake/judge.ts'
import { problems } from '@wangdi/domain/kinds/kinds.problems.ts'
import type { Language } from '@wangdi/domain/kinds/paper/cells.ts'
import type { RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import { maskNumbers } from '@wangdi/domain/people/mask-numbers.ts'
import { textOf } from '@wangdi/domain/people/roster/cells.ts'
import { problems as common } from '@wangdi/domain/problem.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { v7 as newId } from 'uuid'
import { type HeavyRequest, type Request, type Served, serveHeavy } from '../../platform/serve.ts'
import { type GivenFile, writeList } from '../paper/write-list.ts'
import { actOnThing } from '../register/serve-register.ts'
import { heldKeys } from './held.queries.ts'
import { intakeLane, type ReadSheet, readSheet } from './read-sheet.ts'
import { soughtIn } from './sought.ts'
import { joinSheetUpload } from './sheet-upload.ts'

interface Asked {
  readonly place: PlaceCode
  readonly file: Id
  readonly sheet?: string
  readonly head_row?: number
  readonly columns?: readonly { readonly column: number; readonly field: string }[]
}

interface Judged {
  readonly read: ReadSheet
  readonly heads: KindHeads
  readonly missing: readonly string[]
  readonly rows: JudgedRows
}

const nothing: JudgedRows = { rows: 0, hidden: 0, accepted: [], rejected: [], duplicates: [], not_records: [] }
// Title lines and heads come before the first record.
const above = 30
const firstRows = 8

async function judge(kind: RegisterKind, request: HeavyRequest<Asked>): Promise<Judged> {
  const { actor, input, today, uploads, signal } = request
  const path = uploads?.findPath(actor.account, input.file)
  if (path === undefined) throw common.notFound({})
  const read = await readSheet({ path, sheet: input.sheet, most: importLimits.rows + above }, signal)
  if (read.more) throw problems.tooManyToBring({ most: importLimits.rows })
  const heads = headsOf(kind.fields, read.rows, { headRow: input.head_row, columns: input.columns })
  const missing = missingColumns(kind.fields, heads)
  if (missing.length > 0) return { read, heads, missing, rows: nothing }
  const { held, sought } = await request.read(async (within) => ({
    held: await heldKeys(within.db, kind, input.place),
    sought: await soughtIn(kind, read.rows, heads, within),
  }))
  return { read, heads, missing, rows: judgeRows(kind, read.rows, heads, held, { today, from1904: read.from1904, sought }) }
}

const countsOf = ({ rows, hidden, accepted, rejected, duplicates, not_records }: JudgedRows) => ({
  ...{ rows, hidden, accepted: accepted.length, rejected: rejected.length },
  ...{ duplicates: duplicates.length, not_records: not_records.length },
})

function headsTold({ columns, unknown }: KindHeads, { rows }: ReadSheet, headRow: number) {
  const line = rows.find(({ row }) => row === headRow)?.cells ?? []
  const width = Math.min(60, Math.max(0, ...rows.slice(0, above).map(({ cells }) => cells.length)))
  const named = new Map(Object.entries(columns).map(([field, column]) => [column, field]))
  const all = headRow === 0 ? Array.from({ length: width }, (_, column) => column) : unknown.map(({ column }) => column)
  return [...new Set([...named.keys(), ...all])]
    .sort((a, b) => a - b)
    .map((column) => ({
      column,
      head: maskNumbers(textOf(line[column])).slice(0, 40),
      field: named.get(column) ?? null,
    }))
}

// The row as it was, its number, and the reason last: corrected in the sheet and brought again.
async function rejectsFile(
  kind: RegisterKind,
  { read, heads, rows }: Judged,
  language: Language,
  signal: AbortSignal,
): Promise<GivenFile | null> {
  if (rows.rejected.length === 0) return null
  const line = read.rows.find(({ row }) => row === heads.headRow)?.cells ?? []
  const width = Math.max(line.length, ...rows.rejected.map(({ cells }) => cells.length))
  const wide = (cells: readonly (typeof line)[number][]) => Array.from({ length: width }, (_, at) => cells[at])
  const zh = language === 'zh'
  const list = [
    [...wide(line), zh ? '原行号' : 'Row', zh ? '没收下的原因' : 'Why it was not taken'],
    ...rows.rejected.map(({ row, text, cells }) => [...wide(cells), row, text[language]]),
  ]
  const name = zh ? `${kind.words.zh}-没收下的行` : `${kind.words.en}-rows not taken`
  return writeList({ as: 'xlsx', name, mark: name, rows: list }, signal)
}

async function preview(kind: RegisterKind, request: HeavyRequest<Asked & { language: Language }>) {
  const judged = await judge(kind, request)
  const { read, heads, missing, rows } = judged
  const { input, today, signal } = request
  await request.read(async ({ note }) => note({ file: input.file }))
  const below = read.rows.filter(({ row }) => row <= heads.headRow + firstRows).slice(0, heads.headRow + firstRows)
  const { told } = importLimits
  return {
    ...{ sheet: read.sheet, sheets: [...read.sheets], head_row: heads.headRow, missing: [...missing] },
    heads: headsTold(heads, read, heads.headRow),
    guesses: guessFields(kind.fields, read.rows.slice(0, above + 10), heads, { today, from1904: read.from1904 }),
    first_rows: below.map(({ row, cells }) => ({
      row,
      cells: cells.slice(0, 60).map((cell) => maskNumbers(textOf(cell)).slice(0, 60)),
    })),
    ...countsOf(rows),
    rejects: rows.rejected.slice(0, told).map(({ row, text }) => ({ row, text })),
    same: rows.duplicates.slice(0, told),
    others: rows.not_records.slice(0, told),
    rejects_file: await rejectsFile(kind, judged, input.language, signal),
  }
}

async function bring(kind: RegisterKind, request: HeavyRequest<Asked & { id: Id }>) {
  const { rows, missing } = await judge(kind, request)
  const { actor, input } = request
  const words = missing.flatMap((name) => kind.fields[name]?.words ?? [])
  if (words.length > 0)
    throw problems.columnsNeeded({ columns: words.map(({ zh }) => zh).join('、'), names: words.map(({ en }) => en).join(', ') })
  if (rows.accepted.length === 0) throw problems.nothingToBring({})
  const reply = await request.write(async (ground) => {
    // Somebody else may have entered one meanwhile: it is found again as the others are.
    const held = await heldKeys(ground.db, kind, input.place)
    const twice = rows.accepted.filter(({ values }) => held.has(thingKey(kind, values)))
    const fresh = rows.accepted.filter((one) => !twice.includes(one))
    for (const { values } of fresh) {
      const said = { id: newId(), place: input.place, v: kind.version, fields: values }
      await actOnThing(kind, 'add', { ...ground, input: said, note: () => {} } as unknown as Request<never>)
    }
    ground.note({ run: input.id, file: input.file, rows: String(rows.rows), accepted: String(fresh.length) })
    const counts = countsOf(rows)
    return { ...counts, accepted: fresh.length, duplicates: counts.duplicates + twice.length }
  })
  request.uploads?.used(actor.account, input.file)
  return reply
}

/** The verbs by which a sheet comes into a register. */
export function serveImport(kind: RegisterKind): readonly Served[] {
  const verbs: ImportVerbs | undefined = importVerbs(kind)
  if (!verbs) return []
  joinSheetUpload(verbs.preview.name)
  return [
    serveHeavy(verbs.preview, {
      lane: intakeLane,
      work: (request) => preview(kind, request as unknown as HeavyRequest<Asked & { language: Language }>),
    }),
    serveHeavy(verbs.bring, {
      lane: intakeLane,
      work: (request) => bring(kind, request as unknown as HeavyRequest<Asked & { id: Id }>),
    }),
  ]
}
