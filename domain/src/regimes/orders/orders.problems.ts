import { problem } from '../../problem.ts'
import type { Day } from '../../schema.ts'

/** Why a control order is not published, changed or answered. */
export const problems = {
  headerMissing: problem<{ partsZh: string; partsEn: string }>('regimes.order-incomplete', 'invalid', {
    zh: '还缺：{partsZh}。依据、机关、范围、期限写全了才能发布，草稿还在',
    en: 'Still missing: {partsEn}. An order without basis, body, scope and term is not published; the draft is kept.',
  }),
  noServicePlan: problem<{ partsZh: string; partsEn: string }>('regimes.no-service-plan', 'invalid', {
    zh: '服务安排还没写：{partsZh}。管控期间的保障写全了才能发布，草稿还在',
    en: 'The service plan lacks: {partsEn}. An order that closes or bans is not published without it; the draft is kept.',
  }),
  notBackdated: problem<{ today: Day }>('regimes.order-backdated', 'invalid', {
    zh: '管控令从发布那天起才算，开始日期最早填 {today}',
    en: 'An order holds from its publication on; the earliest first day is {today}.',
  }),
  endedBefore: problem<{ until: Day }>('regimes.order-ended-before', 'invalid', {
    zh: '{until} 已经过了，改一下期限',
    en: '{until} has passed; change the term.',
  }),
  wrongScope: problem('regimes.wrong-scope', 'invalid', {
    zh: '这种管控令不能用这个范围，换一个范围',
    en: 'This kind of order does not go with this scope.',
  }),
  notThere: problem('regimes.no-such-part', 'invalid', {
    zh: '这个社区没有这个楼栋、单元或小组，重新选一下',
    en: 'This community has no such building, unit or group; choose again.',
  }),
  needsWhyWider: problem<{ scopeZh: string; scopeEn: string }>('regimes.needs-why-wider', 'invalid', {
    zh: '范围放大到{scopeZh}，写明为什么更小的范围不够',
    en: 'Why is less than {scopeEn} not enough? Widening needs a reason.',
  }),
  beyondPlan: problem<{ limitZh: string; limitEn: string }>('regimes.beyond-plan', 'refused', {
    zh: '疑似层层加码：{limitZh}。确有必要，写明理由、批准机关和批准文号',
    en: 'It goes beyond the plan: {limitEn}. Give the reason, the approving authority and its number.',
  }),
  approvesItself: problem('regimes.approves-itself', 'invalid', {
    zh: '超出本档的，要由发布机关以外的机关批准',
    en: 'What goes beyond the plan is approved by another authority than the one that publishes it.',
  }),
  numberTaken: problem<{ number: string }>('regimes.order-number-taken', 'conflict', {
    zh: '{number} 已经用过了，对照命令看一下',
    en: '{number} is used already.',
  }),
  otherAuthority: problem<{ issuer: string; number: string }>('regimes.order-of-another', 'conflict', {
    zh: '{number} 由{issuer}发布，只有原机关能缩短、解除或延长',
    en: '{number} was issued by {issuer}; only the same authority may shorten, lift or keep it.',
  }),
  over: problem<{ number: string }>('regimes.order-over', 'conflict', {
    zh: '{number} 已经结束，要再管控得发新的管控令',
    en: '{number} is over; restricting again takes a new order.',
  }),
  notShorter: problem<{ last: Day }>('regimes.not-shorter', 'invalid', {
    zh: '提前结束要在今天以后、早于 {last}；要延长请用“延长”',
    en: 'A shorter term ends from today on and before {last}; to prolong, keep the order.',
  }),
  liftedInPast: problem<{ today: Day }>('regimes.lifted-in-past', 'invalid', {
    zh: '解除日期最早填 {today}，最晚填管控令的最后一天',
    en: 'An order is lifted from {today} on, within its term.',
  }),
  notLonger: problem<{ last: Day }>('regimes.not-longer', 'invalid', {
    zh: '新的期限要晚于 {last}；要提前结束请用“提前结束”',
    en: 'The new term ends after {last}; to end earlier, shorten the order.',
  }),
  nowBeyond: problem<{ limitZh: string; limitEn: string }>('regimes.now-beyond-plan', 'refused', {
    zh: '按现在的档次不能再延长：{limitZh}',
    en: 'By the plan of today it may not be kept: {limitEn}',
  }),
  answered: problem<{ by: string }>('regimes.objection-answered', 'conflict', {
    zh: '{by} 已经答复过了',
    en: '{by} has answered already.',
  }),
}
