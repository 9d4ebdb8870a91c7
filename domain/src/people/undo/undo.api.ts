import Type, { type Static } from 'typebox'
import { command, query } from '../../endpoint.ts'
import { Id, Text } from '../../schema.ts'

const counts = <K extends string>(...keys: readonly K[]) =>
  Type.Object(Object.fromEntries(keys.map((key) => [key, Type.Integer()])) as Record<K, ReturnType<typeof Type.Integer>>)

/** What goes when an import is taken back, and of how many people and doors what it filled in goes back to what was there. */
export const UndoingTakes = counts(
  ...(['people', 'doors', 'marks', 'arrivals', 'health_facts', 'to_settle', 'heads', 'filled_people', 'filled_doors'] as const),
)
export type UndoingTakes = Static<typeof UndoingTakes>

/** How much stands on what an import made, by what it is. */
export const StandsOnImport = counts(
  ...([
    ...(['visits', 'orders', 'corrections', 'requests', 'proofs', 'decisions', 'records'] as const),
    ...(['people', 'doors', 'grids', 'rounds', 'imports'] as const),
  ] as const),
)
export type StandsOnImport = Static<typeof StandsOnImport>

/** What taking an import back would do now, and what stands in its way. Shows counts, and nobody. */
export const weighUndoing = query({
  name: 'people.weigh-undoing',
  at: 'GET /people/imports/:id/undoing',
  words: { zh: '看撤回导入会去掉什么', en: 'See what undoing an import takes away' },
  input: Type.Object({ id: Id }),
  reply: Type.Object({
    goes: UndoingTakes,
    stands: StandsOnImport,
    /** Why it cannot be undone, whatever stands on it. */
    never: Type.Union([Type.Literal('undone'), Type.Literal('untraced'), Type.Literal('beyond'), Type.Null()]),
  }),
})
export type UndoingWeighed = Static<typeof weighUndoing.reply>

/**
 * Takes an import back: what it made goes, what it filled in is again what it was. Refused when something stands on it
 * (`people.import-stood-on`), when it was taken back already, or when nobody kept what it made.
 */
export const undoImport = command({
  name: 'people.undo-import',
  at: 'POST /people/imports/:id/undo',
  words: { zh: '撤回导入', en: 'Undo an import' },
  input: Type.Object({ id: Id, reason: Text(200, 1) }),
  reply: Type.Object({ id: Id, goes: UndoingTakes }),
})
