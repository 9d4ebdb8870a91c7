import { problem } from '../problem.ts'
import type { Day } from '../schema.ts'

/** Why a grid is not given to somebody. */
export const problems = {
  inPast: problem<{ today: Day }>('staff.duty-in-past', 'conflict', {
    zh: '只能从今天（{today}）起派人，已经过去的不改',
    en: 'A grid is given from today ({today}) on; the past is not rewritten.',
  }),
  gridEnded: problem<{ name: string; until: Day }>('staff.duty-grid-ended', 'conflict', {
    zh: '{name}从 {until} 起不用了，派到别的网格',
    en: '{name} is no more from {until}; choose another grid.',
  }),
  notHere: problem<{ name: string }>('staff.duty-not-here', 'conflict', {
    zh: '{name}不在这个社区，或者停用了，换一个人',
    en: '{name} does not work in this community, or not any more; choose somebody else.',
  }),
  noEnd: problem('staff.duty-no-end', 'invalid', {
    zh: '代班要写到哪天为止',
    en: 'A stand-in needs a last day.',
  }),
  endsFirst: problem('staff.duty-ends-first', 'invalid', {
    zh: '结束的日子要在开始之后',
    en: 'It must end after it begins.',
  }),
  covered: problem<{ name: string; until: Day }>('staff.duty-covered', 'conflict', {
    zh: '这几天已经由{name}代班，到 {until}',
    en: '{name} stands in for these days already, up to {until}.',
  }),
}
