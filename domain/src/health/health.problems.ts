import { problem } from '../problem.ts'

/** Why something about health facts and colours is refused. */
export const problems = {
  needsReason: problem('health.needs-reason', 'invalid', {
    zh: '和建议的分级不一样，写一下理由',
    en: 'It differs from the proposed colour: give the reason.',
  }),
  nothingTold: problem('health.nothing-told', 'invalid', {
    zh: '还没填一项健康情况',
    en: 'Nothing about health was filled in.',
  }),
  inFuture: problem('health.in-future', 'invalid', {
    zh: '日期在今天以后，请核对',
    en: 'A day lies in the future.',
  }),
}
