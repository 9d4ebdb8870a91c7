import type { Id, Instant, PlaceCode } from '../schema.ts'

/** A command as the phone keeps it until the server has answered. */
export interface Said {
  readonly verb: string
  readonly at: Instant
  readonly input: Readonly<Record<string, unknown>>
}

/** Whose phone it is, as far as rows name it. */
export interface Me {
  readonly account: Id
  readonly name: string
  readonly place?: PlaceCode
}
