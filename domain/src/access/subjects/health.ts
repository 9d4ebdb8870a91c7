import { carers } from '../families.ts'
import type { Rows } from '../reach.ts'

/** Who may see the colours of key persons and confirm them: the machine proposes, a doctor confirms. */
export const health: Rows = {
  // colours; the machine proposes, a doctor confirms
  'health.tier-list': carers,
  'health.get': carers,
  'health.confirm-colour': { 'community-doctor': 'area', 'county-health': 'area' },
  'health.record-facts': carers,
}
