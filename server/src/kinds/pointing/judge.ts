import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import type { Fields, Values } from '@wangdi/domain/kinds/fields.ts'
import { problems } from '@wangdi/domain/kinds/kinds.problems.ts'
import { newPointers, type Pointer, type PointingType } from '@wangdi/domain/kinds/pointing/pointers.ts'
import { countyOf as countyOfPlace } from '@wangdi/domain/place-code.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import type { Request } from '../../platform/serve.ts'
import { knownKind } from './known.ts'
import { findDoorsPointed, findPeople, findPlaces, findRecords, findStaff, findThings, type Pointed } from './pointed.queries.ts'

const ofKind =
  (isFit: (kind: Kind) => boolean, find: (db: Db, kind: Kind, ids: readonly Id[]) => Promise<Pointed[]>) =>
  async (db: Db, ids: readonly Id[], of: string): Promise<Pointed[]> => {
    const kind = knownKind(of)
    return kind && isFit(kind) ? find(db, kind, ids) : []
  }

const finders: Readonly<Record<PointingType, (db: Db, ids: readonly Id[], of: string) => Promise<Pointed[]>>> = {
  person: findPeople,
  dwelling: findDoorsPointed,
  place: findPlaces,
  staff: findStaff,
  thing: ofKind(({ mechanism }) => mechanism === 'register', findThings),
  link: ofKind(({ health }) => health !== true, findRecords),
}

/** What pointers point at, by type, kind and id; what the reader's rows do not show is not in it. */
export async function findPointed(db: Db, pointers: readonly Pointer[]): Promise<Map<string, Pointed>> {
  const found = new Map<string, Pointed>()
  for (const [group, all] of Map.groupBy(pointers, ({ type, of }) => `${type} ${of}`)) {
    const [{ type, of }] = all as [Pointer]
    for (const one of await finders[type](db, [...new Set(all.map(({ id }) => id))], of)) found.set(`${group} ${one.id}`, one)
  }
  return found
}

const related = (one: PlaceCode, other: PlaceCode): boolean => one.startsWith(other) || other.startsWith(one)

/**
 * Refuses a record whose pointers do not hold: what is chosen has to be there, of the kind asked, alive, of the record's place or one above or
 * below it, and within the actor's reach. All of it is refused in the same words, so that nothing is learned of what lies elsewhere. What
 * stood there `before` stays, though it may have ended.
 */
export async function refuseStrays(
  { db, whyNotReach }: Pick<Request<never>, 'db' | 'whyNotReach'>,
  fields: Fields,
  values: Values,
  { place, before = {} }: { readonly place: PlaceCode; readonly before?: Values },
): Promise<void> {
  const pointers = newPointers(fields, values, before)
  if (pointers.length === 0) return
  const found = await findPointed(db, pointers)
  for (const one of pointers) {
    const { type, of, id, path, words } = one
    const pointed = found.get(`${type} ${of} ${id}`)
    const near =
      pointed !== undefined &&
      pointed.isLive &&
      (type === 'place' ? countyOfPlace(pointed.place) === countyOfPlace(place) : related(pointed.place, place))
    const reached =
      near && (pointed.dwelling === undefined || !(await whyNotReach({ place: pointed.place, dwelling: pointed.dwelling })))
    if (!reached) throw problems.noSuchOne({ path, field: words.zh, name: words.en })
  }
}
