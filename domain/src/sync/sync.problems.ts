import { problem } from '../problem.ts'

/** Why a phone cannot go on from where it was. */
export const problems = {
  startOver: problem('sync.start-over', 'conflict', {
    zh: '要重新下载一遍；没上传的登记都还在',
    en: 'The download starts over; records not yet sent are kept.',
  }),
}
