import { problem } from '../../problem.ts'
import type { Day } from '../../schema.ts'

/** Why an assessment or an audit is not taken. */
export const problems = {
  unknownRecord: problem('rights.unknown-record', 'invalid', {
    zh: '数据目录里没有这一类',
    en: 'No such kind of records is known here.',
  }),
  impactShort: problem('rights.impact-short', 'invalid', {
    zh: '目的、影响、保护措施三项都要写',
    en: 'Purpose, effect and measures all need words.',
  }),
  auditShort: problem('rights.audit-short', 'invalid', {
    zh: '查到什么要写，没查到问题也写一句',
    en: 'Say what was found, even when nothing was.',
  }),
  auditPeriod: problem('rights.audit-period', 'invalid', {
    zh: '查的是哪几天要写对：开始不晚于结束，结束不晚于今天',
    en: 'The audited days must begin before they end, and end by today.',
  }),
  nextTooLate: problem<{ latest: Day }>('rights.audit-next-too-late', 'invalid', {
    zh: '下一次最迟 {latest}，要在今天以后',
    en: 'The next audit is after today and by {latest} at the latest.',
  }),
}
