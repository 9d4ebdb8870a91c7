import { flowOf } from '../kinds/request/flows.ts'
import type { RequestKind } from '../kinds/request/request.ts'
import type { Role } from '../roles.ts'
import { access } from './access.ts'

/** The roles that do what a request of this kind is given out for: whoever may do an act of its doer. */
export function rolesOfDoers({ name, flow }: Pick<RequestKind, 'name' | 'flow'>): Role[] {
  const done = Object.entries(flowOf(flow).acts).filter(([, { by }]) => by === 'doer')
  return [...new Set(done.flatMap(([act]) => Object.keys(access[`${name}.${act}`] ?? {}) as Role[]))]
}
