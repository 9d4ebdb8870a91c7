import { problem } from '../../problem.ts'
import type { Day } from '../../schema.ts'

/** Why a certificate is not issued, or a demand not refused. */
export const problems = {
  movedAway: problem<{ day: Day }>('rights.moved-away', 'refused', {
    zh: '这位居民 {day} 已经搬走，开不了居住证明',
    en: 'This person moved away on {day}; their residence here cannot be certified.',
  }),
  noDoor: problem('rights.no-door', 'refused', {
    zh: '还没登记住哪户，先补上住址再开居住证明',
    en: 'No dwelling is recorded for this person; record it before certifying.',
  }),
  sayWhich: problem('rights.say-which', 'invalid', {
    zh: '写一下对方要的是什么证明',
    en: 'Say which certificate was asked for.',
  }),
  isIssued: problem<{ name: string }>('rights.certificate-is-issued', 'refused', {
    zh: '{name}是可以出具的，不用拒绝',
    en: '{name} is one of the two certificates that are issued.',
  }),
}
