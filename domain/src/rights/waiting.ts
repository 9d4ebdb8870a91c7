import type { Waitings } from '../kinds/inbox/waiting.ts'

/** What of the end of responses waits for a county. */
export const waiting = {
  'rights.destruction': { words: { zh: '要批的销毁', en: 'Destruction to be approved' }, ask: 'approve' },
  'rights.destruction-left': { words: { zh: '批了没做完的销毁', en: 'Approved destruction not done yet' }, ask: 'do' },
} as const satisfies Waitings
