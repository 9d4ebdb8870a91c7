import Type, { type Static } from 'typebox'
import { command, query } from '../endpoint.ts'
import { CommunityCode, Id, Instant, Listing, Maybe, OneOf, Page, Text } from '../schema.ts'
import { rosterFields, rosterKinds, type RosterField, type RosterKind as Kind } from './roster/fields.ts'

// A file goes up by itself, as bytes: POST /api/people/roster-files (application/octet-stream, at most 64 MB), reply
// RosterFile. It stays with the account that sent it, two hours at most. Then preview, correct, import.

/** Where the bytes of a roster are sent. */
export const rosterFilesPath = '/api/people/roster-files'

/** The answer to the bytes: by this id previews and imports name the file. */
export const RosterFile = Type.Object({ file: Id, bytes: Type.Integer() })
export type RosterFile = Static<typeof RosterFile>

export const RosterKind = OneOf(...(Object.keys(rosterKinds) as Kind[]))
const Field = OneOf(...(Object.keys(rosterFields) as RosterField[]))
const Cells = Type.Array(Type.String())

/** Which sheet, which head line (0: none found), and which column (0 is A) holds which field, as a person corrected them. */
const Mapping = {
  sheet: Type.Optional(Text(100)),
  head_row: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000, description: '0: no head line, people begin at the top' })),
  columns: Type.Optional(
    Type.Array(Type.Object({ column: Type.Integer({ minimum: 0, maximum: 200 }), field: Field }), { maxItems: 60 }),
  ),
}

/** Something about one row in a clerk's words; it names no number and no person. */
const RowNote = Type.Object({ row: Type.Integer(), code: Type.String(), text: Type.String() })

/** A sheet of the file: the one taken, one with the same heads that may be taken next, or why it was not. */
const Sheet = Type.Object({
  name: Type.String(),
  hidden: Type.Boolean(),
  state: OneOf('taken', 'same-heads', 'other-heads', 'only-heads', 'no-heads', 'empty', 'not-looked-at'),
})

/**
 * What an import answers, also on the command line (rows are those that a person sees in the sheet). Rows read are exactly
 * accepted + rejected + duplicates + not_people.
 */
const outcome = {
  rows: Type.Integer({ description: 'rows below the heads in which something stands' }),
  hidden_rows: Type.Integer({ description: 'of these, rows that the sheet hides: taken like the others' }),
  accepted: Type.Integer(),
  rejected: Type.Array(RowNote),
  duplicates: Type.Array(Type.Object({ row: Type.Integer(), same_as_row: Type.Integer() })),
  not_people: Type.Array(RowNote),
  doubtful: Type.Array(Type.Object({ row: Type.Integer(), like: Type.Array(Type.Union([Type.Integer(), Id])) })),
  warnings: Type.Array(RowNote),
  vacant_dwellings: Type.Integer(),
  sheets: Type.Array(Sheet),
  /** Rows found among the people already held; absent when the file alone was judged. */
  matched: Type.Optional(Type.Integer()),
}
export const ImportOutcome = Type.Object(outcome)
export type ImportOutcome = Static<typeof ImportOutcome>

/** Judges a file without saving anything: sheets, heads, first lines, and what each row would become. POST: no names in addresses. */
export const previewImport = query({
  name: 'people.preview-import',
  at: 'POST /people/imports/preview',
  words: { zh: '预看名单', en: 'Preview a roster' },
  input: Type.Object({ place: CommunityCode, kind: RosterKind, file: Id, ...Mapping }),
  reply: Type.Object({
    sheet: Type.String(),
    head_row: Type.Integer({ description: '0: no head line was found, choose one' }),
    heads: Type.Array(Type.Object({ column: Type.Integer(), head: Type.String(), field: Maybe(Field) })),
    /** What columns that no head explains may be: of their cells looked at, how many fit. Offered, never taken by itself. */
    guesses: Type.Array(Type.Object({ column: Type.Integer(), field: Field, fits: Type.Integer(), of: Type.Integer() })),
    guessed_head_row: Type.Integer({ description: 'the line that looks like the heads of guessed columns; 0: there is none' }),
    remembered: Type.Boolean({
      description: 'columns are named as a person of the community named them for the same heads before',
    }),
    likely_kind: Maybe(RosterKind),
    /** Fields that the kind must have a column of and that were not found: no row is judged before one is named. */
    missing: Type.Array(Field),
    confidence: Type.Number({ description: 'share of heads understood; below 0.5 a person should look' }),
    /** Fields that the kind may keep, with the words to show when a head is corrected. */
    fields: Type.Array(Type.Object({ field: Field, zh: Type.String(), en: Type.String() })),
    /** Title lines, head line and the first people, document numbers and phones masked. */
    first_rows: Type.Array(Type.Object({ row: Type.Integer(), cells: Cells })),
    outcome: Type.Object({
      ...outcome,
      /** All rows are counted; at most 200 of each are listed. */
      rejected_total: Type.Integer(),
      duplicates_total: Type.Integer(),
      not_people_total: Type.Integer(),
      doubtful_total: Type.Integer(),
      warnings_total: Type.Integer(),
    }),
  }),
})
export type ImportPreview = Static<typeof previewImport.reply>

const ImportInput = Type.Object({ id: Id, place: CommunityCode, file: Id, ...Mapping })
const ImportReply = Type.Object({
  id: Id,
  ...outcome,
  /** Things put on the pile to be settled by a person. */
  to_settle: Type.Integer(),
  people_added: Type.Integer(),
  dwellings_added: Type.Integer(),
})
export type ImportReply = Static<typeof ImportReply>

/** Imports residents with their dwellings and marks; wrong rows are told, good rows are kept, nothing half-lands. */
export const importResidents = command({
  name: 'people.import-residents',
  at: 'POST /people/imports/residents',
  words: { zh: '导入居民台账', en: 'Import residents' },
  input: ImportInput,
  reply: ImportReply,
})

/** Imports a survey of the old: residents are found again, illness and vaccination go to the health records. */
export const importElders = command({
  name: 'people.import-elders',
  at: 'POST /people/imports/elders',
  words: { zh: '导入老年人健康调查', en: 'Import elders' },
  health: true,
  input: ImportInput,
  reply: ImportReply,
})

/** Imports an arrivals register; closed until a response opens it. */
export const importArrivals = command({
  name: 'people.import-arrivals',
  at: 'POST /people/imports/arrivals',
  words: { zh: '导入返乡（来）人员', en: 'Import arrivals' },
  needs: 'arrivals',
  input: ImportInput,
  reply: ImportReply,
})

/** How far an import is; ask again every second while it runs. `gone`: never begun here, or ended more than an hour ago. */
export const importProgress = query({
  name: 'people.import-progress',
  at: 'GET /people/imports/:id/progress',
  words: { zh: '导入进度', en: 'Progress of an import' },
  input: Type.Object({ id: Id }),
  reply: Type.Object({
    phase: OneOf('reading', 'matching', 'saving', 'done', 'failed', 'gone'),
    done: Type.Integer({ description: 'rows' }),
    total: Maybe(Type.Integer({ description: 'rows, when known' })),
  }),
})

/** One import as the console lists it. */
export const ImportRun = Type.Object({
  id: Id,
  place: CommunityCode,
  kind: RosterKind,
  by: Type.String(),
  at: Instant,
  rows: Type.Integer(),
  accepted: Type.Integer(),
  rejected: Type.Integer(),
  duplicates: Type.Integer(),
  not_people: Type.Integer(),
  hidden_rows: Type.Integer(),
  doubtful: Type.Integer(),
  warnings: Type.Integer(),
  vacant_dwellings: Type.Integer(),
  matched: Type.Integer(),
  people_added: Type.Integer(),
  dwellings_added: Type.Integer(),
  /** Things that the run put on the pile; counted there, settled ones as well. */
  to_settle: Type.Integer(),
  /** Whether the file of bad rows is still kept (30 days). */
  has_rejects: Type.Boolean(),
  /** Taken back: by whom, when and why. */
  undone: Maybe(Type.Object({ by: Type.String(), at: Instant, why: Type.String() })),
})
export type ImportRun = Static<typeof ImportRun>

export const listImports = query({
  name: 'people.imports',
  at: 'GET /people/imports',
  words: { zh: '导入记录', en: 'Imports' },
  input: Type.Object({ place: Type.Optional(CommunityCode), ...Page.properties }),
  reply: Listing(ImportRun),
})

export const getImport = query({
  name: 'people.import-result',
  at: 'GET /people/imports/:id',
  words: { zh: '导入结果', en: 'Result of an import' },
  input: Type.Object({ id: Id }),
  reply: Type.Object({ run: ImportRun, rejected: Type.Array(RowNote), warnings: Type.Array(RowNote) }),
})

/** The rejected rows as an .xlsx with the reason in the last column, to be corrected and imported again. */
export const importRejects = query({
  name: 'people.import-rejects',
  at: 'GET /people/imports/:id/rejects',
  words: { zh: '下载没收下的行', en: 'Download rejected rows' },
  input: Type.Object({ id: Id }),
  reply: Type.Object({ name: Type.String(), type: Type.String(), base64: Type.String() }),
})
