import { county } from './families.ts'
import type { Rows } from './reach.ts'

/** Who sees what waits for them, and what was given to them, over all kinds. */
export const kinds: Rows = {
  'kinds.given': { volunteer: 'given', 'grid-worker': 'given' },
  'kinds.inbox': { 'community-worker': 'area', 'community-director': 'area', 'street-officer': 'area', ...county('area') },
}
