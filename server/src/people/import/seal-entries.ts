import { setImmediate } from 'node:timers/promises'
import type { Entry } from '@wangdi/domain/people/roster/entry.ts'
import type { FieldCipher } from '../../platform/secrets/fields.ts'
import type { ReadyEntry } from './matching.ts'
import type { NameIndex } from './reading/judged-roster.ts'

/** An entry with its numbers sealed, before its door is known. */
export type Sealed = Omit<ReadyEntry, 'dwelling'>

/** Seals the numbers of a page, in slices, so that the database never waits long for its next statement meanwhile. */
export async function sealEntries(
  fields: FieldCipher,
  entries: readonly Entry[],
  names: readonly NameIndex[],
): Promise<Sealed[]> {
  const sealed: Sealed[] = []
  for (const [at, entry] of entries.entries()) {
    if (at % 50 === 49) await setImmediate()
    const { documentNumber, phone } = entry
    sealed.push({
      entry,
      names: names[at] ?? { initials: '', grams: '' },
      document: documentNumber === undefined ? undefined : fields.seal('document', documentNumber),
      phone: phone === undefined ? undefined : fields.seal('phone', phone),
    })
  }
  return sealed
}
