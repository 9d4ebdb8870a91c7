import { createHash } from 'node:crypto'
import type { Asked, Given, KeptAnswer } from '@wangdi/domain/documents/answer.ts'
import { answerTo, versionsBehind } from '@wangdi/domain/documents/answer.rules.ts'
import type { PackShelf } from '../platform/library/pack-shelf.ts'

/** Plain data in one order of keys, so that equal answers have equal texts. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, inOrder(inner)]))
}

const hashOf = (gives: Given) =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(gives)))
    .digest('base64url')

/** What the rules answer now, with the state of the library it rests on: kept beside the decision it served. */
export function answerNow(packs: PackShelf, asked: Asked): KeptAnswer {
  const now = packs.now()
  const gives = answerTo(now, asked)
  return { ...asked, revision: packs.revision(), packs: versionsBehind(now, asked), gives, hash: hashOf(gives) }
}

/** The same question asked again of the library as it stood then; `same` says whether the answer is the one that was kept. */
export function replay(packs: PackShelf, kept: KeptAnswer): { gives: Given; same: boolean } {
  const gives = answerTo(packs.asOf(kept.revision), kept)
  return { gives, same: hashOf(gives) === kept.hash }
}
