import { isWithin } from '@wangdi/domain/place-code.ts'
import {
  areasOf,
  type Burden,
  costOf,
  isUntimed,
  monthOf,
  noBurden,
  plusBurden,
  timesBurden,
  weekOf,
} from '@wangdi/domain/reports/demands/burden.rules.ts'
import { readBurden } from '@wangdi/domain/reports/demands/demands.api.ts'
import { isInForce, lastDayOf, stateOf } from '@wangdi/domain/reports/demands/demands.rules.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { listPlacesBelow } from '../reports.queries.ts'
import { countCommunities, type KeptDemand, listRunning } from './demand.queries.ts'

const nextLength: Record<number, number> = { 0: 2, 2: 4, 4: 6, 6: 9, 9: 12, 12: 12 }

interface Falling {
  readonly demand: KeptDemand
  readonly cost: Burden
  readonly areas: readonly PlaceCode[]
}

/** How many communities of a place an area reaches: all of it, the part below it, or none. */
function reached(area: PlaceCode, place: PlaceCode, counts: ReadonlyMap<PlaceCode, number>): number {
  if (isWithin(place, area)) return counts.get(place) ?? 0
  return isWithin(area, place) ? (counts.get(area) ?? 0) : 0
}

const communitiesOf = ({ areas }: Falling, place: PlaceCode, counts: ReadonlyMap<PlaceCode, number>) =>
  areas.some((area) => isWithin(place, area))
    ? (counts.get(place) ?? 0)
    : areas.reduce((sum, area) => sum + reached(area, place, counts), 0)

const burdenAt = (falling: readonly Falling[], place: PlaceCode, counts: ReadonlyMap<PlaceCode, number>): Burden =>
  falling.reduce((sum, one) => plusBurden(sum, timesBurden(one.cost, communitiesOf(one, place, counts))), noBurden)

const board = serve(readBurden, {
  run: async ({ db, input, today }) => {
    const { place } = input
    const day = input.on ?? today
    const [week, month] = [weekOf(day), monthOf(day)]
    const running = await listRunning(db, place, week.from < month.from ? week.from : month.from)
    const falling = running
      .map((demand) => ({ demand, cost: costOf(demand, day), areas: [...new Set(areasOf(demand, day))] }))
      .filter(({ areas }) => areas.length > 0)
    const names =
      place.length === 12 ? new Map<string, string>() : await listPlacesBelow(db, place, nextLength[place.length] ?? 12)
    const counts = await countCommunities(db, [...new Set([place, ...names.keys(), ...falling.flatMap(({ areas }) => areas)])])
    const reaching = falling
      .map((one) => ({ ...one, communities: communitiesOf(one, place, counts) }))
      .filter(({ communities }) => communities > 0)
    return {
      place,
      day,
      week,
      month,
      communities: counts.get(place) ?? 0,
      sum: burdenAt(falling, place, counts),
      demands: reaching
        .map(({ demand, cost, communities }) => ({
          ...{ id: demand.id, title: demand.title, asker: demand.asker, kind: demand.kind, communities },
          asked: cost.tasks + cost.forms > 0,
          ...(isUntimed(demand)
            ? { week: null, month: null, saved_month: null }
            : { week: cost.week * communities, month: cost.month * communities, saved_month: cost.saved_month * communities }),
          until: lastDayOf(demand),
        }))
        .sort((a, b) => (b.month ?? 0) - (a.month ?? 0) || (b.saved_month ?? 0) - (a.saved_month ?? 0)),
      below: [...names].map(([code, name]) => ({
        place: code,
        name,
        communities: counts.get(code) ?? 0,
        ...burdenAt(falling, code, counts),
      })),
    }
  },
})

/** A form that a community is asked for on a day; not accepted, it is one too many. */
interface FormInForce {
  readonly id: Id
  readonly title: string
  readonly asker: string
  readonly from: Day
  readonly until: Day | null
  /** Whether the county accepted it; without that the form has no order behind it. */
  readonly accepted: boolean
}

/** The forms a community is asked for on a day, accepted at the desk or told of by the community itself (民发〔2020〕13号). */
export async function formsInForce(db: Db, community: PlaceCode, day: Day): Promise<FormInForce[]> {
  return (await listRunning(db, community, day))
    .filter((demand) => demand.kind === 'form' && demand.from <= day)
    .map((demand) => ({ demand, accepted: isInForce(demand, community, day) }))
    .filter(({ demand, accepted }) => accepted || stateOf(demand, community, day) === 'told')
    .map(({ demand, accepted }) => ({
      ...{ id: demand.id, title: demand.title, asker: demand.asker, from: demand.from, until: lastDayOf(demand) },
      accepted,
    }))
}

/** The verb of the burden board. */
export const burdenVerbs: readonly Served[] = [board]
