import type { Unit } from '../../counted/units.ts'
import type { Words } from '../../problem.ts'

/** What an office is to do with what waits for it, in one word. */
export const asks = {
  sign: { zh: '签', en: 'Sign' },
  approve: { zh: '批', en: 'Approve' },
  publish: { zh: '发', en: 'Give out' },
  receive: { zh: '收', en: 'Receive' },
  answer: { zh: '答', en: 'Answer' },
  decide: { zh: '定', en: 'Decide' },
  confirm: { zh: '确认', en: 'Confirm' },
  check: { zh: '复查', en: 'Check' },
  renew: { zh: '复核', en: 'Look again' },
  do: { zh: '办', en: 'Do' },
} as const satisfies Readonly<Record<string, Words>>
export type Ask = keyof typeof asks

/** Something that waits for an office and is declared as no kind: what it is called, and what the office is to do. */
export interface Waiting {
  readonly words: Words
  readonly ask: Ask
  /** What is counted, where a line stands for many. */
  readonly unit?: Unit
}

/** What of a subject waits for an office, by its name. */
export type Waitings = Readonly<Record<string, Waiting>>
