import { problem } from '../../problem.ts'

/** Why nobody is settled at the end of a response. */
export const problems = {
  settled: problem<{ by: string }>('observation.settled', 'conflict', {
    zh: '这个人 {by} 已经交代过了',
    en: '{by} settled this person already.',
  }),
  notLeft: problem('observation.not-left', 'conflict', {
    zh: '响应结束时这个人不在观察，不用交代',
    en: 'This person is not under observation when the response ends; there is nothing to settle.',
  }),
}
