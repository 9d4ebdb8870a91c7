import Type, { type Static } from 'typebox'
import { AgeGroup, KeyGroup } from '../people/key-group.ts'
import { DwellingUse } from '../places/places.ts'
import { LastVisit } from '../rounds/rounds.ts'
import { Day, Id, Maybe, OneOf } from '../schema.ts'
import { DoorText } from '../places/door-plate.ts'

/** How a door stands in the round that is looked at; `outside` is vacant and not counted. */
export const DoorStanding = OneOf('done', 'not-reached', 'nobody-home', 'not-convenient', 'moved-away', 'refused', 'outside')
export type DoorStanding = Static<typeof DoorStanding>

/** One door of the building or village picture. Nothing of illness or observation is in it. */
export const DoorCell = Type.Object({
  dwelling: Id,
  unit: Maybe(Type.String()),
  floor: Maybe(Type.Integer()),
  room: Maybe(Type.String()),
  estate: Maybe(Id),
  group: Maybe(Type.String()),
  house: Maybe(Type.String()),
  door: DoorText,
  use: DwellingUse,
  /** Null while no round is looked at; a vacant door is `outside` all the same. */
  standing: Maybe(DoorStanding),
  people: Type.Integer(),
  /** 重: somebody of a key group lives here. */
  key: Type.Boolean(),
  /** Which groups, without those that say an illness. */
  groups: Type.Array(Type.Union([KeyGroup, AgeGroup])),
  grid: Maybe(Id),
  worker: Maybe(Type.String()),
  /** Knocks in this round; 0 is none. */
  tries: Type.Integer(),
  last: Maybe(LastVisit),
})
export type DoorCell = Static<typeof DoorCell>

/** The round that a picture shows. */
export const RoundShown = Type.Object({
  id: Id,
  name: Type.String(),
  from: Day,
  until: Maybe(Day),
  kind: OneOf('survey', 'visit'),
})

/** A door with somebody under observation: its day of how many, for those who may see health data. */
export const ObservedDoor = Type.Object({
  dwelling: Id,
  people: Type.Integer(),
  day: Type.Integer(),
  of: Maybe(Type.Integer()),
  until: Maybe(Day),
})
export type ObservedDoor = Static<typeof ObservedDoor>
