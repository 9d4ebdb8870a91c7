import type { Waitings } from '../kinds/inbox/waiting.ts'

/** What of orders and responses waits for an authority. */
export const waiting = {
  'regimes.order-draft': { words: { zh: '管控令草稿', en: 'Draft of a control order' }, ask: 'approve' },
  'regimes.order-ending': { words: { zh: '快到期的管控令', en: 'Control order that runs out' }, ask: 'renew' },
} as const satisfies Waitings
