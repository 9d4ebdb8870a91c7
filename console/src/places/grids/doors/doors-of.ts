import type { OpenedList } from '../../../lists/Counted.tsx'

/** Which doors: those in no grid, those with people in any, or those with people in one grid, by its id. */
export type DoorsOf = 'none' | 'any' | (string & {})

/** The list of these doors as an address. */
export const doorsOf = (of: DoorsOf): OpenedList => ({ to: '/grids', search: { doors_of: of }, rows: 'grid-doors' })
