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
  notReleased: problem('observation.not-released', 'conflict', {
    zh: '还没有解除，或者已经撤回了',
    en: 'There is no release, or it was taken back.',
  }),
  releaseVoid: problem<{ number: string }>('observation.release-void', 'conflict', {
    zh: '{number} 已经作废，别给本人；给了的收回来',
    en: '{number} is void; do not hand it over, and collect it where it was.',
  }),
  releaseStands: problem<{ number: string; day: Day }>('observation.release-stands', 'conflict', {
    zh: '{number} 是 {day} 定的，只能当天撤回；期限满了，人已经可以正常出入',
    en: '{number} was decided on {day} and could be taken back that day only; the term is over and the person is free.',
  }),
  otherNumber: problem<{ number: string }>('observation.other-number', 'conflict', {
    zh: '这个人没有 {number} 这份解除通知书，看看纸上的号',
    en: 'This person has no notice of release {number}; look at the number on the paper.',
  }),
  callEarly: problem<{ on: Day }>('observation.call-early', 'conflict', {
    zh: '{on} 再打，还没到',
    en: 'This call is for {on}, which has not come.',
  }),
  unwellUnsaid: problem('observation.unwell-unsaid', 'invalid', {
    zh: '不舒服的，写清楚怎么不舒服、怎么办的',
    en: 'Say what is amiss and what was done.',
  }),
}
