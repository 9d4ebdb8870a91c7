import { addDays, shanghaiDay } from '../day.ts'
import type { Day, Id } from '../schema.ts'
import { type HeldBlock, type HeldKind, heldKinds, type HeldRow, type HeldRows } from './sync.ts'
import { isInTurn } from './turn.rules.ts'

/** All rows a phone holds, by kind and id. */
export type Held = { readonly [K in HeldKind]: ReadonlyMap<Id, HeldRow<K>> }

/** The block of rows that belong to no door: open rounds, things and looks at them, documents, and what was given to the phone's bearer. */
export const commonBlock = 'common'

/** How long a phone keeps what is over: visits beyond the memory of the due list, observations after their end. */
export const keptDays = { visit: 60, episode: 14 } as const

/** A phone that holds nothing. */
export const emptyHeld = (): Held => ({
  dwelling: new Map(),
  person: new Map(),
  mark: new Map(),
  colour: new Map(),
  visit: new Map(),
  episode: new Map(),
  reading: new Map(),
  answer: new Map(),
  arrival: new Map(),
  round: new Map(),
  asked: new Map(),
  given: new Map(),
  thing: new Map(),
  check: new Map(),
  paper: new Map(),
})

/** The dwelling that a row hangs on; undefined for what belongs to no door, or when its owner is not held. */
export function dwellingOf<K extends HeldKind>(held: Held, kind: K, row: HeldRow<K>): Id | undefined {
  const any = row as { id: Id; dwelling?: Id | null; person?: Id; observation?: Id; reading?: Id }
  switch (kind) {
    case 'dwelling':
      return any.id
    case 'person':
    case 'visit':
    case 'arrival':
    case 'asked':
      return any.dwelling ?? undefined
    case 'mark':
      return held.person.get(any.person ?? '')?.dwelling
    case 'colour':
      return held.person.get(any.id)?.dwelling
    case 'episode':
      return any.dwelling ?? held.person.get(any.person ?? '')?.dwelling
    case 'reading': {
      const episode = held.episode.get(any.observation ?? '')
      return episode ? dwellingOf(held, 'episode', episode) : undefined
    }
    case 'answer': {
      const reading = held.reading.get(any.reading ?? '')
      return reading ? dwellingOf(held, 'reading', reading) : undefined
    }
    default:
      return undefined
  }
}

const common: readonly HeldKind[] = ['round', 'given', 'thing', 'check', 'paper']

/** The block that a row is kept in; undefined when what it hangs on is not held, so that it is dropped. */
export function blockOf<K extends HeldKind>(held: Held, kind: K, row: HeldRow<K>): Id | undefined {
  if (common.includes(kind)) return commonBlock
  if (kind === 'asked' && (row as HeldRow<'asked'>).dwelling === null) return commonBlock
  const dwelling = dwellingOf(held, kind, row)
  return dwelling === undefined ? undefined : held.dwelling.get(dwelling)?.block
}

type Loose = Record<HeldKind, Map<Id, unknown>>
const copyOf = (held: Held): Loose =>
  Object.fromEntries(heldKinds.map((kind) => [kind, new Map<Id, unknown>(held[kind])])) as Loose

/** The held rows with these put in or replaced, and these taken away with all that hangs on them. */
export function applyRows(held: Held, rows: HeldRows, gone: readonly { kind: HeldKind; id: Id }[] = []): Held {
  const next = copyOf(held)
  for (const kind of heldKinds) for (const row of rows[kind] ?? []) next[kind].set(row.id, row)
  for (const { kind, id } of gone) next[kind].delete(id)
  return withoutOrphans(next as unknown as Held)
}

/** The held rows with all that was given to the phone's bearer replaced by this. */
export const withGiven = (held: Held, rows: readonly HeldRow<'given'>[]): Held => ({
  ...held,
  given: new Map(rows.map((row) => [row.id, row])),
})

/** Drops what hangs on nothing: people of no held door, marks of no held person, readings of no held stay. */
export function withoutOrphans(held: Held): Held {
  const next = copyOf(held)
  const now = next as unknown as Held
  for (const kind of heldKinds)
    for (const [id, row] of next[kind]) if (blockOf(now, kind, row as HeldRow<typeof kind>) === undefined) next[kind].delete(id)
  return now
}

/** Keeps only the doors that the blocks name; says which blocks are not held whole and must be fetched. */
export function keepScope(held: Held, blocks: readonly HeldBlock[]): { held: Held; missing: Id[] } {
  const mine = new Set(blocks.flatMap(({ dwellings }) => dwellings))
  const dwelling = new Map([...held.dwelling].filter(([id]) => mine.has(id)))
  const missing = blocks.filter(({ dwellings }) => dwellings.some((id) => !dwelling.has(id))).map(({ id }) => id)
  return { held: withoutOrphans({ ...held, dwelling }), missing }
}

/** Drops what is over for longer than a phone keeps it: data leave with their purpose, also when no news comes. */
export function withoutOld(held: Held, today: Day): Held {
  const open = [...held.round.values()].filter((round) => round.until === null || round.until >= today)
  const from = open.reduce((first, round) => (round.from < first ? round.from : first), addDays(today, -keptDays.visit))
  const visit = new Map([...held.visit].filter(([, row]) => shanghaiDay(row.at) >= from))
  const lastOf = (row: HeldRow<'episode'>) => (row.ended_at === null ? row.last_day : shanghaiDay(row.ended_at))
  const episode = new Map([...held.episode].filter(([, row]) => lastOf(row) >= addDays(today, -keptDays.episode)))
  const round = new Map(open.map((row) => [row.id, row]))
  const asked = new Map([...held.asked].filter(([, { standing }]) => !standing.ended))
  const check = new Map([...held.check].filter(([, row]) => isInTurn(row, today)))
  return withoutOrphans({ ...held, visit, episode, round, asked, check })
}

/** The rows of each block, as they are sealed together on the phone. */
export function byBlock(held: Held): Map<Id, HeldRows> {
  const blocks = new Map<Id, Record<string, unknown[]>>()
  for (const kind of heldKinds)
    for (const row of held[kind].values()) {
      const block = blockOf(held, kind, row as HeldRow<typeof kind>)
      if (block === undefined) continue
      const rows = blocks.get(block) ?? {}
      ;(rows[kind] ??= []).push(row)
      blocks.set(block, rows)
    }
  return blocks as Map<Id, HeldRows>
}
