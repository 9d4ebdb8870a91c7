import Type, { type Static } from 'typebox'
import { query } from '../endpoint.ts'
import { CommunityCode, Id, Listing, Maybe, Page, Text } from '../schema.ts'
import { DoorText } from './door-plate.ts'
import { DwellingUse } from './places.ts'

/** A door that a search found. */
export const FoundDoor = Type.Object({ dwelling: Id, door: DoorText, building: Maybe(Id), use: DwellingUse })
export type FoundDoor = Static<typeof FoundDoor>

/**
 * Finds doors of a community by estate, building, unit, group and room in any order, and by pinyin initials (`doorSought`); without
 * a text all doors of a part of it, in walking order. POST, since names may be typed here too, and do not belong in addresses.
 */
export const findDoors = query({
  name: 'places.find-doors',
  at: 'POST /places/doors',
  words: { zh: '按门牌找户', en: 'Find doors' },
  input: Type.Object({
    community: CommunityCode,
    text: Type.Optional(Text(40)),
    building: Type.Optional(Id),
    estate: Type.Optional(Id),
    group: Type.Optional(Text(20)),
    ...Page.properties,
  }),
  reply: Listing(FoundDoor),
})
