import Type, { type Static } from 'typebox'
import { DoorText } from '../../places/door-plate.ts'
import { CommunityCode, Day, Id, Instant, Maybe, OneOf, Text } from '../../schema.ts'
import { Where } from '../observation.ts'

/** What became of somebody whom the end of a response found under observation: handed on to somebody, or the term goes on. */
export const Handover = OneOf('handed-on', 'left')
export type Handover = Static<typeof Handover>

/** Somebody who is, or was, under observation when a response ends; `settled` says what was decided, null while nothing is. */
export const LeftRow = Type.Object({
  observation: Id,
  person: Id,
  name: Type.String(),
  community: CommunityCode,
  door: DoorText,
  where: Maybe(Where),
  last_day: Day,
  number: Type.String(),
  settled: Maybe(
    Type.Object({
      how: OneOf('released', 'handed-on', 'left'),
      note: Type.String(),
      by: Type.String(),
      at: Instant,
    }),
  ),
})
export type LeftRow = Static<typeof LeftRow>

/** To whom, or why the term goes on. */
export const HandoverNote = Text(200, 1)
