import { type CellState, stateOf } from '@wangdi/domain/plan/building-view.rules.ts'
import type { DoorCell, ObservedDoor } from '@wangdi/domain/plan/building-view.ts'
import {
  Ban,
  CircleCheck,
  CircleDashed,
  DoorClosed,
  DoorOpen,
  Eye,
  type LucideIcon,
  PackageOpen,
  SquareMinus,
  Users,
} from 'lucide-react'

/** The drawing of a state and the class that colours it: words say the same, colour is never alone. */
export const cellLooks: Readonly<Record<CellState, { icon: LucideIcon; look: string }>> = {
  done: { icon: CircleCheck, look: 'visited' },
  'not-reached': { icon: CircleDashed, look: 'left' },
  'nobody-home': { icon: DoorClosed, look: 'tried' },
  'not-convenient': { icon: DoorOpen, look: 'tried' },
  'moved-away': { icon: PackageOpen, look: 'tried' },
  refused: { icon: Ban, look: 'tried' },
  observed: { icon: Eye, look: 'observed' },
  outside: { icon: SquareMinus, look: 'vacant' },
  'no-round': { icon: Users, look: 'plain' },
}

/** The states in the order of the legend. */
export const legend = [
  'done',
  'not-reached',
  'nobody-home',
  'not-convenient',
  'moved-away',
  'refused',
  'observed',
  'outside',
  'no-round',
] as const satisfies readonly CellState[]

/** The doors that one person answers for in one grid. */
export interface Own {
  readonly grid: string | null
  readonly worker: string | null
}

/** What the filter shows: every door, the doors of one state, those with somebody of a key group, or those of one person. */
export type Filter = 'all' | 'key' | CellState | Own

/** Whether somebody answers for a door in a grid. */
export const isOf = ({ grid, worker }: Own, cell: DoorCell): boolean => cell.grid === grid && cell.worker === worker

/** The state a door is shown with; a vacant one is vacant in any round and in none. */
export const shownState = (cell: DoorCell, observed: ReadonlyMap<string, ObservedDoor>): CellState =>
  cell.standing === null && cell.use === 'vacant' ? 'outside' : stateOf(cell, observed)

/** Whether a door belongs to what the filter shows. */
export const isShown = (filter: Filter, cell: DoorCell, state: CellState): boolean =>
  typeof filter === 'object' ? isOf(filter, cell) : filter === 'all' || (filter === 'key' ? cell.key : filter === state)
