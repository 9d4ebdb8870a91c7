import type { Waitings } from '../kinds/inbox/waiting.ts'

/** What of rounds and inspections waits for a place. */
export const waiting = {
  'rounds.open': { words: { zh: '开着的摸排', en: 'Open round' }, ask: 'do' },
  'rounds.finding': { words: { zh: '检查出的问题', en: 'Finding to be put right' }, ask: 'do' },
  'rounds.finding-right': { words: { zh: '改好的问题', en: 'Finding put right' }, ask: 'check' },
} as const satisfies Waitings
