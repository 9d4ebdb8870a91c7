import { problem } from '../../problem.ts'

/** Why a what-if is refused. */
export const problems = {
  nothingTried: problem('plan.nothing-tried', 'invalid', {
    zh: '先选要试什么：一份草稿，一个等级，或者一套规则',
    en: 'Choose what to try: a draft, a level, or rules.',
  }),
  notThatValue: problem('plan.not-that-value', 'invalid', {
    zh: '这个等级没有这个值',
    en: 'This level has no such value.',
  }),
}
