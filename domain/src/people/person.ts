import Type, { type Static } from 'typebox'
import { Day, Id, Maybe, OneOf, Text } from '../schema.ts'
import { AgeGroup, KeyGroup } from './key-group.ts'
import { DoorText } from '../places/door-plate.ts'

export const Sex = OneOf('male', 'female')

export const DocumentKind = OneOf(
  'identity-card',
  'passport',
  'hk-macao-permit',
  'taiwan-permit',
  'residence-permit',
  'other',
  'none',
)
export type DocumentKind = Static<typeof DocumentKind>

/** A mark of a key group on a person, as lists show it. */
export const Mark = Type.Object({
  id: Id,
  kind: KeyGroup,
  since: Day,
  review_on: Maybe(Day),
  source: Type.String(),
  version: Type.Integer(),
})
export type Mark = Static<typeof Mark>

/** A resident as lists show them: numbers masked, door as people say it. */
export const PersonRow = Type.Object({
  id: Id,
  name: Type.String(),
  sex: Maybe(Sex),
  born: Maybe(Day),
  age: Maybe(Type.Integer()),
  community: Type.String(),
  dwelling: Maybe(Id),
  door: DoorText,
  door_text: Maybe(Type.String({ description: 'the address in the words of a roster, while no door is known' })),
  relation: Type.String(),
  document_kind: DocumentKind,
  document: Maybe(Type.String({ description: 'masked' })),
  phone: Maybe(Type.String({ description: 'masked' })),
  groups: Type.Array(AgeGroup),
  marks: Type.Array(Mark),
  linked: Type.Boolean({ description: 'another record is said to be the same person' }),
  left_on: Maybe(Day),
  version: Type.Integer(),
})
export type PersonRow = Static<typeof PersonRow>

/** What a person's record says and staff may correct. */
export const PersonFields = {
  name: Text(80, 1),
  sex: Type.Optional(Maybe(Sex)),
  born: Type.Optional(Maybe(Day)),
  document_kind: Type.Optional(DocumentKind),
  document: Type.Optional(Maybe(Text(30))),
  phone: Type.Optional(Maybe(Text(20))),
  dwelling: Type.Optional(Maybe(Id)),
  relation: Type.Optional(Text(20)),
  residence: Type.Optional(OneOf('local', 'elsewhere', 'unknown')),
}
