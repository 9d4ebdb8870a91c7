import Type, { type Static } from 'typebox'
import { Id, Instant, Maybe } from '../../schema.ts'

/** A thing that rounds go to, as a phone holds it: its name and the state of its own. */
export const HeldThing = Type.Object({ id: Id, kind: Type.String(), title: Type.String(), own: Maybe(Type.String()) })
export type HeldThing = Static<typeof HeldThing>

/** A look of the turn that runs, as a phone holds it. */
export const HeldCheck = Type.Object({
  id: Id,
  /** The round it is of. */
  kind: Type.String(),
  thing: Id,
  at: Instant,
  values: Type.Record(Type.String(), Type.Unknown()),
  replaces: Maybe(Id),
})
export type HeldCheck = Static<typeof HeldCheck>
