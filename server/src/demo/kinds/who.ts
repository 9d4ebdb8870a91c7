import { reachOf } from '@wangdi/domain/access/access.ts'
import type { KindName } from '@wangdi/domain/kinds/kind.ts'
import type { Reach } from '@wangdi/domain/access/reach.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { type DemoLogin, demoAccounts } from '../accounts.ts'

/** Somebody of the demo who may do a verb of a kind. */
export interface Able {
  readonly login: DemoLogin
  readonly place: PlaceCode
  readonly reach: Reach
}

// The desk before the doctor before the director, then upward: who usually does it in a community.
const order: readonly Role[] = ['community-worker', 'community-doctor', 'community-director', 'street-officer']
const rankOf = (role: Role) => (order.includes(role) ? order.indexOf(role) : order.length)

/** Those of the demo who may do an act of a kind, who usually does it first. */
export const ableTo = (kind: { readonly name: KindName }, act: string): Able[] =>
  demoAccounts
    .toSorted(([, , one], [, , other]) => rankOf(one) - rankOf(other))
    .flatMap(([login, , role, place]) => {
      const reach = reachOf(`${kind.name}.${act}`, role)
      return reach ? [{ login, place, reach }] : []
    })
