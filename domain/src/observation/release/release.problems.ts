import { problem } from '../../problem.ts'
import type { Day } from '../../schema.ts'

/** Why nobody is released. */
export const problems = {
  released: problem<{ number: string; by: string }>('observation.released', 'conflict', {
    zh: '已经解除了：{number}，{by} 定的',
    en: 'This person was released already: {number}, decided by {by}.',
  }),
  termRuns: problem<{ last_day: Day }>('observation.term-runs', 'conflict', {
    zh: '期限还没满（到 {last_day}），到那天再解除；规则变短的，先提前结束',
    en: 'The term runs until {last_day}; release on that day, or end it early first where the rule became shorter.',
  }),
  endedOtherwise: problem('observation.ended-otherwise', 'conflict', {
    zh: '这个人不是期满结束的（转运、确诊、撤销或去世），不出解除通知书',
    en: 'The stay ended in another way (transfer, confirmed case, withdrawal, death); it has no release.',
  }),
  abnormalOpen: problem<{ count: number }>('observation.abnormal-open', 'conflict', {
    zh: '还有 {count} 次异常体温或症状没处置，处置完再解除',
    en: 'Abnormal readings without an answer: {count}. Answer them before the release.',
  }),
  testsUnsaid: problem('observation.tests-unsaid', 'invalid', {
    zh: '期间要采样的，写清楚结果是什么、谁报的',
    en: 'Tests were due; say what they found and who reported it.',
  }),
}
