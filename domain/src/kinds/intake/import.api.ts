import Type, { type Static } from 'typebox'
import { command, type Endpoint, query } from '../../endpoint.ts'
import { Id, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'
import type { Kind } from '../declared/kind-faults.ts'
import { w } from '../fields.ts'
import { verbOf } from '../kind.ts'
import type { RegisterKind } from '../register/register.ts'
import { fieldsOfSheet } from './heads.ts'

/** Where the bytes of a sheet of a kind are sent: POST, application/octet-stream; the reply names the file. */
export const kindFilesPath = '/api/k/files'

/** How many rows of a sheet are taken at once. */
export const importLimits = { rows: 2000, told: 200 } as const

const Told = Type.Object({ zh: Type.String(), en: Type.String() })
const RowTold = Type.Object({ row: Type.Integer(), text: Told })

/** What becomes of the rows of a sheet: rows read are exactly accepted + rejected + duplicates + not_records. */
const outcome = {
  rows: Type.Integer(),
  hidden: Type.Integer(),
  accepted: Type.Integer(),
  rejected: Type.Integer(),
  duplicates: Type.Integer(),
  not_records: Type.Integer(),
}

/** A sheet judged without anything saved: how its heads were understood, what columns may be, and what each row would become. */
export const KindPreview = Type.Object({
  sheet: Type.String(),
  sheets: Type.Array(Type.String()),
  head_row: Type.Integer({ description: '0: no head line was found, choose one' }),
  heads: Type.Array(Type.Object({ column: Type.Integer(), head: Type.String(), field: Maybe(Type.String()) })),
  guesses: Type.Array(Type.Object({ column: Type.Integer(), field: Type.String(), fits: Type.Integer(), of: Type.Integer() })),
  /** Fields that are always needed and that no column brings: no row is judged before one is named. */
  missing: Type.Array(Type.String()),
  first_rows: Type.Array(Type.Object({ row: Type.Integer(), cells: Type.Array(Type.String()) })),
  ...outcome,
  /** At most 200 of each are listed; all are counted. */
  rejects: Type.Array(RowTold),
  same: Type.Array(Type.Object({ row: Type.Integer(), same_as_row: Maybe(Type.Integer()) })),
  others: Type.Array(RowTold),
  /** The rejected rows as a sheet with the reason in the last column, to be corrected and brought again. */
  rejects_file: Maybe(Type.Object({ name: Type.String(), type: Type.String(), base64: Type.String() })),
})
export type KindPreview = Static<typeof KindPreview>

/** What an import of a sheet did. */
export const KindImported = Type.Object(outcome)
export type KindImported = Static<typeof KindImported>

/** The verbs by which a sheet comes into a register. */
export interface ImportVerbs {
  readonly preview: Endpoint
  readonly bring: Endpoint
}

/** The verbs by which a sheet comes into a register; undefined for kinds of which each is begun by itself, or can be in no sheet. */
export function importVerbs(kind: Kind): ImportVerbs | undefined {
  if (kind.mechanism !== 'register' || kind.noSheet) return undefined
  return verbsOf(kind)
}

function verbsOf(kind: RegisterKind): ImportVerbs {
  const names = fieldsOfSheet(kind.fields).map(([name]) => name)
  const road = `/k/${kind.name.replace('.', '/') as `${string}/${string}`}` as const
  const mapping = {
    place: PlaceCode,
    file: Id,
    sheet: Type.Optional(Text(100)),
    head_row: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
    columns: Type.Optional(
      Type.Array(Type.Object({ column: Type.Integer({ minimum: 0, maximum: 200 }), field: OneOf(...names) }), {
        maxItems: 60,
      }),
    ),
  }
  const more = { ...(kind.needs && { needs: kind.needs }), health: kind.health === true }
  return {
    preview: query({
      name: verbOf(kind, 'preview-import'),
      at: `POST ${road}/import/preview`,
      words: w(`${kind.words.zh}：预看表格`, `${kind.words.en}: preview a sheet`),
      ...more,
      input: Type.Object({ ...mapping, language: OneOf('zh', 'en') }),
      reply: KindPreview,
    }) as unknown as Endpoint,
    bring: command({
      name: verbOf(kind, 'import'),
      at: `POST ${road}/import`,
      words: w(`${kind.words.zh}：导入表格`, `${kind.words.en}: bring in a sheet`),
      ...more,
      input: Type.Object({ id: Id, ...mapping }),
      reply: KindImported,
    }) as unknown as Endpoint,
  }
}
