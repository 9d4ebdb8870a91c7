import type { Id, Instant } from '@wangdi/domain/schema.ts'

/** What sign-in keeps of an account. What is absent stays as it is. */
export interface Login {
  readonly account: Id
  readonly login: string
  readonly name: string
  readonly password?: string
  /** The password was set by somebody else: it must be changed before anything else. */
  readonly mustChange?: boolean
  /** The secret of an authenticator; null forgets it, so that the person sets up another. */
  readonly secondFactor?: string | null
  /** Offered on the sign-in page of the demo. */
  readonly demo?: boolean
}

/**
 * What sign-in does for verbs about accounts. It works on connections of its own, outside the transaction of the verb,
 * so a verb calls it last; each call may be repeated.
 */
export interface Logins {
  save(login: Login): Promise<void>
  /** Ends all sessions and takes the password away. */
  close(account: Id): Promise<void>
  endSessions(account: Id): Promise<void>
  listSessions(account: Id): Promise<{ id: Id; began: Instant; used: Instant; until: Instant }[]>
  /** False when the account has no such session. */
  endSession(account: Id, session: Id): Promise<boolean>
  /** Six digits of the account's authenticator that hold now and were not used yet; for the demo and for tests. */
  findCode(account: Id): Promise<string | undefined>
  /** The accounts of the demo, oldest first. */
  listDemo(): Promise<Id[]>
}
