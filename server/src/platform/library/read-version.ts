import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { openThreads } from '../heavy/threads.ts'

/** What a published version says: the id of its pack, and the two texts. */
export interface VersionTexts {
  readonly pack: string
  readonly body: string
  readonly cases: string
}

/** What came of the texts; no pack when they make none. */
export interface ReadVersion {
  readonly pack: Pack | undefined
}

// Wanted at the start and after a publication elsewhere: seldom.
const threads = openThreads<VersionTexts, ReadVersion>(new URL('./version-thread.ts', import.meta.url), {
  memoryMb: 512,
  idleSeconds: 10,
})

/** The pack of a version's texts, read and checked in a thread: the longest that are allowed take half a second. Nothing when they make no pack. */
export const readPublished = async ({ pack, body, cases }: VersionTexts): Promise<Pack | undefined> =>
  (await threads.ask({ pack, body, cases }, undefined)).pack
