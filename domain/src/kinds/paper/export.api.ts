import Type from 'typebox'
import { type Endpoint, query } from '../../endpoint.ts'
import type { Words } from '../../problem.ts'
import { Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'
import type { Kind } from '../declared/kind-faults.ts'
import { paperShows } from '../document/document.rules.ts'
import { type Field, w } from '../fields.ts'
import { verbOf } from '../kind.ts'
import { thingShows } from '../register/register.api.ts'
import { thingFiltersOf } from '../register/register.rules.ts'
import { filtersOf } from '../request/request.rules.ts'
import { standingsOfKind } from '../round/round.api.ts'
import { paperColumnsOf } from './columns.ts'

/** What a list is taken out for; each file says it, and the trace keeps it. */
export const exportReasons = {
  handover: w('交接班', 'Handing over'),
  route: w('排路线、分任务', 'Planning who goes where'),
  check: w('上级检查', 'An inspection from above'),
  meeting: w('开会研究', 'A meeting'),
  other: w('别的', 'Something else'),
} as const satisfies Readonly<Record<string, Words>>
export type ExportReason = keyof typeof exportReasons

/** How many rows leave the house at once, and how many with columns that may name somebody. */
export const exportLimits = { rows: 5000, named: 50 } as const

/** What lists of a kind show: the chips above them. */
export function showsOf(kind: Kind): string[] {
  if (kind.mechanism === 'request') return ['open', 'late', 'all']
  if (kind.mechanism === 'register') return [...thingShows]
  return kind.mechanism === 'round' ? ['all', ...standingsOfKind(kind)] : [...paperShows]
}

/** The choices by which lists of a kind are narrowed, by name; the own state of a thing is one. */
export function choicesOf(kind: Kind): readonly (readonly [string, Pick<Field, 'words' | 'values'>])[] {
  if (kind.mechanism === 'request') return filtersOf(kind)
  if (kind.mechanism === 'document') return thingFiltersOf(kind)
  if (kind.mechanism !== 'register') return []
  const own = kind.states ? [['own', { words: w('状态', 'State'), values: kind.states }] as const] : []
  return [...own, ...thingFiltersOf(kind)]
}

/**
 * The verb by which a list of a kind leaves the house, as a file or as a sheet to be printed: the rows that the list shows, for a stated
 * reason, with who took it and when on it; undefined where nothing of the kind may leave. POST: nothing of it stands in an address.
 */
export function exportVerb(kind: Kind): Endpoint | undefined {
  const columns = paperColumnsOf(kind).map(({ name }) => name)
  if (columns.length === 0) return undefined
  const choices = Object.fromEntries(
    choicesOf(kind).map(([name, { values = {} }]) => [name, Type.Optional(OneOf(...Object.keys(values)))]),
  )
  return query({
    name: verbOf(kind, 'export'),
    at: `POST /k/${kind.name.replace('.', '/') as `${string}/${string}`}/export`,
    words: w(`${kind.words.zh}：导出清单`, `${kind.words.en}: take the list out`),
    ...(kind.needs && { needs: kind.needs }),
    input: Type.Object({
      place: PlaceCode,
      show: OneOf(...showsOf(kind)),
      ...choices,
      columns: Type.Array(OneOf(...columns), { minItems: 1, maxItems: columns.length, uniqueItems: true }),
      reason: OneOf(...(Object.keys(exportReasons) as ExportReason[])),
      /** What exactly, in words; it stands on the file and is needed where the reason is none of the list. */
      note: Type.Optional(Text(60)),
      as: OneOf('xlsx', 'csv', 'print'),
      language: OneOf('zh', 'en'),
    }),
    reply: Type.Object({
      rows: Type.Integer(),
      /** Who took it out, when, and for what: on every sheet. */
      mark: Type.String(),
      file: Maybe(Type.Object({ name: Type.String(), type: Type.String(), base64: Type.String() })),
      sheet: Maybe(Type.Object({ heads: Type.Array(Type.String()), rows: Type.Array(Type.Array(Type.String())) })),
    }),
  }) as unknown as Endpoint
}
