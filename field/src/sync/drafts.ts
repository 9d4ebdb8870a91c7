import type { Store } from './store.ts'
import { open, seal } from './vault.ts'

/** What was begun in a form and not saved yet, by the name of the form. */
export interface Draft {
  /** What lies under a name; undefined for nothing, and for what is older than it is kept. */
  find<T>(name: string): Promise<T | undefined>
  /** Keeps it, or forgets it where nothing is said. */
  keep(name: string, value: unknown): Promise<void>
  /** Forgets what nobody went on with. */
  tidy(): Promise<void>
}

const keptMs = 7 * 86_400_000

/** Opens the drafts that lie in the store: sealed like everything else about people, kept for a week. */
export function openDrafts(store: Store, key: CryptoKey, now: () => number): Draft {
  const isOld = ({ since }: { since: number }) => since < now() - keptMs
  return {
    async find<T>(name: string) {
      const kept = await store.draft.get(name)
      return kept && !isOld(kept) ? open<T>(key, `draft:${name}`, kept.sealed) : undefined
    },
    async keep(name, value) {
      if (value === undefined) return store.draft.delete(name)
      await store.draft.put({ name, since: now(), sealed: await seal(key, `draft:${name}`, value) })
    },
    async tidy() {
      await store.draft.filter(isOld).delete()
    },
  }
}
