// What a family of tables says of the second wall, and with what a transaction comes to it.
export type Command = 'select' | 'insert' | 'update' | 'delete'

/** The settings of a transaction as they are sent; what is absent is never set. */
export interface Said {
  readonly county?: string
  readonly area?: string
  readonly place?: string
  readonly health?: string
  /** The account that looks at what was given to it alone. */
  readonly given?: string
  /** Whoever looks, for what somebody wrote for themselves. */
  readonly account?: string
}

/** Where a row stands: its county and community, or its place. */
export interface Spot {
  readonly county: string
  readonly place: string
}

/** Which commands the application has on a table, and which rows each of them reaches. */
export interface Family {
  readonly name: string
  /** The columns that say where a row stands. */
  readonly at: (spot: Spot) => Readonly<Record<string, unknown>>
  readonly commands: readonly Command[]
  readonly reads: (said: Said, spot: Spot) => boolean
  readonly writes: (said: Said, spot: Spot) => boolean
  /** Which rows are made, or taken away, where that differs from those that are changed. */
  readonly makes?: (said: Said, spot: Spot) => boolean
  readonly removes?: (said: Said, spot: Spot) => boolean
  /** Where a row stands cannot be changed. */
  readonly fixed?: boolean
  /** What is changed without a word about any column is tried as well, over all families of the table together. */
  readonly blindly?: true
  /** Other values of columns on which reading hangs; empty text unless said. */
  readonly fill?: Readonly<Record<string, unknown>>
}

/** Somebody to whom something was given. */
export const helper = '01997a4e-1111-7abc-8def-00000000000a'
