import { community, county, levels } from '../families.ts'
import type { Rows } from '../reach.ts'

/** Who may issue certificates, and end and destroy data: whoever asks does not approve. */
export const rights: Rows = {
  // certificates; the two that there are, and what was asked for beside them
  'rights.issue-residence-proof': community('area'),
  'rights.residence-proofs': community('area'),
  'rights.residence-proof': community('area'),
  'rights.refuse-certificate': community('figures'),
  'rights.refused-certificates': { ...community('figures'), ...levels('figures') },
  // what ends with a response, and the destruction of data about people; whoever asks does not approve
  'rights.ended-responses': { ...levels('figures'), auditor: 'figures' },
  'rights.end-list': { ...levels('above'), ...community('above') },
  'rights.destruction': { ...levels('figures'), auditor: 'figures' },
  'rights.assess-destruction': { 'county-health': 'figures', 'county-civil-affairs': 'figures' },
  'rights.audits': { ...county('figures'), 'security-administrator': 'figures', auditor: 'figures' },
  'rights.assess-impact': { 'county-health': 'figures', 'county-civil-affairs': 'figures' },
  'rights.record-audit': { auditor: 'figures' },
  'rights.traces': { 'security-administrator': 'figures', auditor: 'figures' },
  'rights.set-end-terms': { 'county-leader': 'figures', 'county-health': 'figures' },
  'rights.decide-destruction': { 'county-leader': 'figures', 'county-health': 'figures' },
  'rights.execute-destruction': { 'county-health': 'figures', 'county-civil-affairs': 'figures' },
}
