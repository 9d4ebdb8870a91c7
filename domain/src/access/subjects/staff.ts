import { community, county, levels, everyone, atDoors, gridRedrawers, accountKeepers } from '../families.ts'
import type { Rows } from '../reach.ts'

/** Who may give out accounts, and see and change working groups, and who answers for which grid. */
export const staff: Rows = {
  // accounts, given out by the director in the own community and by the security administrator in the county
  'staff.list': accountKeepers,
  'staff.save': accountKeepers,
  'staff.switch-off': accountKeepers,
  'staff.switch-on': accountKeepers,
  'staff.end-sessions': accountKeepers,
  'staff.reset-password': accountKeepers,
  'staff.colleagues': everyone('figures'),
  // whom street and county call about a community below them; each number shown is recorded
  'staff.answers-for': { 'street-officer': 'figures', ...county('figures') },
  'staff.show-duty-phone': { 'street-officer': 'figures', ...county('figures') },
  // working groups
  'staff.team': { ...levels('figures'), ...community('figures'), ...atDoors('figures') },
  'staff.save-member': { 'community-director': 'figures', ...levels('figures') },
  'staff.end-member': { 'community-director': 'figures', ...levels('figures') },
  // who answers for which grid
  'staff.assign-grid': gridRedrawers,
  'staff.grid-duties': { ...county('area'), 'street-officer': 'area', ...community('area'), ...atDoors('area') },
}
