import { problem } from '../problem.ts'
import type { Instant } from '../schema.ts'

/** Why a phone cannot go on from where it was, and what it is told of its records. */
export const problems = {
  /** A warning: the record is kept, under the moment named. */
  clockWrong: problem<{ at: Instant }>('sync.clock-wrong', 'invalid', {
    zh: '手机的时间不对，这一条已经收下，按网底的时间记。请在手机设置里打开“自动设置时间”',
    en: "The phone's clock is wrong. This record is kept, under the time of the house; set the phone to automatic time.",
  }),
  startOver: problem('sync.start-over', 'conflict', {
    zh: '要重新下载一遍；没上传的登记都还在',
    en: 'The download starts over; records not yet sent are kept.',
  }),
}
