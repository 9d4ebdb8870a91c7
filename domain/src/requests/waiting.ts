import type { Waitings } from '../kinds/inbox/waiting.ts'

/** What of complaints, requests about own data, data incidents and errands waits for an office. */
export const waiting = {
  'requests.open': { words: { zh: '投诉和申请', en: 'Complaint or request' }, ask: 'answer' },
  'requests.side': { words: { zh: '请你说明的投诉', en: 'Side to be told' }, ask: 'answer' },
  'requests.review': { words: { zh: '要复查的答复', en: 'Answer to be reviewed' }, ask: 'check' },
  'requests.proposed': {
    words: { zh: '居家观察户要办的', en: 'Errands for homes under observation' },
    ask: 'decide',
    unit: 'household',
  },
} as const satisfies Waitings
