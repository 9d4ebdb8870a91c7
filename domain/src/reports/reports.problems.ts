import { problem } from '../problem.ts'

export const problems = {
  notCounted: problem('reports.not-counted', 'invalid', {
    zh: '只有由人报数的行才填数，填了数就选“报数”',
    en: 'A count is said of lines that a person counts, and with it only.',
  }),
  destroyed: problem('reports.records-destroyed', 'conflict', {
    zh: '响应结束后，这一天的个人信息已经销毁，只留冻结的数',
    en: 'The records of this day were destroyed after the response; only the frozen figures stay.',
  }),
  open: problem<{ points: number }>('reports.open-points', 'conflict', {
    zh: '还有 {points} 处没处理，处理完才能确认',
    en: 'Points still open: {points}; the report can be confirmed when they are settled.',
  }),
  future: problem('reports.future', 'invalid', { zh: '这一天还没到', en: 'This day has not come yet.' }),
  frozen: problem<{ version: number }>('reports.frozen', 'conflict', {
    zh: '已经确认冻结为第 {version} 版，要改请出更正版',
    en: 'Already frozen as version {version}; make a corrected version.',
  }),
  notFrozen: problem('reports.not-frozen', 'conflict', {
    zh: '还没有确认过，不用出更正版',
    en: 'Not confirmed yet, so there is nothing to correct.',
  }),
  nothingNew: problem('reports.nothing-new', 'conflict', {
    zh: '和冻结的数一样，不用更正',
    en: 'The figures are the same as the frozen ones.',
  }),
  notOpenLine: problem('reports.line-has-records', 'conflict', {
    zh: '这一行今天有记录，不能说零',
    en: 'This line has records today; it cannot be said to be zero.',
  }),
  spanTooLong: problem<{ days: number }>('reports.span-too-long', 'invalid', {
    zh: '起止日期反了，或者超过 {days} 天，改一下',
    en: 'The span runs backwards or is longer than {days} days.',
  }),
}
