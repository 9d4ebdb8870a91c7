import type { Waitings } from '../kinds/inbox/waiting.ts'

/** What of reports waits for an office. */
export const waiting = {
  'reports.daily': { words: { zh: '日报', en: 'Daily report' }, ask: 'confirm' },
  'reports.demands': { words: { zh: '要数要表', en: 'Demands for figures' }, ask: 'decide', unit: 'request' },
} as const satisfies Waitings
