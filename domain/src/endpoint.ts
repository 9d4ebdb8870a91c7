import Type, { type Static, type TObject, type TSchema } from 'typebox'
import type { Words } from './problem.ts'
import { Id, Instant, OneOf } from './schema.ts'

/** Emergency functions that stay closed until a response record opens them (R-LAW-1). */
export type EmergencyFunction = 'arrivals' | 'observation' | 'daily-report' | 'orders'

/** What server, clients and tests share about one verb: its name, road, shapes and conditions. */
export interface Endpoint<I extends TObject = TObject, R extends TSchema = TSchema> {
  /** `subject.verb`: permission, audit line, log field, offline command and label. */
  readonly name: string
  /** Method and path below /api; `:name` segments are fields of the input. */
  readonly at: `${'GET' | 'POST'} /${string}`
  readonly words: Words
  readonly input: I
  readonly reply: R
  /** A command: leaves one audit line, carries a client-made id, a repeat gives the first answer. */
  readonly writes: boolean
  /** May be recorded without network and sent later through the outbox. */
  readonly offline: boolean
  /** The transaction of this verb may see health data. */
  readonly health: boolean
  /** The emergency function that must be open. */
  readonly needs?: EmergencyFunction
  /** Answers without a session. */
  readonly open: boolean
}

type Parts<I extends TObject, R extends TSchema> = Pick<Endpoint<I, R>, 'name' | 'at' | 'words' | 'input' | 'reply'> & {
  health?: boolean
  needs?: EmergencyFunction
  offline?: boolean
  open?: boolean
}

/** Declares a reading verb. */
export const query = <I extends TObject, R extends TSchema>(parts: Parts<I, R>): Endpoint<I, R> => ({
  health: false,
  offline: false,
  open: false,
  ...parts,
  writes: false,
})

/** Declares a writing verb: a command. */
export const command = <I extends TObject, R extends TSchema>(parts: Parts<I, R>): Endpoint<I, R> => ({
  health: false,
  offline: false,
  open: false,
  ...parts,
  writes: true,
})

/** One recorded act as it travels: made once by a client, sent as often as needed. */
export const Command = Type.Object({
  id: Id,
  verb: Type.String({ maxLength: 60 }),
  /** When it happened by the phone's clock; what is no moment of our time says only that the clock is wrong. */
  at: Type.String({ maxLength: 40 }),
  input: Type.Record(Type.String(), Type.Unknown()),
})
export type Command = Static<typeof Command>

/** A problem on the wire (RFC 9457, application/problem+json) with our stable code and both languages. */
export const ProblemReply = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  words: Type.Object({ zh: Type.String(), en: Type.String() }),
  facts: Type.Record(Type.String(), Type.Unknown()),
})
export type ProblemReply = Static<typeof ProblemReply>

/** What became of one of many things done in one command: nothing, or why this one was refused; the others are done. */
export const ItemAnswer = Type.Object({ id: Id, problem: Type.Union([ProblemReply, Type.Null()]) })
export type ItemAnswer = Static<typeof ItemAnswer>

/**
 * What became of each command of a batch, in its order; `id` as it came. `unjudged`: the server failed at this one, nothing of
 * it was written; it is sent again, and kept from the others when that happens again and again.
 */
export const CommandAnswer = Type.Union([
  Type.Object({
    id: Type.String(),
    state: Type.Literal('done'),
    reply: Type.Unknown(),
    /** The moment under which it is kept, and why that is not the one said. */
    at: Type.Optional(Instant),
    warning: Type.Optional(ProblemReply),
  }),
  Type.Object({ id: Type.String(), state: OneOf('refused', 'unjudged'), problem: ProblemReply }),
])
export type CommandAnswer = Static<typeof CommandAnswer>
