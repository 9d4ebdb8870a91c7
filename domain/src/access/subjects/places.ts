import { community, county, atDoors, doorReaders, gridRedrawers, inspectors, policyEditors } from '../families.ts'
import type { Rows } from '../reach.ts'

/** Who may see and change the division of a community into estates, buildings, dwellings and grids. */
export const places: Rows = {
  'places.tree': { ...inspectors, ...atDoors('area'), ...policyEditors, auditor: 'figures' },
  'places.community': { ...county('area'), 'street-officer': 'area', ...community('area'), ...atDoors('area') },
  'places.history': { ...county('area'), 'street-officer': 'area', ...community('area'), ...atDoors('area') },
  'places.find-doors': { ...doorReaders, 'county-health': 'area' },
  'places.save-estate': { 'community-worker': 'area', 'community-director': 'area', 'street-officer': 'area' },
  'places.save-building': { 'community-worker': 'area', 'community-director': 'area', 'street-officer': 'area' },
  'places.set-use': { 'grid-worker': 'grid', ...community('area') },
  'places.grid-save': gridRedrawers,
  'places.assign-dwellings': gridRedrawers,
  'places.set-load-band': { 'county-civil-affairs': 'figures', 'county-leader': 'figures' },
}
