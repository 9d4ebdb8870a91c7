import { flowOf } from '../kinds/request/flows.ts'
import type { RequestKind } from '../kinds/request/request.ts'
import type { PlaceLevel } from '../place-code.ts'
import { roles, type Role } from '../roles.ts'
import { access } from './access.ts'

type OfFlow = Pick<RequestKind, 'name' | 'flow'>

function rolesOf({ name, flow }: OfFlow, party: 'doer' | 'other'): Role[] {
  const theirs = Object.entries(flowOf(flow).acts).filter(([, { by }]) => by === party)
  return [...new Set(theirs.flatMap(([act]) => Object.keys(access[`${name}.${act}`] ?? {}) as Role[]))]
}

/** The roles that do what a request of this kind is given out for: whoever may do an act of its doer. */
export const rolesOfDoers = (kind: OfFlow): Role[] => rolesOf(kind, 'doer')

/** The levels of place at which somebody can take a request of this kind from its office: it is handed to no place where it would lie. */
export const levelsOfTakers = (kind: OfFlow): PlaceLevel[] => [
  ...new Set(rolesOf(kind, 'other').map((role) => roles[role].level)),
]
