import { community, county, levels, policyEditors } from './families.ts'
import type { Row, Rows } from './reach.ts'

const waitedFor: Row = {
  ...levels('figures'),
  ...community('area'),
  'community-doctor': 'area',
  'street-officer': 'area',
  ...county('area'),
  ...policyEditors,
}

/** Who chooses among records of kinds, and who sees what waits for them, what was given to them, what concerns a door, and how far communities are, over all kinds. */
export const kinds: Rows = {
  'kinds.given': { volunteer: 'given', 'grid-worker': 'given' },
  'kinds.inbox': waitedFor,
  'kinds.count-inbox': waitedFor,
  'kinds.spread': { 'street-officer': 'area', ...county('area') },
  'kinds.choose': {
    ...{ 'community-worker': 'area', 'community-director': 'area', 'community-doctor': 'area', 'street-officer': 'area' },
    ...county('area'),
  },
  'kinds.of-door': {
    ...{ 'community-worker': 'area', 'community-director': 'area', 'community-doctor': 'area', 'street-officer': 'area' },
    'grid-worker': 'grid',
  },
}
