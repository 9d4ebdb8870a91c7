import Type, { type Static } from 'typebox'
import { Role } from '../roles.ts'
import { Id, Instant, Maybe, PlaceCode, Text } from '../schema.ts'

/** What somebody who signed in must do before anything else. */
export type Needs = 'password' | 'second-factor'

/** An account of a member of staff as those see it who look after accounts. */
export const Account = Type.Object({
  id: Id,
  login: Text(64),
  name: Text(40),
  role: Role,
  place: PlaceCode,
  placeName: Text(80),
  /** The duty phone that residents and colleagues may call. */
  phone: Maybe(Text(20)),
  active: Type.Boolean(),
  version: Type.Integer(),
})
export type Account = Static<typeof Account>

/** A session of an account: since when, last carried on when, until when. */
export const SessionLine = Type.Object({ id: Id, began: Instant, used: Instant, until: Instant, current: Type.Boolean() })
export type SessionLine = Static<typeof SessionLine>
