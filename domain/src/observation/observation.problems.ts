import { problem } from '../problem.ts'
import type { Day } from '../schema.ts'

/** Why something about observation is refused. */
export const problems = {
  kindUnknown: problem<{ kind: string }>('observation.kind-unknown', 'invalid', {
    zh: '现行的规则没有“{kind}”这类人，重新选',
    en: 'No rules in force know the kind of person "{kind}".',
  }),
  factUnknown: problem<{ why: string }>('observation.fact-unknown', 'invalid', {
    zh: '{why}',
    en: 'Something that was said of the person is not known to the rules, or has another value.',
  }),
  notRunning: problem<{ number: string; last_day: Day }>('observation.not-running', 'conflict', {
    zh: '{number} 的观察已经结束（到 {last_day}），不用再测',
    en: 'The observation {number} is over (last day {last_day}); no reading is due.',
  }),
  notBegun: problem<{ number: string; from: Day }>('observation.not-begun', 'conflict', {
    zh: '{number} 的观察从 {from} 开始，还没到',
    en: 'The observation {number} begins on {from}.',
  }),
  outsideTime: problem<{ from: Day; until: Day }>('observation.outside-time', 'conflict', {
    zh: '测量时间不在观察期内（{from} 到 {until}），核对一下时间',
    en: 'The reading was taken outside the observation ({from} to {until}).',
  }),
  inFuture: problem('observation.in-future', 'invalid', {
    zh: '测量时间比现在还晚，先校准手机时间',
    en: 'The reading lies in the future; check the clock of the phone.',
  }),
  checksUnset: problem<{ name: string }>('observation.checks-unset', 'conflict', {
    zh: '这一天的规则包里没有“{name}”，补上后再下单；系统不自己定数',
    en: 'The rules of the day do not set “{name}”; it is set before anybody is ordered to be observed, and never made up.',
  }),
  nothingTold: problem('observation.nothing-told', 'invalid', {
    zh: '没测体温要写原因；测了就填度数',
    en: 'Give the temperature, or say why there is none.',
  }),
  bothTold: problem('observation.both-told', 'invalid', {
    zh: '填了体温就不用写没测的原因',
    en: 'There is a temperature and a reason for having none; keep one.',
  }),
  tooFine: problem('observation.too-fine', 'invalid', {
    zh: '体温写到小数点后一位',
    en: 'A temperature has one decimal.',
  }),
  notAbnormal: problem('observation.not-abnormal', 'conflict', {
    zh: '这次测的不算异常，不用处置',
    en: 'This reading is not abnormal; there is nothing to answer.',
  }),
  beyondRule: problem<{ asked: number; most: number }>('observation.beyond-rule', 'conflict', {
    zh: '规定最多 {most} 天，{asked} 天超了，不能自行延长',
    en: 'The longest term of the rule, in days: {most}; {asked} is beyond it.',
  }),
  ruleAsksNone: problem('observation.rule-asks-none', 'conflict', {
    zh: '按当天规定这类人不用隔离观察',
    en: 'The rule of the day asks no observation of this kind of person.',
  }),
  reasonNeeded: problem('observation.reason-needed', 'invalid', {
    zh: '和建议不一样，或者没有全国统一规定，要写明理由和当地命令',
    en: 'It differs from the proposal, or no national rule was found: a reason is needed.',
  }),
  alreadyEnded: problem<{ number: string }>('observation.already-ended', 'conflict', {
    zh: '{number} 的观察已经结束了',
    en: 'The observation {number} has ended already.',
  }),
  termOver: problem<{ last_day: Day }>('observation.term-over', 'conflict', {
    zh: '从这天算起，期限 {last_day} 已经满了，不用再观察',
    en: 'Counted from that day the term was over on {last_day}.',
  }),
  dayAhead: problem('observation.day-ahead', 'invalid', {
    zh: '起算日在今天以后，请核对',
    en: 'The day the count starts from lies in the future.',
  }),
  repeated: problem<{ number: string }>('observation.number-taken', 'conflict', {
    zh: '编号 {number} 用过了，对照文书改一下',
    en: 'The number {number} is in use already.',
  }),
}
