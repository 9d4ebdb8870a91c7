import type { Words } from '../../../words.ts'

/** A name that a pack brings, and what it is called. */
export interface OwnChoice {
  readonly value: string
  readonly words: Words
}

/** What a pack under work brings itself, whatever state it is in. */
export interface OwnNames {
  readonly facts: readonly (OwnChoice & { readonly type: string; readonly values: readonly OwnChoice[] })[]
  readonly axes: readonly (OwnChoice & { readonly values: readonly OwnChoice[] })[]
  readonly tiers: readonly OwnChoice[]
  readonly kinds: readonly OwnChoice[]
  readonly lines: readonly OwnChoice[]
  readonly settings: readonly OwnChoice[]
  readonly measures: readonly OwnChoice[]
}

type Rec = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Rec => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): Rec[] => (Array.isArray(value) ? value.filter(isRecord) : [])

/** The words that stand in a value, the Chinese for both where the English is missing. */
export function wordsIn(value: unknown, otherwise: string): Words {
  const { zh, en } = isRecord(value) ? value : {}
  const chinese = typeof zh === 'string' && zh !== '' ? zh : otherwise
  return { zh: chinese, en: typeof en === 'string' && en !== '' ? en : chinese }
}

const named = (entry: Rec, by: string, words: string): OwnChoice => {
  const value = String(entry[by] ?? '')
  return { value, words: wordsIn(entry[words], value) }
}

/** The names that a pack brings: facts, levels, tiers, kinds of person, lines, settings and measures, as far as they are written. */
export function namesIn(raw: unknown): OwnNames {
  const pack = isRecord(raw) ? raw : {}
  const tiers = isRecord(pack.tiers) ? pack.tiers : {}
  const withValues = (entry: Rec) => ({
    ...named(entry, 'id', 'words'),
    type: String(entry.type ?? 'choice'),
    values: listOf(entry.values).map((value) => named(value, 'id', 'words')),
  })
  return {
    facts: listOf(pack.facts).map(withValues),
    axes: listOf(tiers.axes).map(withValues),
    tiers: listOf(tiers.list).map((tier) => named(tier, 'id', 'name')),
    kinds: listOf(pack.kinds).map((kind) => named(kind, 'id', 'words')),
    lines: listOf(pack.lines).map((line) => named(line, 'id', 'words')),
    settings: listOf(pack.settings).map((setting) => named(setting, 'name', 'note')),
    measures: listOf(pack.measures).map((measure) => named(measure, 'id', 'text')),
  }
}

/** The names of a pack that fit behind a key beside those of the house. */
export function ownFor(key: string, own: OwnNames): readonly OwnChoice[] {
  if (key === 'kinds' || key === 'persons' || key === 'kind') return own.kinds
  if (key === 'evidence') return own.lines
  if (key === 'yields_to') return own.measures
  return key === 'setting' ? own.settings : []
}
