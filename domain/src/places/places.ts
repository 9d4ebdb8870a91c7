import Type, { type Static } from 'typebox'
import { CommunityCode, Day, Id, Maybe, OneOf, PlaceCode, Text } from '../schema.ts'

/** A place of the division tree with the name it had on the day asked for. */
export const Place = Type.Object({
  code: PlaceCode,
  name: Type.String(),
  level: OneOf('nation', 'province', 'city', 'county', 'street', 'community'),
})
export type Place = Static<typeof Place>

/** An estate (小区) of a town, or a natural village (自然村). */
export const Estate = Type.Object({
  id: Id,
  kind: OneOf('estate', 'natural-village'),
  name: Text(40, 1),
  ordinal: Type.Integer(),
})
export type Estate = Static<typeof Estate>

/** What a dwelling is used for; nobody lives in `vacant`, and `unknown` is not vacant. */
export const DwellingUse = OneOf('own', 'rented', 'vacant', 'dormitory', 'unknown')
export type DwellingUse = Static<typeof DwellingUse>

/**
 * A door, in the one spelling that is kept: 3号楼 · 2单元 · 402 in a town, 3组 · 12 in a village; null is not given. Named to
 * people (`door-plate.ts`), its estate is null where the community has only one.
 */
export const Door = Type.Object({
  estate: Maybe(Type.String()),
  building: Maybe(Type.String()),
  unit: Maybe(Type.String()),
  room: Maybe(Type.String()),
  group: Maybe(Type.String()),
  house: Maybe(Type.String()),
})
export type Door = Static<typeof Door>

/** A grid (网格): a part of one community for which one person is responsible, from its first day to before `until`. */
export const Grid = Type.Object({
  id: Id,
  community: CommunityCode,
  name: Text(40, 1),
  ordinal: Type.Integer(),
  from: Day,
  /** The first day on which the grid is no more; null while it stands. */
  until: Maybe(Day),
})
export type Grid = Static<typeof Grid>

/** The name of the body that runs a community, as its papers are signed: 体育社区居民委员会, 韩寺村村民委员会; other names stay whole. */
export const committeeName = (name: string): string => {
  const short = shortName(name)
  if (short.endsWith('社区')) return `${short}居民委员会`
  return short.endsWith('村') ? `${short}村民委员会` : name
}

/** The name without the body that runs it, as people say it: 体育社区, 韩寺村; other names stay whole. */
export const shortName = (name: string): string =>
  name.replace(/村?(?:村委会|村民委员会)$/, '村').replace(/(?<=社区)(?:居民居委会|居民委员会|居委会)$/, '')
