import type { Words } from '../../../words.ts'
import type { Held } from '../edit/render.ts'
import { wordsOfField } from './fields.words.ts'
import { fieldsOf } from './fields.ts'
import { wordsIn } from './own-names.ts'
import { below, nodeOf } from './schema-nodes.ts'

/** One thing that is filled in by itself: the document, or an entry of a list. */
export interface Part {
  readonly path: readonly (string | number)[]
  readonly title: Words
}

/** A part of the outline: what it is called, its entries, and where a new one is added. */
export interface Section {
  readonly id: string
  readonly words: Words
  readonly means: Words
  /** Where its entries stand; of the document and single things nothing is added. */
  readonly list: readonly string[] | undefined
  readonly parts: readonly Part[]
}

/** The keys of the document itself: what stands at the head of the text. */
export const documentKeys = [
  ...[
    'id',
    'is',
    'version',
    'subject',
    'title',
    'short',
    'document',
    'authority',
    'place',
    'from',
    'until',
    'carries',
    'strategy',
  ],
] as const

const documentWords = { zh: '文件本身', en: 'The document' }
const documentMeans = { zh: '名称、文号、谁发的、给哪里用、从哪天起', en: 'Title, number, issuer, place and first day' }

// In the order in which a notice is put into rules.
const lists: readonly (readonly string[])[] = [
  ...[['facts'], ['tiers', 'axes'], ['tiers', 'list'], ['kinds'], ['terms'], ['measures'], ['limits'], ['rights'], ['lines']],
  ...[['settings'], ['opens'], ['closes'], ['turns'], ['gradings']],
]

const valueAt = (raw: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (here, key) => (typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[key] : undefined),
    raw,
  )

function titleOf(entry: unknown, nth: number): Words {
  const read = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {}
  const id = String(read.id ?? read.function ?? nth + 1)
  return wordsIn(read.text ?? read.words ?? read.name, id)
}

/** The outline of a parsed pack: every part of the schema, with what is written of each. */
export function outlineOf(raw: unknown): Section[] {
  const document: Section = {
    ...{ id: 'document', words: documentWords, means: documentMeans, list: undefined },
    parts: [{ path: [], title: documentWords }],
  }
  const sections = lists.map((list): Section => {
    const entries = valueAt(raw, list)
    const said = wordsOfField(list)
    const parts = Array.isArray(entries)
      ? entries.map((entry, nth) => ({ path: [...list, nth], title: titleOf(entry, nth) }))
      : []
    return { id: list.join('.'), words: said?.words ?? documentWords, means: said?.means ?? documentMeans, list, parts }
  })
  return [document, ...sections]
}

// What a new entry says where the first value there is would seldom be meant.
const usual: Readonly<Record<string, Held>> = {
  who: ['community-worker'],
  answers: ['community-director'],
  evidence: ['none'],
  how_often: { kind: 'every-days', days: 7 },
  counts: { told: true },
  strength: 'should',
  at: 'county',
  certain: true,
  phases: [{ where: 'monitoring', days: 14, test_days: [] }],
  function: 'daily-report',
}

interface Made {
  readonly id: string
  readonly from: string
  readonly nth: number
}

// A name that is free: the id of the pack and a number that no entry has.
function idFor(keys: readonly string[], { id, nth }: Made): string {
  const isOwn = below(nodeOf(keys), 'id').pattern?.includes('/')
  if (isOwn) return `${id}/${keys.at(-1) === 'axes' ? 'level' : (keys.at(-1) ?? '').replace(/s$/, '')}-${nth}`
  return keys.length > 1 ? `v-${nth}` : `${id}-${(keys.at(-1) ?? '').replace(/s$/, '')}-${nth}`
}

function emptyAt(keys: readonly string[], made: Made): { [key: string]: Held } {
  const fields = fieldsOf(keys).filter(({ required }) => required)
  return Object.fromEntries(
    fields.map(({ key, words, control }): [string, Held] => {
      const inner = [...keys, key]
      const blank = `【填${words.zh}】`
      if (key === 'id') return [key, idFor(keys, made)]
      if (key in usual && nodeOf(keys).properties?.[key] !== undefined) return [key, usual[key] ?? '']
      switch (control.is) {
        case 'words':
          return [key, { zh: blank }]
        case 'day':
          return [key, made.from]
        case 'number':
        case 'number-or-setting':
          return [key, control.is === 'number' ? (control.least ?? 1) : 7]
        case 'yes-no':
          return [key, true]
        case 'choice':
          return [key, control.values[0] ?? blank]
        case 'choices':
          return [key, [control.values[0] ?? blank]]
        case 'group':
          return [key, emptyAt(inner, made)]
        case 'entries':
          return [key, [emptyAt(inner, { ...made, nth: 1 })]]
        case 'when':
          return [key, { response: 'open' }]
        case 'numbers':
          return [key, []]
        default:
          return [key, key === 'value' || key === 'name' ? `${made.id}-${key}` : blank]
      }
    }),
  )
}

/** A new entry of a list, with what it must have; what only its author knows is a marked blank. */
export function newEntry(raw: unknown, path: readonly (string | number)[]): Held {
  const keys = path.filter((key): key is string => typeof key === 'string')
  const id = String(valueAt(raw, ['id']) ?? 'pack')
  const from = String(valueAt(raw, ['from']) ?? '')
  const entries = valueAt(raw, path)
  const list = Array.isArray(entries) ? entries : []
  const taken = new Set(list.map((entry) => String(valueAt(entry, ['id']))))
  let nth = list.length + 1
  while (taken.has(idFor(keys, { id, from, nth }))) nth += 1
  return emptyAt(keys, { id, from, nth })
}

/** Whether a list may stand empty, so that taking out its last entry leaves it. */
export const mayBeEmpty = (keys: readonly string[]): boolean => {
  const node = nodeOf(keys)
  return (node.anyOf ?? [node]).some(({ items, minItems }) => items !== undefined && (minItems ?? 0) === 0)
}
