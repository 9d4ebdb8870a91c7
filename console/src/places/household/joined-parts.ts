import type { ComponentType } from 'react'

/** A part of a household that another subject shows; seen by those who may read by its verb. */
export interface JoinedPart {
  readonly verb: string
  /** Loaded when a household is shown. */
  readonly Part: ComponentType<{ readonly dwelling: string }>
}

const joined: JoinedPart[] = []

/** Adds a part to every household: a subject that stands after places says of itself that it has something about a door. */
export const joinHousehold = (part: JoinedPart): void => void joined.push(part)

/** What other subjects add to a household, in the order in which they came. */
export const joinedParts = (): readonly JoinedPart[] => joined
