import Type, { type Static } from 'typebox'
import { AlertAnswer, Episode, Reading } from '../observation/observation.ts'
import { Sex } from '../people/person.ts'
import { HeldPaper } from '../kinds/document/held-paper.ts'
import { HeldAsked } from '../kinds/request/held-asked.ts'
import { HeldCheck, HeldThing } from '../kinds/round/held-round.ts'
import { KeyGroup } from '../people/key-group.ts'
import { DwellingUse } from '../places/places.ts'
import { Round, Visit } from '../rounds/rounds.ts'
import { Day, Id, Maybe, OneOf } from '../schema.ts'

/** A door on a phone; `block` is its building, or its villagers' group, under which the phone keeps it. */
export const HeldDwelling = Type.Object({
  id: Id,
  block: Id,
  estate: Maybe(Type.String()),
  building: Maybe(Type.String()),
  unit: Maybe(Type.String()),
  floor: Maybe(Type.Integer()),
  room: Maybe(Type.String()),
  group: Maybe(Type.String()),
  house: Maybe(Type.String()),
  use: DwellingUse,
  ordinal: Type.Integer(),
  version: Type.Integer(),
})
export type HeldDwelling = Static<typeof HeldDwelling>

/** A resident on a phone: enough to knock and to call, never an identity number. */
export const HeldPerson = Type.Object({
  id: Id,
  dwelling: Id,
  name: Type.String(),
  sex: Maybe(Sex),
  born: Maybe(Day),
  phone: Maybe(Type.String()),
  relation: Type.String(),
})
export type HeldPerson = Static<typeof HeldPerson>

/** An open mark of a person. */
export const HeldMark = Type.Object({ id: Id, person: Id, kind: KeyGroup })
export type HeldMark = Static<typeof HeldMark>

/** The colour that counts for a person; the id is the person's. */
export const HeldColour = Type.Object({
  id: Id,
  colour: OneOf('green', 'yellow', 'red'),
  /** Contact is due every so many days by the rules; null where they name none. */
  everyDays: Maybe(Type.Integer()),
})
export type HeldColour = Static<typeof HeldColour>

/** A stay on a phone, at its door; with who stays there, since their home may be behind a door that this phone does not hold. */
export const HeldEpisode = Type.Object({
  ...Episode.properties,
  who: Type.Optional(Type.Object({ name: Type.String(), sex: Maybe(Sex), born: Maybe(Day), phone: Maybe(Type.String()) })),
})

/** Somebody who came and was called in vain more than once: to be met at the door where they stay. */
export const HeldArrival = Type.Object({
  id: Id,
  dwelling: Id,
  person: Id,
  name: Type.String(),
  phone: Maybe(Type.String()),
  origin: Type.String(),
  arrived_on: Day,
  /** Calls in a row that nobody answered. */
  unanswered: Type.Integer(),
})
export type HeldArrival = Static<typeof HeldArrival>

/** The kinds of rows on a phone, in the order in which they hang on each other. */
export const heldKinds = [
  'dwelling',
  'person',
  'mark',
  'colour',
  'visit',
  'episode',
  'reading',
  'answer',
  'arrival',
  'round',
  'asked',
  'given',
  'thing',
  'check',
  'paper',
] as const
export const HeldKind = OneOf(...heldKinds)
export type HeldKind = (typeof heldKinds)[number]

/** Rows of each kind; a kind that is not there has none. */
export const HeldRows = Type.Object({
  dwelling: Type.Optional(Type.Array(HeldDwelling)),
  person: Type.Optional(Type.Array(HeldPerson)),
  mark: Type.Optional(Type.Array(HeldMark)),
  colour: Type.Optional(Type.Array(HeldColour)),
  visit: Type.Optional(Type.Array(Visit)),
  episode: Type.Optional(Type.Array(HeldEpisode)),
  reading: Type.Optional(Type.Array(Reading)),
  /** What doctors decided about those readings. */
  answer: Type.Optional(Type.Array(AlertAnswer)),
  arrival: Type.Optional(Type.Array(HeldArrival)),
  round: Type.Optional(Type.Array(Round)),
  /** Requests about these doors, and about the community, that have not ended. */
  asked: Type.Optional(Type.Array(HeldAsked)),
  /** Requests given to the phone's bearer, as far as doing them needs; they come by a road of their own. */
  given: Type.Optional(Type.Array(HeldAsked)),
  /** Things of the community that rounds go to, and the looks of the turn that runs. */
  thing: Type.Optional(Type.Array(HeldThing)),
  check: Type.Optional(Type.Array(HeldCheck)),
  /** Documents of the community that hold. */
  paper: Type.Optional(Type.Array(HeldPaper)),
})
export type HeldRows = Static<typeof HeldRows>

/** The row type of a kind. */
export type HeldRow<K extends HeldKind> = NonNullable<HeldRows[K]>[number]

/** Somebody to call: the community's doctor, the director, the duty desk of the county. */
export const Colleague = Type.Object({
  account: Id,
  name: Type.String(),
  role: Type.String(),
  place: Type.String(),
  phone: Maybe(Type.String()),
})
export type Colleague = Static<typeof Colleague>

/** What a phone knows beside its doors: where it works, whom to call, which functions are open, in which rhythm to visit. */
export const HeldSetting = Type.Object({
  community: Type.String(),
  communityName: Type.String(),
  grids: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  /** Whether doors are named with their estate: the community has more than one. */
  namesEstates: Type.Boolean(),
  demo: Type.Boolean(),
  colleagues: Type.Array(Colleague),
  /** Null: open; else why it is closed, in both languages. */
  closed: Type.Object({
    arrivals: Maybe(Type.Object({ zh: Type.String(), en: Type.String() })),
    observation: Maybe(Type.Object({ zh: Type.String(), en: Type.String() })),
  }),
  rhythm: Type.Object({
    groups: Type.Record(Type.String(), Type.Integer()),
    colours: Type.Record(Type.String(), Type.Integer()),
  }),
})
export type HeldSetting = Static<typeof HeldSetting>

/** A block of doors as the phone counts its download by. */
export const HeldBlock = Type.Object({ id: Id, name: Type.String(), dwellings: Type.Array(Id) })
export type HeldBlock = Static<typeof HeldBlock>
