import { problem } from '../../problem.ts'
import type { Day } from '../../schema.ts'

/** Why something about arrivals is refused. */
export const problems = {
  held: problem<{ day: Day }>('people.arrival-held', 'conflict', {
    zh: '这个人 {day} 到达已经登记过了，核对后改那一条',
    en: 'The arrival of this person on {day} is on file already; correct that one.',
  }),
  whoMissing: problem('people.arrival-who', 'invalid', {
    zh: '选一个人，或者填新来的人，只能一样',
    en: 'Choose a person or enter a new one, not both and not neither.',
  }),
  elsewhere: problem('people.arrival-elsewhere', 'conflict', {
    zh: '这个人登记在别的社区，在那边登记来返；住在这边的，按新来的人登记',
    en: 'This person is on file in another community: enter the arrival there, or here as somebody new.',
  }),
  doorMissing: problem('people.arrival-door', 'invalid', {
    zh: '先选到哪一户',
    en: 'Choose the door first.',
  }),
  arrivedTooEarly: problem('people.arrival-too-early', 'invalid', {
    zh: '来返的日子比出生还早，请核对',
    en: 'The day of arrival lies before the birth; please check.',
  }),
  arrivedAhead: problem('people.arrived-ahead', 'invalid', {
    zh: '到达日期在今天以后，没到的按“预计”登记',
    en: 'The day lies in the future: enter it as expected.',
  }),
  notHere: problem('people.arrival-not-here', 'conflict', {
    zh: '还没到，或者没来，到了再核实',
    en: 'This person has not come; check the arrival when it is there.',
  }),
  leftLate: problem('people.left-after-arrival', 'invalid', {
    zh: '离开来源地的日子比到达还晚，请核对',
    en: 'The day of leaving lies after the arrival.',
  }),
}
