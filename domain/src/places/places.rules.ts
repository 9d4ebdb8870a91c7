import type { Problem } from '../problem.ts'
import type { Day } from '../schema.ts'
import { problems } from './places.problems.ts'
import { plainBuilding, plainUnit } from './plain-door.ts'
import type { Grid } from './places.ts'

/** From how many households on a grid is said to be full, and from how many overloaded. */
export interface LoadBand {
  readonly full: number
  readonly over: number
}

/**
 * The band where a county has set none. No binding national figure was found: practice speaks of 300 to 500 households
 * a grid, so it is a setting of the county and never a limit.
 */
export const usualBand: LoadBand = { full: 300, over: 500 }

/** How a grid stands in the band; only `over` is a warning. */
export const loadIn = (band: LoadBand, households: number): 'light' | 'full' | 'over' =>
  households > band.over ? 'over' : households >= band.full ? 'full' : 'light'

/** Why the dwellings may not go to this grid from that day; nothing when they may. */
export function whyNotRedraw(grid: Grid | undefined, from: Day, today: Day): Problem | undefined {
  if (from < today) return problems.inPast({ today })
  if (grid?.until && from >= grid.until) return problems.gridEnded({ name: grid.name, until: grid.until })
  return undefined
}

/** Why a grid may not end on that day while dwellings are in it; nothing when it may. */
export function whyNotEnd(name: string, dwellings: number, until: Day, today: Day): Problem | undefined {
  if (until < today) return problems.inPast({ today })
  return dwellings > 0 ? problems.gridInUse({ name, dwellings }) : undefined
}

/** Why a grid may not open so; nothing when it may. */
export function whyNotOpen(grid: Pick<Grid, 'from' | 'until'>, today: Day): Problem | undefined {
  if (grid.from < today) return problems.inPast({ today })
  return grid.until !== null && grid.until <= grid.from ? problems.endsFirst({}) : undefined
}

/** The most doors a building may be entered with at once. */
export const maxDoors = 3000

/** The doors of a building by its units, floors and rooms a floor, from the first floor up: 101, 102 … 1804; a unit as rosters are read: `1单元`. */
export const doorsOf = (
  units: readonly { unit: string; floors: number; rooms: number }[],
): { unit: string | null; floor: number; room: string }[] =>
  units.flatMap(({ unit, floors, rooms }) =>
    Array.from({ length: floors * rooms }, (_, at) => {
      const floor = Math.floor(at / rooms) + 1
      return { unit: unit === '' ? null : plainUnit(unit), floor, room: `${floor}${String((at % rooms) + 1).padStart(2, '0')}` }
    }),
  )

/** Whether two names are one building, however they are spelled: 6栋, 6#, 六号楼. */
export const isSameBuilding = (one: string, other: string): boolean => plainBuilding(one) === plainBuilding(other)
