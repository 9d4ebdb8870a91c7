import type { OpenedList } from '../Counted.tsx'

/** All visits to a door, on its own page. */
export const visitsOfDoor = (dwelling: string): OpenedList => ({
  to: `/households/${dwelling}`,
  search: { part: 'visits' },
  rows: 'story',
})
