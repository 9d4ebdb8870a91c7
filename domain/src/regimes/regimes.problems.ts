import { problem } from '../problem.ts'
import type { Day } from '../schema.ts'

/** Why something about responses, levels and classes is refused. */
export const problems = {
  dataDestroyed: problem('regimes.data-destroyed', 'closed', {
    zh: '这一条是那次应急响应期间的，那次的个人信息已经依法销毁，不再收。手机上这一条 3 天后自动删除',
    en: 'This was recorded during a response whose personal data have been destroyed by law; it is not taken. The phone deletes it after 3 days.',
  }),
  peopleObserved: problem<{ count: number }>('regimes.people-observed', 'conflict', {
    zh: '还有 {count} 人在观察，没有交代。请县卫健在结束清单上逐个解除、转交或者列入未了结名单，再终止',
    en: 'People still under observation and not settled: {count}. County health releases them, hands them on or lists them as left in the list of what ends; then it can be ended.',
  }),
  openEnded: problem('regimes.open-ended', 'invalid', {
    zh: '要写到哪天为止，没定的写复核日期',
    en: 'A last day or a review day is needed; nothing may be open-ended.',
  }),
  endsFirst: problem<{ from: Day; until: Day }>('regimes.ends-first', 'invalid', {
    zh: '{until} 比开始的 {from} 还早，对照命令改一下',
    en: '{until} lies before the first day, {from}.',
  }),
  outsideIssuer: problem<{ place: string }>('regimes.outside-issuer', 'invalid', {
    zh: '{place} 不归这个发布机关管，范围只能在本地区以内',
    en: '{place} does not lie in the area of the issuing authority.',
  }),
  rulesUnreadable: problem<{ rules: string }>('regimes.rules-unreadable', 'invalid', {
    zh: '规则要写成 规则包@日期，例如 precision-2020@2020-05-01',
    en: 'Rules are written pack@date, for example precision-2020@2020-05-01.',
  }),
  rulesUnknown: problem<{ pack: string; at: Day }>('regimes.rules-unknown', 'invalid', {
    zh: '政策库里没有 {at} 有效的 {pack}',
    en: 'The policy library has no {pack} in force on {at}.',
  }),
  notOpened: problem<{ function: string }>('regimes.not-opened', 'invalid', {
    zh: '写明的规则没有开放“{function}”这一项',
    en: 'The named rules do not open "{function}".',
  }),
  opensNothing: problem<{ rules: string }>('regimes.opens-nothing', 'invalid', {
    zh: '写明的规则（{rules}）不开放任何应急功能，不用登记响应',
    en: 'The named rules ({rules}) open no emergency function.',
  }),
  numberTaken: problem<{ number: string }>('regimes.number-taken', 'conflict', {
    zh: '{number} 登记过了，对照命令看一下',
    en: '{number} is entered already.',
  }),
  otherAuthority: problem<{ issuer: string; number: string }>('regimes.other-authority', 'conflict', {
    zh: '{number} 由{issuer}发布，只有原机关能复核或终止',
    en: '{number} was issued by {issuer}; only the same authority may review or end it.',
  }),
  alreadyClosed: problem<{ number: string; by: string }>('regimes.already-closed', 'conflict', {
    zh: '{number} 已由 {by} 终止',
    en: '{number} was ended by {by} already.',
  }),
  wrongPlace: problem<{ fact: string }>('regimes.wrong-place', 'invalid', {
    zh: '这一项不是按这一级填的，换一个地方',
    en: 'This is not kept at that level of place.',
  }),
  wrongValue: problem<{ fact: string; why: string }>('regimes.wrong-value', 'invalid', {
    zh: '{why}',
    en: '{fact} cannot take this value.',
  }),
  needsReason: problem<{ proposed: string; chosen: string }>('regimes.needs-reason', 'invalid', {
    zh: '建议是“{proposed}”，选了“{chosen}”，写一下理由',
    en: 'The proposal is "{proposed}"; choosing "{chosen}" needs a reason.',
  }),
  notNamed: problem<{ fact: string }>('regimes.not-named', 'conflict', {
    zh: '“{fact}”不由您这个岗位登记或确认，文件写明了由谁办',
    en: 'The notice names somebody else to record or confirm this.',
  }),
  notOurs: problem('regimes.not-ours', 'conflict', {
    zh: '疫情数据由县卫健、疾控、县领导和市、省登记，等级由县里确认；您这里只办文件点名的事项',
    en: 'Counts of cases and levels come from the county and above; from you only what a notice names you for.',
  }),
  needsConfirming: problem<{ fact: string }>('regimes.needs-confirming', 'invalid', {
    zh: '等级和划分要由人确认，不能当数据登记',
    en: 'Levels and classes are confirmed by a person, not recorded as facts.',
  }),
  nothingToChoose: problem('regimes.nothing-to-choose', 'conflict', {
    zh: '两项一致或还没定，不用选档次',
    en: 'The two axes agree, or one is unknown: there is nothing to choose.',
  }),
  inFuture: problem<{ today: Day }>('regimes.in-future', 'invalid', {
    zh: '日期在今天（{today}）以后，不能先登记',
    en: 'The day lies after today ({today}).',
  }),
}
