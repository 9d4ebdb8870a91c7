import type { Day, Id, PlaceCode } from '../../schema.ts'
import type { ControlOrder, OrderKind } from './control-order.ts'
import { lastDayOfOrder, orderStateOn } from './orders.rules.ts'

/** Whose door or which gate is asked about: a community, a building, a unit, or a group of a village. */
export interface Where {
  readonly place: PlaceCode
  readonly building?: Id | null
  readonly unit?: string | null
  readonly estate?: Id | null
  readonly group?: string | null
}

type Kept = Pick<ControlOrder, 'id' | 'place' | 'kind' | 'at' | 'exceptions' | 'from' | 'until' | 'review_on' | 'acts'>

/** Whether an order reaches a door or gate: the whole community, or the very building, unit or group. */
export function reachesTo({ place, at }: Pick<ControlOrder, 'place' | 'at'>, where: Where): boolean {
  if (place !== where.place) return false
  switch (at.scope) {
    case 'community':
      return true
    case 'building':
      return at.building === where.building
    case 'unit':
      return at.building === where.building && at.unit === where.unit
    case 'village-group':
      return at.group === where.group && (at.estate === null || at.estate === where.estate)
  }
}

const stopsLeaving: readonly OrderKind[] = ['building-closure', 'community-closure', 'go-out-ban']
const stopsEntering: readonly OrderKind[] = ['building-closure', 'community-closure', 'newcomer-refusal']

/** What holds at a gate or a door on a day. Emergency vehicles and acute patients pass whatever it says, and are entered after. */
export interface Passage {
  /** Going out is open to all, or only to those the exceptions name. */
  readonly out: 'open' | 'exceptions'
  /** Coming in is open to outsiders as well, or only to those the exceptions name. */
  readonly in: 'open' | 'exceptions'
  /** A checkpoint looks at who passes. */
  readonly checked: boolean
  readonly exceptions: readonly string[]
  /** The last day on which the present state can last; null while nothing restricts. */
  readonly until: Day | null
  readonly orders: readonly Id[]
}

/** What the orders in force say for a gate or a door on a day; once they are lifted or have lapsed it is open again. */
export function passageUnder(
  orders: readonly Kept[],
  responses: Parameters<typeof orderStateOn>[2],
  where: Where,
  day: Day,
): Passage {
  const holding = orders.filter((order) => reachesTo(order, where) && orderStateOn(order, day, responses) === 'in-force')
  const stops = (kinds: readonly OrderKind[]) => (holding.some(({ kind }) => kinds.includes(kind)) ? 'exceptions' : 'open')
  const gate = holding.filter(({ kind }) => kind === 'checkpoint' || stopsLeaving.includes(kind) || stopsEntering.includes(kind))
  return {
    out: stops(stopsLeaving),
    in: stops(stopsEntering),
    checked: gate.some(({ kind }) => kind === 'checkpoint'),
    exceptions: [...new Set(gate.flatMap(({ exceptions }) => exceptions))],
    until: gate.map(lastDayOfOrder).sort()[0] ?? null,
    orders: gate.map(({ id }) => id),
  }
}
