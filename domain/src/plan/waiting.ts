import type { Waitings } from '../kinds/inbox/waiting.ts'

/** What else of the plan waits for an office: what it counts as a number, never by whom it is about; controls and measures one by one. */
export const waiting = {
  'plan.marks': { words: { zh: '重点标记复核', en: 'Marks to be reviewed' }, ask: 'renew', unit: 'person' },
  'plan.colours': { words: { zh: '红黄绿分级待确认', en: 'Colours to be confirmed' }, ask: 'confirm', unit: 'person' },
  'plan.notices': { words: { zh: '观察告知书待送达', en: 'Notices to be delivered' }, ask: 'do', unit: 'stay' },
  'plan.control-asked': { words: { zh: '要答复的过度防控核查', en: 'Over-control to be answered' }, ask: 'answer' },
  'plan.control-answered': { words: { zh: '答复了的过度防控核查', en: 'Over-control that was answered' }, ask: 'decide' },
  'plan.own-measure': { words: { zh: '社区申请的本地措施', en: 'Measure that a community asks for' }, ask: 'approve' },
} as const satisfies Waitings
