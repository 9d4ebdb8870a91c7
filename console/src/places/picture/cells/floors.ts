import type { DoorCell } from '@wangdi/domain/plan/building-view.ts'
import { grouped } from '../../../lists/grouped.ts'

/** A unit of the picture: its columns of rooms, and on each floor the room of a column where there is one. */
export interface UnitPlan {
  readonly unit: string | null
  readonly columns: readonly string[]
  readonly at: ReadonlyMap<string, DoorCell>
}

/** The column of a room: its number without the floor in front (402 on floor 4 is 02), so that rooms stand above each other. */
export function columnOf({ floor, room }: Pick<DoorCell, 'floor' | 'room'>): string {
  const number = room ?? ''
  const front = floor === null ? '' : String(floor)
  return front !== '' && number.length > front.length && number.startsWith(front) ? number.slice(front.length) : number
}

const key = (floor: number | null, column: string) => `${floor ?? ''}/${column}`

/** The room of a floor and column of a unit; undefined where there is none. */
export const roomAt = (plan: UnitPlan, floor: number | null, column: string): DoorCell | undefined =>
  plan.at.get(key(floor, column))

/** Cells laid out as units × floors: floors from the top down, units and columns in the order of their numbers. */
export function layOut(cells: readonly DoorCell[]): { floors: (number | null)[]; units: UnitPlan[] } {
  const floors = [...new Set(cells.map((cell) => cell.floor))].sort((a, b) => (b ?? -1) - (a ?? -1))
  const units = [...grouped(cells, (cell) => cell.unit)].map(([unit, rooms]) => ({
    unit,
    columns: [...new Set(rooms.map(columnOf))].sort((a, b) => a.localeCompare(b, 'zh', { numeric: true })),
    at: new Map(rooms.map((cell) => [key(cell.floor, columnOf(cell)), cell])),
  }))
  return { floors, units: units.sort((a, b) => (a.unit ?? '').localeCompare(b.unit ?? '', 'zh', { numeric: true })) }
}

/** Units in pages of at most `units` units and `columns` columns each; one unit alone may be wider. */
export function inPages(plans: readonly UnitPlan[], { units, columns }: { units: number; columns: number }): UnitPlan[][] {
  const pages: UnitPlan[][] = []
  let width = 0
  for (const plan of plans) {
    const last = pages.at(-1)
    if (last && last.length < units && width + plan.columns.length <= columns) {
      last.push(plan)
      width += plan.columns.length
    } else {
      pages.push([plan])
      width = plan.columns.length
    }
  }
  return pages
}
