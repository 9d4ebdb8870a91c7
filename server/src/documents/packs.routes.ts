import { broughtForPlaces } from '@wangdi/domain/documents/brought.ts'
import { listVersions, readLibrary, readVersion, type VersionLine } from '@wangdi/domain/documents/packs.api.ts'
import { stateOfVersion } from '@wangdi/domain/documents/packs.rules.ts'
import { isWithin } from '@wangdi/domain/place-code.ts'
import { problems as general } from '@wangdi/domain/problem.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { subjectOf } from '@wangdi/policy/engine/packs.ts'
import { inTurn } from '@wangdi/policy/engine/library/versions.ts'
import type { PackShelf, ShelvedVersion } from '../platform/library/pack-shelf.ts'
import { serve } from '../platform/serve.ts'
import { newestPacks } from './drafts.ts'
import { namesOf } from './pack.queries.ts'

const reaches = (pack: PlaceCode, place: PlaceCode) => isWithin(place, pack) || isWithin(pack, place)

function lineWriter(packs: PackShelf, names: ReadonlyMap<Id, string>, day: Day): (version: ShelvedVersion) => VersionLine {
  const windows = inTurn(packs.versions().map(({ read, valid_from }) => ({ pack: read, from: valid_from })))
  return ({ read, valid_from, submitted_by, published_by, published_at, source, key }) => {
    const window = windows.find(({ id, version }) => id === read.id && version === read.version)
    return {
      ...{ pack: read.id, version: read.version, place: read.place, title: read.title, is: read.is, subject: subjectOf(read) },
      ...{ document: read.document, authority: read.authority, source, key, published_at },
      brings: broughtForPlaces(read),
      from: window?.from ?? valid_from,
      until: window?.until ?? null,
      state: stateOfVersion(window, day),
      submitted_by: (submitted_by && names.get(submitted_by)) ?? '',
      published_by: (published_by && names.get(published_by)) ?? '',
    }
  }
}

const newestFirst = (a: ShelvedVersion, b: ShelvedVersion) => b.seen - a.seen
const signers = (versions: readonly ShelvedVersion[]) =>
  versions.flatMap(({ submitted_by, published_by }) => [submitted_by, published_by])

/** The published packs: open to every member of staff, for their place and what lies above and below it. */
export const packVerbs = [
  serve(listVersions, {
    run: async ({ db, input, today, packs }) => {
      const day = input.on ?? today
      const found = packs.versions().filter(({ place }) => reaches(place, input.place))
      const write = lineWriter(packs, await namesOf(db, signers(found)), day)
      return { day, packs: found.sort(newestFirst).map(write) }
    },
  }),

  serve(readVersion, {
    run: async ({ db, actor, input, today, packs }) => {
      const all = packs.versions().filter(({ pack, place }) => pack === input.pack && reaches(place, actor.place))
      const newest = all.sort(newestFirst)
      const found = input.version === undefined ? newest[0] : newest.find(({ version }) => version === input.version)
      if (!found) throw general.notFound({})
      const write = lineWriter(packs, await namesOf(db, signers(all)), today)
      return { line: write(found), body: found.body, cases: found.cases, versions: newest.map(write) }
    },
  }),

  serve(readLibrary, {
    run: async ({ actor, packs }) => ({ packs: newestPacks(packs).filter(({ place }) => reaches(place, actor.place)) }),
  }),
]
