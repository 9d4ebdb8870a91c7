import type { Id } from '../schema.ts'
import type { Held } from './held.rules.ts'
import type { HeldKind } from './sync.ts'

/** SHA-256 of a text, as each side has it. */
export type Digest = (text: string) => Promise<Uint8Array>

/** A row that a phone holds no longer, as it is told: not by its id, which is nobody else's to know. */
export interface Gone {
  readonly kind: HeldKind
  readonly mark: string
}

/**
 * The mark of a row, or of a record that was sent: half the SHA-256 of its kind and id, in hex. Whoever holds the row knows it again; nobody finds the id from
 * it, since ids are random.
 */
export async function markOf(kind: HeldKind | 'sent', id: Id, digest: Digest): Promise<string> {
  const bytes = await digest(`${kind} ${id}`)
  return Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Which of the held rows are told to be gone; marks of rows that are not held mean nothing here. */
export async function heldAmong(
  held: Held,
  gone: readonly Gone[],
  digest: Digest,
): Promise<{ readonly kind: HeldKind; readonly id: Id }[]> {
  const found: { kind: HeldKind; id: Id }[] = []
  for (const kind of new Set(gone.map((one) => one.kind))) {
    const wanted = new Set(gone.filter((one) => one.kind === kind).map(({ mark }) => mark))
    const ids = [...held[kind].keys()]
    const own = await Promise.all(ids.map((id) => markOf(kind, id, digest)))
    for (const [nth, id] of ids.entries()) if (wanted.has(own[nth] ?? '')) found.push({ kind, id })
  }
  return found
}
