import type { Store } from './store.ts'
import { openBytes, sealBytes } from './vault.ts'

/** Photos that wait on the phone for the record that names them: sealed, and gone once that is sent or given up. */
export interface Photos {
  /** Keeps one before it is named; throws a QuotaExceededError where the phone is full. */
  keep(id: string, photo: Blob): Promise<void>
  /** Undefined where the phone holds none of that id: it was sent, or dropped. */
  find(id: string): Promise<Blob | undefined>
  drop(ids: readonly string[]): Promise<void>
  /** Drops what no form and no record asks for any more. */
  tidy(isNamed: (id: string) => boolean): Promise<void>
}

/** A day longer than a form is kept that may name it, in ms. */
const keptMs = 8 * 86_400_000

/** Opens the photos that lie in the store. */
export function openPhotos(store: Store, key: CryptoKey, now: () => number): Photos {
  return {
    async keep(id, photo) {
      const sealed = await sealBytes(key, `photo:${id}`, new Uint8Array(await photo.arrayBuffer()))
      await store.photo.put({ id, since: now(), type: photo.type, sealed })
    },
    async find(id) {
      const kept = await store.photo.get(id)
      return kept && new Blob([await openBytes(key, `photo:${id}`, kept.sealed)], { type: kept.type })
    },
    drop: (ids) => store.photo.bulkDelete([...ids]),
    tidy: async (isNamed) => {
      await store.photo.filter(({ id, since }) => since < now() - keptMs && !isNamed(id)).delete()
    },
  }
}
