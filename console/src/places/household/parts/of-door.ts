import type { OpenedList } from '../../../lists/Counted.tsx'
import type { Household } from './Responsible.tsx'

/** The list of those under observation behind a door, or of those of them who lack something, as the figures of the door open it. */
export const staysOfDoor = (
  { community, dwelling }: Pick<Household, 'community' | 'dwelling'>,
  show?: 'undelivered',
): OpenedList => ({
  to: '/observation',
  search: { dwelling, ...(show ? { show } : { state: 'running' }) },
  rows: `observations-${show ?? 'running'}`,
  place: community,
})
