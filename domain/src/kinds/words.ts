import { documentActs, versionStates } from './document/document.ts'
import { w } from './fields.ts'
import { registerActs, registerStates } from './register/register.ts'
import { flows } from './request/flows.ts'
import { roundActs, roundStandings } from './round/round.ts'
import { urgencies } from './terms/term.rules.ts'

/** Words of every list, form and panel of any kind; {unit} and {name} are those of the kind. */
export const kindWords = {
  mine: w('等我办的', 'Waiting for me'),
  door: w('这一户的', 'Of this door'),
  add: w('新登记', 'New'),
  save: w('保存', 'Save'),
  draftKept: w('没写完的还在这台设备上', 'What is not finished is kept on this device'),
  cancel: w('不存了', 'Discard'),
  send: w('提交', 'Submit'),
  waiting: w('待上传', 'To be uploaded'),
  open: w('没办完', 'Open'),
  late: w('超时', 'Late'),
  all: w('全部', 'All'),
  noneOpen: w('没有没办完的', 'None open'),
  noneAtAll: w('还没有登记过', 'None yet'),
  noneHere: w('这个筛选下没有', 'None with this filter'),
  outsideArea: w('您的管辖范围里没有；要看别处的，请找安全管理员', 'None in your area; the security administrator can widen it'),
  manyMore: w('超过 {count} {unit}', 'More than {count} {unit}'),
  moreLater: w('再看 {count} {unit}', 'Show {count} more'),
  due: w('{when} 前办完', 'Due {when}'),
  lateBy: w('超时 {long}', 'Late by {long}'),
  how: w('期限怎么算的', 'How the term was counted'),
  waitsOn: w('等{who}办', 'Waits on {who}'),
  given: w('派给 {name}', 'Given to {name}'),
  ground: w('为什么', 'Why'),
  result: w('结果', 'Result'),
  whom: w('交给谁', 'To whom'),
  urgency: w('多急', 'How soon'),
  way: w('怎么来的', 'How it came in'),
  day: w('日期', 'Day'),
  done: w('做过的', 'What was done'),
  notSaid: w('没填', 'Not filled in'),
  notAsked: w('没问', 'Not asked'),
  notForYou: w('这一项您看不到', 'Not shown to you'),
  yes: w('是', 'Yes'),
  no: w('否', 'No'),
  notApplicable: w('不适用', 'Not applicable'),
  now: w('现在', 'Now'),
  today: w('今天', 'Today'),
  yesterday: w('昨天', 'Yesterday'),
  handOut: w('成批派出', 'Give out many'),
  export: w('导出', 'Export'),
  exportWhy: w('导出做什么用', 'What the export is for'),
  print: w('打印', 'Print'),
  blank: w('打印空白表', 'Print blank sheets'),
  import: w('导入', 'Import'),
  rejected: w('没导进去的', 'Not imported'),
  overdue: w('到期没看', 'Overdue'),
  coverage: w('{done} / {due} {unit}', '{done} of {due} {unit}'),
  nothingAsked: w('现在不要求', 'Nothing is asked now'),
  climbed: w('超时，上级已看到', 'Late, shown to the level above'),
} as const

/** The parties of a flow as people call them. */
export const partyWords = {
  desk: w('受理的地方', 'the desk that took it'),
  office: w('承办单位', 'the office that handles it'),
  doer: w('经办人', 'whoever it was given to'),
  place: w('相关的地方', 'the place it is about'),
  above: w('上一级', 'the level above'),
  other: w('接收的一方', 'the other side'),
  addressee: w('收件单位', 'the addressees'),
  finder: w('发现的一方', 'whoever found it'),
} as const

/** Acts and states of every mechanism in words, as the declarations have them: one word for one idea on all faces. */
export const mechanismWords = {
  register: { words: w('登记簿', 'Register'), acts: registerActs, states: registerStates },
  request: { words: w('办事', 'Request'), flows, urgencies },
  round: { words: w('走一遍', 'Round'), acts: roundActs, states: roundStandings },
  document: { words: w('文书', 'Document'), acts: documentActs, states: versionStates },
} as const
