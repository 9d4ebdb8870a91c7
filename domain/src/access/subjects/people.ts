import { community, importers } from '../families.ts'
import type { Rows } from '../reach.ts'

/** Who may see and change residents, their marks, those who arrive, and rosters with what they leave to be settled. */
export const people: Rows = {
  'people.search': {
    'grid-worker': 'grid',
    ...community('area'),
    'community-doctor': 'area',
    'street-officer': 'area',
    'county-health': 'area',
    'county-civil-affairs': 'area',
  },
  'people.get': {
    'grid-worker': 'grid',
    ...community('area'),
    'community-doctor': 'area',
    'street-officer': 'area',
    'county-health': 'area',
    'county-civil-affairs': 'area',
  },
  'people.unmask': { 'grid-worker': 'grid', ...community('area'), 'community-doctor': 'area', 'county-health': 'area' },
  'people.looks': { 'community-director': 'area', 'county-health': 'area', 'county-civil-affairs': 'area' },
  'people.add': community('area'),
  'people.correct': community('area'),
  'people.set-mark': { ...community('area'), 'community-doctor': 'area', 'county-civil-affairs': 'area' },
  'people.review-mark': { ...community('area'), 'community-doctor': 'area', 'county-civil-affairs': 'area' },
  'people.record-advice': { 'grid-worker': 'grid', ...community('area'), 'community-doctor': 'area' },
  'people.key-groups': { ...importers, 'community-doctor': 'area', 'county-health': 'area' },
  // rosters, and what they leave to be settled
  'people.preview-import': importers,
  'people.import-residents': importers,
  'people.import-elders': importers,
  'people.import-arrivals': importers,
  'people.import-progress': importers,
  'people.imports': importers,
  'people.import-result': importers,
  'people.import-rejects': importers,
  'people.pile': importers,
  'people.link': importers,
  'people.keep-apart': importers,
  'people.unlink': importers,
  'people.settle-address': importers,
  'people.unsettle-address': importers,
  'people.settle-words': importers,
  'people.unsettle-words': importers,
  // those who arrive
  'people.record-arrival': { 'grid-worker': 'grid', ...community('area'), 'community-doctor': 'area', 'county-health': 'area' },
  'people.check-arrival': { ...community('area'), 'community-doctor': 'area', 'county-health': 'area' },
  'people.check-arrivals': { ...community('area'), 'community-doctor': 'area', 'county-health': 'area' },
  'people.note-unanswered': { ...community('area'), 'community-doctor': 'area', 'county-health': 'area' },
  'people.list-arrivals': { 'grid-worker': 'grid', ...community('area'), 'community-doctor': 'area', 'county-health': 'area' },
  'people.arrival-receipt': { ...community('area'), 'community-doctor': 'area', 'county-health': 'area' },
}
