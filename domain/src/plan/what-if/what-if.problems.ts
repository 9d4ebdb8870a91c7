import { problem } from '../../problem.ts'

/** Why a what-if is refused. */
export const problems = {
  nothingTried: problem('plan.nothing-tried', 'invalid', {
    zh: '先选要试什么：一份草稿，一项情况，或者一套规则',
    en: 'Choose what to try: a draft, a fact, or rules.',
  }),
  notThatValue: problem<{ why: string; why_en: string }>('plan.not-that-value', 'invalid', {
    zh: '这项情况不能这样试：{why}',
    en: 'This fact cannot be tried so: {why_en}.',
  }),
}
