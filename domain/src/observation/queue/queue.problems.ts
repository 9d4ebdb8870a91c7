import { problem } from '../../problem.ts'

/** Why a decision about an arrival is refused. */
export const problems = {
  decided: problem<{ by: string; at: string }>('observation.arrival-decided', 'conflict', {
    zh: '{by} {at} 已经定过这个人了',
    en: '{by} decided about this person at {at}.',
  }),
  changed: problem('observation.arrival-changed', 'conflict', {
    zh: '这个人的情况刚才有人改过，看一下再定',
    en: 'What is known of this person was changed meanwhile; look again before deciding.',
  }),
  otherProposal: problem('observation.proposal-changed', 'conflict', {
    zh: '拟定的和看到的不一样了，看一下再定',
    en: 'What is proposed is no longer what was shown; look again before deciding.',
  }),
  notToDecide: problem('observation.nothing-to-decide', 'conflict', {
    zh: '这个人现在不用定：还在核实，或者按规定不用观察',
    en: 'There is nothing to decide here: it is being checked, or the rules ask nothing.',
  }),
  notDecided: problem('observation.not-decided', 'conflict', {
    zh: '这个人还没有定，没有什么可撤的',
    en: 'Nothing was decided here, so nothing can be taken back.',
  }),
  stayEnded: problem<{ number: string }>('observation.decision-over', 'conflict', {
    zh: '{number} 的观察已经结束，不能再撤',
    en: 'The observation {number} is over; its decision cannot be taken back.',
  }),
  alone: problem('observation.decide-alone', 'conflict', {
    zh: '这个人是例外，单独定',
    en: 'This person is an exception and is decided alone.',
  }),
  officeMissing: problem('observation.office-missing', 'conflict', {
    zh: '先填好告知书上的机关、字号和电话，再下达',
    en: 'Say first which office, letters and telephone stand on the notice.',
  }),
  reasonMissing: problem('observation.registered-why', 'invalid', {
    zh: '按规定要观察，定为不观察要写理由',
    en: 'The rules ask for observation: say why there shall be none.',
  }),
}
