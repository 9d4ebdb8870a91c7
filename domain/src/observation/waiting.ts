import type { Waitings } from '../kinds/inbox/waiting.ts'

/** What of arrivals and observation waits for an office; told as a number, never by whom it is about. */
export const waiting = {
  'observation.alerts': { words: { zh: '异常测温', en: 'Abnormal readings' }, ask: 'decide', unit: 'alert' },
  'observation.undecided': { words: { zh: '来返人员待决定', en: 'Arrivals to be decided' }, ask: 'decide', unit: 'arrival' },
  'observation.unchecked': { words: { zh: '来返人员待核实', en: 'Arrivals to be checked' }, ask: 'confirm', unit: 'arrival' },
  'observation.releases': { words: { zh: '到期待解除', en: 'Releases to be decided' }, ask: 'decide', unit: 'stay' },
  'observation.handovers': { words: { zh: '解除通知待送达', en: 'Releases to be handed over' }, ask: 'do', unit: 'stay' },
  'observation.calls': { words: { zh: '解除后的电话', en: 'Calls after release' }, ask: 'do', unit: 'stay' },
} as const satisfies Waitings
