import { type Coverage, coverageOf } from '../rounds/coverage.rules.ts'
import type { DoorCell, DoorStanding, ObservedDoor } from './building-view.ts'

/** What a cell of the picture says: observation before the visit, vacancy before both. */
export type CellState = DoorStanding | 'observed' | 'no-round'

/** The one state that a door is shown with; without the right to see health data there are no observed doors. */
export function stateOf(cell: Pick<DoorCell, 'standing' | 'dwelling'>, observed: ReadonlyMap<string, ObservedDoor>): CellState {
  if (observed.has(cell.dwelling)) return 'observed'
  return cell.standing ?? 'no-round'
}

/** Coverage of the doors shown: vacant ones stand outside the denominator (R-2020A-10); undefined while no round is looked at. */
export function coverageOfDoors(cells: readonly Pick<DoorCell, 'standing'>[]): Coverage | undefined {
  const standings = cells.flatMap((cell) => (cell.standing === null ? [] : [cell.standing]))
  return standings.length < cells.length ? undefined : coverageOf(standings)
}

/** The doors that are not met (not reached, or visited in vain), key households first, then those never knocked at, then by door. */
export function doorsLeft<C extends Pick<DoorCell, 'standing' | 'key' | 'tries'>>(cells: readonly C[]): C[] {
  const left = cells.filter((cell) => cell.standing !== null && cell.standing !== 'done' && cell.standing !== 'outside')
  return left.sort((a, b) => Number(b.key) - Number(a.key) || a.tries - b.tries)
}
