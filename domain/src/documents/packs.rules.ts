import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { isWithin } from '../place-code.ts'
import type { Problem, Words } from '../problem.ts'
import type { Day, Id, PlaceCode } from '../schema.ts'
import { problems } from './documents.problems.ts'
import type { VersionLine } from './packs.api.ts'

/** Why a pack cannot be the next version of what is published under its id; nothing when it can, or is the first. */
export function whyNotNext(pack: Pack, last: Pick<Pack, 'id' | 'place' | 'is' | 'version'> | undefined): Problem | undefined {
  if (last && (last.place !== pack.place || last.is !== pack.is))
    return problems.keepsPlace({ pack: last.id, is: last.is, place: last.place })
  const next = (last?.version ?? 0) + 1
  return pack.version === next ? undefined : problems.versionNumber({ pack: pack.id, said: pack.version, next })
}

/** Why a draft's pack does not belong to the place of the draft, or of the one who handles it. */
export function whyNotPlace(pack: Pack, draft: PlaceCode, editor: PlaceCode): Problem | undefined {
  if (pack.place !== draft) return problems.otherPlace({ place: pack.place, draft })
  return isWithin(pack.place, editor) ? undefined : problems.outsideArea({ place: pack.place })
}

/** The longest code of a place for which packs are written: that of a county. */
export const smallestPackPlace = 6

/** Why nobody writes a pack for a place: it is smaller than a county. */
export const whyNotForPlace = (place: PlaceCode): Problem | undefined =>
  place.length > smallestPackPlace ? problems.placeTooSmall({}) : undefined

/** Why this person may not publish: a version has two persons, and never touches a day that is over. */
export function whyNotPublish(
  pack: Pack,
  { submitter, publisher, from, today }: { submitter: Id; publisher: Id; from: Day; today: Day },
): Problem | undefined {
  if (submitter === publisher) return problems.secondPerson({})
  if (from < today) return problems.intoThePast({ today })
  return pack.until !== undefined && pack.until < from ? problems.neverInForce({}) : undefined
}

/** How a version stands on a day, by the days it is read for; one that was overtaken has none. */
export function stateOfVersion(window: { from: Day; until?: Day } | undefined, day: Day): VersionLine['state'] {
  if (!window) return 'overtaken'
  if (day < window.from) return 'coming'
  return window.until !== undefined && window.until < day ? 'past' : 'in-force'
}

/** The text of a pack with the number its next version will have. */
export const withVersion = (body: string, version: number): string => body.replace(/^version:.*$/m, `version: ${version}`)

/** A pack read as of a day, in words: 精准化精细化指导方案（2020-05-01）. */
export const rulesWords = (title: Words, day: Day): Words => ({ zh: `${title.zh}（${day}）`, en: `${title.en} (${day})` })
