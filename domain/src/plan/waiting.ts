import type { Waitings } from '../kinds/inbox/waiting.ts'

/** What else the plan of the day counts and waits for an office; told as a number, never by whom it is about. */
export const waiting = {
  'plan.marks': { words: { zh: '重点标记复核', en: 'Marks to be reviewed' }, ask: 'renew', unit: 'person' },
  'plan.colours': { words: { zh: '红黄绿分级待确认', en: 'Colours to be confirmed' }, ask: 'confirm', unit: 'person' },
  'plan.notices': { words: { zh: '观察告知书待送达', en: 'Notices to be delivered' }, ask: 'do', unit: 'stay' },
} as const satisfies Waitings
