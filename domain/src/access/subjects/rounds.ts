import { declaredAccess } from '../../rounds/declared.ts'
import { community, county, atDoors, inspectors } from '../families.ts'
import type { Rows } from '../reach.ts'

/** Who may go round and see what was gone round, and who inspects: those inspected put right, those who found it check. */
export const rounds: Rows = {
  'rounds.record-visit': { 'grid-worker': 'grid', ...community('area'), 'community-doctor': 'area' },
  'rounds.open-round': { 'community-worker': 'area', 'community-director': 'area' },
  'rounds.close-round': { 'community-worker': 'area', 'community-director': 'area' },
  'rounds.list': { ...atDoors('area'), ...community('area'), 'street-officer': 'area', ...county('area') },
  'rounds.coverage': {
    'grid-worker': 'grid',
    'community-doctor': 'area',
    ...community('area'),
    'street-officer': 'area',
    'county-civil-affairs': 'area',
  },
  'rounds.due': {
    'grid-worker': 'grid',
    'community-doctor': 'area',
    ...community('area'),
    'street-officer': 'area',
    'county-civil-affairs': 'area',
  },
  'rounds.to-meet': { 'grid-worker': 'grid', 'community-doctor': 'area', ...community('area') },
  'rounds.told': { 'grid-worker': 'grid', 'community-doctor': 'area', ...community('area'), 'street-officer': 'area' },
  'rounds.visits': { 'grid-worker': 'grid', 'community-doctor': 'area', ...community('area'), 'street-officer': 'area' },
  // inspections; those inspected put right, those who found it check
  'rounds.inspections': inspectors,
  'rounds.findings': inspectors,
  'rounds.record-inspection': inspectors,
  'rounds.settle-finding': inspectors,
  // whoever sees the register of facilities
  'rounds.compare-facilities': {
    'community-worker': 'area',
    'community-director': 'area',
    'community-doctor': 'area',
    'street-officer': 'area',
    ...county('area'),
  },
  ...declaredAccess,
}
