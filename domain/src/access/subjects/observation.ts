import { community, carers } from '../families.ts'
import type { Rows } from '../reach.ts'

/** Who may order, follow and end observations: by county health alone; a volunteer sees none of it. */
export const observation: Rows = {
  // orders by county health alone; a volunteer sees none of it
  'observation.propose': { 'community-doctor': 'area', 'county-health': 'area', 'community-director': 'area' },
  'observation.decide': { 'county-health': 'area' },
  'observation.end': { 'county-health': 'area' },
  'observation.release': { 'county-health': 'area' },
  'observation.withdraw-release': { 'county-health': 'area' },
  // the community hands over what the authority decided; whoever calls afterwards sits at the desk or in the clinic
  'observation.deliver-release': carers,
  'observation.record-call': { 'community-worker': 'area', 'community-director': 'area', 'community-doctor': 'area' },
  // who is left when a response ends is known to those who cared for them, and settled by county health alone
  'observation.left': { 'community-director': 'area', 'community-doctor': 'area', 'county-health': 'area' },
  'observation.hand-over': { 'county-health': 'area' },
  'observation.list': carers,
  'observation.get': carers,
  'observation.record-reading': {
    'grid-worker': 'grid',
    'community-director': 'area',
    'community-doctor': 'area',
    'community-worker': 'area',
  },
  'observation.alerts': { 'community-director': 'area', 'community-doctor': 'area', 'county-health': 'area' },
  'observation.answer-alert': { 'community-doctor': 'area', 'county-health': 'area' },
  'observation.deliver-notice': carers,
  // a sheet bears what identifies somebody: printed by those who hand it over at a desk, not by whoever knocks
  'observation.notices': {
    'community-worker': 'area',
    'community-director': 'area',
    'community-doctor': 'area',
    'county-health': 'area',
  },
  'observation.assess-home': { 'community-worker': 'area', 'community-director': 'area', 'community-doctor': 'area' },
  // arrivals that wait for a decision: seen by those who check them, decided by county health alone
  'observation.queue': { ...community('area'), 'community-doctor': 'area', 'county-health': 'area' },
  'observation.queue-people': { ...community('area'), 'community-doctor': 'area', 'county-health': 'area' },
  'observation.decide-arrivals': { 'county-health': 'area' },
  'observation.withdraw-decision': { 'county-health': 'area' },
  'observation.send-back': { 'county-health': 'area' },
  'observation.office': { 'county-health': 'figures', 'county-leader': 'figures' },
  'observation.save-office': { 'county-health': 'figures', 'county-leader': 'figures' },
  'observation.arrival-counts': {
    ...community('area'),
    'community-doctor': 'area',
    'street-officer': 'area',
    'county-health': 'area',
  },
}
