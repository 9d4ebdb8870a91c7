import { everyone } from './families.ts'
import type { Rows } from './reach.ts'

/** Who may do what belongs to no subject: the own session, the clock of a demo, what a phone carries for its doors. */
export const platform: Rows = {
  // session
  'session.read': everyone('own'),
  'session.list': everyone('own'),
  'session.end': everyone('own'),
  'demo.set-clock': everyone('own'),
  // sync: what a phone carries for its doors
  'sync.snapshot': {
    'grid-worker': 'grid',
    'community-doctor': 'area',
    'community-worker': 'area',
    'community-director': 'area',
  },
  'sync.changes': { 'grid-worker': 'grid', 'community-doctor': 'area', 'community-worker': 'area', 'community-director': 'area' },
}
