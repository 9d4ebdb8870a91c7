import type { Words } from '../../problem.ts'
import { w } from '../fields.ts'
import type { Flow } from './flow.ts'

/**
 * Who receives a request first leads. It may be sent back once, with a ground and soon; the level above then decides, and that
 * binds (首接负责; 北京市接诉即办工作条例). The clock goes on meanwhile: nobody waits longer because offices disagree.
 */
const sentBack = (state: string) =>
  ({
    'send-back': {
      words: w('退单', 'Send back'),
      by: 'office',
      from: [state],
      to: 'sent-back',
      needs: 'ground',
      once: true,
      within: { hours: 4, working: true },
    },
    keep: { words: w('裁定由原单位办', 'Decide: it stays'), by: 'above', from: ['sent-back'], to: state, needs: 'ground' },
    redirect: {
      words: w('裁定改派', 'Decide: another office'),
      by: 'above',
      from: ['sent-back'],
      to: state,
      sets: ['office'],
      needs: 'ground',
    },
  }) as const
const waitsAbove = { words: w('退单待裁', 'Sent back, to be decided'), waits: 'above' } as const

/**
 * What somebody asks of an authority and may have looked at again by the level above; whoever hears them says what they make of the
 * answer. Acts bear the names under which they were always kept (decision 135).
 */
const heard = {
  states: {
    open: { words: w('等答复', 'Waits for an answer'), waits: 'office' },
    answered: { words: w('已答复', 'Answered'), waits: 'hearer' },
    'in-review': { words: w('复查中', 'In review'), waits: 'above' },
    settled: { words: w('办结', 'Settled'), waits: null },
  },
  acts: {
    taken: { words: w('受理', 'Taken down'), by: 'desk', from: ['none'], to: 'open', clock: 'starts', sets: ['office'] },
    answered: { words: w('答复', 'Answer'), by: 'office', from: ['open'], to: 'answered', clock: 'stops', needs: 'result' },
    accepted: { words: w('本人接受', 'Accepted'), by: 'hearer', from: ['answered'], to: 'settled' },
    'review-asked': {
      words: w('要求复查', 'Ask for a review'),
      by: 'hearer',
      from: ['answered'],
      to: 'in-review',
      clock: 'starts',
    },
    reviewed: {
      words: w('复查结果', 'Review'),
      by: 'above',
      from: ['in-review'],
      to: 'settled',
      clock: 'stops',
      needs: 'result',
    },
  },
} as const
// What bears on no state: the side of the place complained about, as soon as it was asked; steps of whoever handles an incident.
const step = (words: Words) => ({ words, by: 'office', from: ['open'] }) as const

/** The eleven flows; another is a decision of its own, not an option of a kind. */
export const flows = {
  answer: {
    words: w('受理、答复', 'Asked and answered'),
    states: {
      open: { words: w('办理中', 'Open'), waits: 'office' },
      'sent-back': waitsAbove,
      asked: { words: w('等对方说明', 'The other side was asked'), waits: 'place' },
      answered: { words: w('已答复', 'Answered'), waits: 'desk' },
      'in-review': { words: w('复查中', 'In review'), waits: 'above' },
      settled: { words: w('办结', 'Settled'), waits: null },
    },
    acts: {
      take: { words: w('受理', 'Take down'), by: 'desk', from: ['none'], to: 'open', clock: 'starts', sets: ['office'] },
      ...sentBack('open'),
      'ask-side': { words: w('请对方说明', 'Ask the other side'), by: 'office', from: ['open'], to: 'asked' },
      side: { words: w('说明情况', 'Tell the side'), by: 'place', from: ['asked'], to: 'open' },
      step: { words: w('记一步', 'Record a step'), by: 'office', from: ['open', 'asked'] },
      answer: {
        words: w('答复', 'Answer'),
        by: 'office',
        from: ['open', 'asked'],
        to: 'answered',
        clock: 'stops',
        needs: 'result',
      },
      accept: { words: w('认可', 'Accept'), by: 'desk', from: ['answered'], to: 'settled' },
      'ask-review': {
        words: w('要求复查', 'Ask for a review'),
        by: 'desk',
        from: ['answered'],
        to: 'in-review',
        clock: 'starts',
      },
      review: { words: w('复查', 'Review'), by: 'above', from: ['in-review'], to: 'settled', clock: 'stops', needs: 'result' },
    },
  },
  task: {
    words: w('派办、确认', 'Given out and confirmed'),
    states: {
      taken: { words: w('待派', 'To be given out'), waits: 'office' },
      given: { words: w('已派', 'Given out'), waits: 'doer' },
      back: { words: w('没办成，待派', 'Not done, to be given out'), waits: 'office' },
      done: { words: w('办了，待确认', 'Done, to be confirmed'), waits: 'desk' },
      confirmed: { words: w('办结', 'Confirmed'), waits: null },
    },
    acts: {
      take: { words: w('登记', 'Take down'), by: 'desk', from: ['none'], to: 'taken', clock: 'starts', sets: ['office'] },
      give: { words: w('派给', 'Give'), by: 'office', from: ['taken', 'back'], to: 'given', sets: ['doer'] },
      'take-back': { words: w('收回', 'Take back'), by: 'office', from: ['given', 'done'], to: 'back', clock: 'resumes' },
      'hand-on': { words: w('转交', 'Hand on'), by: 'office', from: ['taken', 'back'], to: 'taken', sets: ['office'] },
      done: { words: w('办好了', 'Done'), by: 'doer', from: ['given'], to: 'done', clock: 'stops' },
      'not-done': { words: w('没办成', 'Not done'), by: 'doer', from: ['given'], to: 'back', needs: 'ground' },
      confirm: { words: w('确认', 'Confirm'), by: 'desk', from: ['done'], to: 'confirmed' },
    },
  },
  approval: {
    words: w('申请、批准', 'Asked and approved'),
    states: {
      asked: { words: w('待批', 'To be approved'), waits: 'office' },
      returned: { words: w('退回补正', 'Returned to be completed'), waits: 'desk' },
      granted: { words: w('批准', 'Granted'), waits: null },
      refused: { words: w('不批', 'Refused'), waits: null },
      over: { words: w('已结束', 'Over'), waits: null },
    },
    acts: {
      ask: { words: w('申请', 'Ask'), by: 'desk', from: ['none', 'returned'], to: 'asked', clock: 'starts', sets: ['chain'] },
      return: { words: w('退回补正', 'Return'), by: 'office', from: ['asked'], to: 'returned', clock: 'stops', needs: 'ground' },
      agree: { words: w('同意', 'Agree'), by: 'office', from: ['asked'], to: 'granted', clock: 'stops', all: 'chain' },
      refuse: { words: w('不同意', 'Refuse'), by: 'office', from: ['asked'], to: 'refused', clock: 'stops', needs: 'ground' },
      'report-after': { words: w('事后报告', 'Report afterwards'), by: 'desk', from: ['granted'], to: 'over' },
      withdraw: { words: w('撤回', 'Withdraw'), by: 'desk', from: ['asked', 'returned', 'granted'], to: 'over', clock: 'stops' },
    },
  },
  receipt: {
    words: w('发送、签收', 'Sent and received'),
    states: {
      sent: { words: w('待签收', 'To be received'), waits: 'addressee' },
      received: { words: w('已签收', 'Received'), waits: 'desk' },
      closed: { words: w('办结', 'Closed'), waits: null },
    },
    acts: {
      send: { words: w('发送', 'Send'), by: 'desk', from: ['none'], to: 'sent', clock: 'starts', sets: ['addressees'] },
      receive: {
        words: w('签收', 'Receive'),
        by: 'addressee',
        from: ['sent'],
        to: 'received',
        clock: 'stops',
        all: 'addressees',
      },
      instruct: { words: w('批示', 'Instruct'), by: 'addressee', from: ['sent', 'received'] },
      close: { words: w('办结', 'Close'), by: 'desk', from: ['received'], to: 'closed' },
    },
  },
  handover: {
    words: w('交接', 'Handed over'),
    states: {
      planned: { words: w('待出发', 'To set out'), waits: 'doer' },
      'on-the-way': { words: w('路上', 'On the way'), waits: 'other' },
      arrived: { words: w('已到', 'Arrived'), waits: 'desk' },
      back: { words: w('没交成', 'Not handed over'), waits: 'desk' },
      over: { words: w('办结', 'Handed over'), waits: null },
    },
    acts: {
      plan: {
        words: w('安排', 'Plan'),
        by: 'desk',
        from: ['none', 'back'],
        to: 'planned',
        clock: 'starts',
        sets: ['doer', 'other'],
      },
      leave: { words: w('出发', 'Leave'), by: 'doer', from: ['planned'], to: 'on-the-way' },
      tick: { words: w('逐项点', 'Tick off'), by: 'doer', from: ['on-the-way'] },
      arrive: { words: w('接到', 'Receive'), by: 'other', from: ['on-the-way'], to: 'arrived', clock: 'stops', apart: true },
      'not-come': { words: w('人没来、东西没到', 'Did not come'), by: 'doer', from: ['planned'], to: 'back', needs: 'ground' },
      'turn-back': { words: w('返回', 'Turn back'), by: 'doer', from: ['on-the-way'], to: 'back', needs: 'ground' },
      end: { words: w('办结', 'End'), by: 'desk', from: ['arrived', 'back'], to: 'over', clock: 'stops' },
    },
  },
  case: {
    words: w('个案', 'Case'),
    states: {
      running: { words: w('在办', 'Running'), waits: 'office' },
      referred: { words: w('转介中', 'Referred'), waits: 'other' },
      closed: { words: w('结案', 'Closed'), waits: null },
    },
    acts: {
      open: { words: w('立案', 'Open'), by: 'desk', from: ['none'], to: 'running', clock: 'starts', sets: ['office'] },
      entry: { words: w('记一笔', 'Add an entry'), by: 'office', from: ['running', 'referred'] },
      'next-day': { words: w('约下次', 'Set the next day'), by: 'office', from: ['running'], to: 'running', clock: 'starts' },
      refer: { words: w('转介', 'Refer'), by: 'office', from: ['running'], to: 'referred', sets: ['other'] },
      'pass-on': {
        words: w('接案', 'Take over'),
        by: 'other',
        from: ['referred'],
        to: 'running',
        clock: 'starts',
        sets: ['office'],
      },
      close: {
        words: w('结案', 'Close'),
        by: 'office',
        from: ['running', 'referred'],
        to: 'closed',
        clock: 'stops',
        needs: 'result',
      },
      reopen: { words: w('重开', 'Reopen'), by: 'office', from: ['closed'], to: 'running', clock: 'starts', needs: 'ground' },
    },
  },
  // Nothing is mediated before both sides said yes, and nothing is done after the first no of either (人民调解法 §11, §17, §23).
  consent: {
    words: w('征得同意、调解', 'Mediated by consent'),
    states: {
      asked: { words: w('等双方答复', 'Both sides are asked'), waits: 'office' },
      'one-yes': { words: w('申请方同意，等另一方', 'The first side consents'), waits: 'office' },
      'other-yes': { words: w('对方同意，等申请方', 'The other side consents'), waits: 'office' },
      running: { words: w('调解中', 'Being mediated'), waits: 'office' },
      agreed: { words: w('有协议，看履行', 'Agreed, to be kept'), waits: 'office' },
      stopped: { words: w('有一方不同意，终止', 'A side said no, stopped'), waits: null },
      closed: { words: w('结案', 'Closed'), waits: null },
    },
    acts: {
      open: { words: w('受理', 'Take down'), by: 'desk', from: ['none'], to: 'asked', clock: 'starts', sets: ['office'] },
      'one-agrees': {
        words: w('申请方同意调解', 'The first side consents'),
        by: 'office',
        from: ['asked', 'other-yes'],
        to: { asked: 'one-yes', 'other-yes': 'running' },
      },
      'other-agrees': {
        words: w('对方同意调解', 'The other side consents'),
        by: 'office',
        from: ['asked', 'one-yes'],
        to: { asked: 'other-yes', 'one-yes': 'running' },
      },
      entry: { words: w('记一笔', 'Add an entry'), by: 'office', from: ['asked', 'one-yes', 'other-yes', 'running', 'agreed'] },
      meet: { words: w('调解一次', 'A meeting'), by: 'office', from: ['running'] },
      extend: {
        words: w('双方同意延期', 'Both agree to more time'),
        by: 'office',
        from: ['running'],
        to: 'running',
        clock: 'starts',
        needs: 'ground',
      },
      agree: { words: w('达成协议', 'Agreement'), by: 'office', from: ['running'], to: 'agreed', clock: 'stops' },
      refuse: {
        words: w('有一方不同意，终止', 'A side says no, stop'),
        by: 'office',
        from: ['asked', 'one-yes', 'other-yes', 'running'],
        to: 'stopped',
        clock: 'stops',
      },
      close: {
        words: w('结案', 'Close'),
        by: 'office',
        from: ['running', 'agreed'],
        to: 'closed',
        clock: 'stops',
        needs: 'result',
      },
    },
  },
  finding: {
    words: w('问题、整改', 'Found and put right'),
    states: {
      found: { words: w('待整改', 'To be put right'), waits: 'office' },
      'sent-back': waitsAbove,
      right: { words: w('改了，待复查', 'Put right, to be checked'), waits: 'finder' },
      checked: { words: w('销号', 'Checked'), waits: null },
    },
    acts: {
      find: {
        words: w('记问题', 'Record a finding'),
        by: 'desk',
        from: ['none'],
        to: 'found',
        clock: 'starts',
        sets: ['office'],
      },
      ...sentBack('found'),
      'put-right': { words: w('改好了', 'Put right'), by: 'office', from: ['found'], to: 'right', clock: 'stops' },
      checked: { words: w('复查合格', 'Checked'), by: 'finder', from: ['right'], to: 'checked', apart: true },
      'still-wrong': {
        words: w('还没改好', 'Still wrong'),
        by: 'finder',
        from: ['right'],
        to: 'found',
        clock: 'starts',
        needs: 'ground',
        apart: true,
      },
    },
  },
  'own-data': { words: w('本人信息的申请', 'Asked about own data'), ...heard },
  complaint: {
    words: w('投诉、答复、复查', 'Complaint, answer, review'),
    states: heard.states,
    acts: {
      ...heard.acts,
      'asked-place': step(w('请那里说明', 'Ask the place for its side')),
      'side-told': {
        words: w('说明情况', 'Tell the side'),
        by: 'place',
        after: ['asked-place'],
        from: ['open', 'answered', 'in-review', 'settled'],
      },
    },
  },
  // It ends when the source is stopped and the authority and the people are told, or why not (个人信息保护法 §57).
  incident: {
    words: w('信息事故', 'Data incident'),
    states: { open: heard.states.open, settled: heard.states.settled },
    acts: {
      taken: heard.acts.taken,
      measure: step(w('采取的措施', 'Measure taken')),
      'told-authority': step(w('报告主管部门', 'Notice to the authority')),
      'told-people': step(w('通知个人', 'Notice to the people')),
      answered: { ...heard.acts.answered, to: 'settled', after: ['measure', 'told-authority', 'told-people'] },
    },
  },
} as const satisfies Readonly<Record<string, Flow>>
export type FlowName = keyof typeof flows

/** A flow by its name. */
export const flowOf = (name: FlowName): Flow => flows[name]
