import { problem } from '../problem.ts'
import type { Day } from '../schema.ts'

/** Why something about a record of any kind is refused. */
export const problems = {
  missing: problem<{ path: string; field: string; name: string }>('kinds.missing', 'invalid', {
    zh: '还要填“{field}”',
    en: '"{name}" is needed.',
  }),
  noSuchOne: problem<{ path: string; field: string; name: string }>('kinds.no-such-one', 'invalid', {
    zh: '“{field}”选的不在册、已经注销，或者不归这里；重新选一个',
    en: 'What was chosen for "{name}" is not on record, has ended, or is not of this place; choose again.',
  }),
  noSuchAct: problem<{ act: string }>('kinds.no-such-act', 'invalid', {
    zh: '这一类没有这一步',
    en: 'This kind has no such step.',
  }),
  notNow: problem<{ act: string; state: string; zh: string; en: string }>('kinds.not-now', 'conflict', {
    zh: '现在是“{zh}”，做不了这一步',
    en: 'It stands at "{en}"; this step is not open now.',
  }),
  otherParty: problem<{ act: string }>('kinds.other-party', 'refused', {
    zh: '这一步不归您这里办',
    en: 'Somebody else does this step.',
  }),
  doFirst: problem<{ zh: string; en: string }>('kinds.do-first', 'conflict', {
    zh: '还没记：{zh}',
    en: 'Still to be recorded before: {en}.',
  }),
  onlyOnce: problem<{ act: string }>('kinds.only-once', 'conflict', {
    zh: '这一步只能做一次，已经做过了，按上级的决定办',
    en: 'This may be done once and was; what the level above decided holds.',
  }),
  groundNeeded: problem<{ act: string }>('kinds.ground-needed', 'invalid', {
    zh: '写一下为什么',
    en: 'Say why.',
  }),
  resultNeeded: problem<{ act: string }>('kinds.result-needed', 'invalid', {
    zh: '选一个结果',
    en: 'Choose a result.',
  }),
  whomNeeded: problem<{ act: string; whom: string }>('kinds.whom-needed', 'invalid', {
    zh: '选一下交给谁',
    en: 'Choose whom it goes to.',
  }),
  otherCounty: problem('kinds.other-county', 'invalid', {
    zh: '只能交给本县的',
    en: 'It can only go to somebody of this county.',
  }),
  nobodyTakes: problem('kinds.nobody-takes', 'invalid', {
    zh: '那里没有人能接，请换一个地方',
    en: 'Nobody there can take it over; choose another place.',
  }),
  noSuchDoer: problem('kinds.no-such-doer', 'invalid', {
    zh: '这里没有这个人，或者他不能办这件事',
    en: 'Nobody here may be given this under that name.',
  }),
  notBalanced: problem<{ zh: string; en: string; given: number; taken: number }>('kinds.not-balanced', 'invalid', {
    zh: '对不上：{zh}，交 {given}，收 {taken}；数清楚，或者写明差在哪里',
    en: 'Not the same: {en}, {given} given and {taken} taken; count again, or say why.',
  }),
  endedForGood: problem<{ act: string }>('kinds.ended-for-good', 'conflict', {
    zh: '这样结束的不能再办；要办另外登记',
    en: 'What ended like this is not taken up again.',
  }),
  tooLate: problem<{ act: string; until: string }>('kinds.too-late', 'conflict', {
    zh: '{until} 以前才能退，现在接单的牵头办',
    en: 'This was open until {until}; who received it first leads.',
  }),
  secondPerson: problem('kinds.second-person', 'refused', {
    zh: '自己写的要请另一个人批',
    en: 'Another person than the writer approves it.',
  }),
  anotherPerson: problem<{ act: string }>('kinds.another-person', 'refused', {
    zh: '谁改的不由谁复查，请另一个人来',
    en: 'Whoever put it right does not check it; somebody else does.',
  }),
  changedMeanwhile: problem('kinds.changed-meanwhile', 'conflict', {
    zh: '您打开以后别人改过了，看过新的再改',
    en: 'Somebody changed it after you opened it; look at it again first.',
  }),
  alikeThere: problem<{ title: string }>('kinds.alike-there', 'conflict', {
    zh: '这里已经登记过“{title}”，改那一条，或者换个名称',
    en: '"{title}" is on the register here already; change that one, or give another name.',
  }),
  noSuchState: problem<{ state: string }>('kinds.no-such-state', 'invalid', {
    zh: '这一类没有这个状态',
    en: 'This kind has no such state.',
  }),
  basisNeeded: problem('kinds.basis-needed', 'invalid', {
    zh: '写明依据和从哪天起',
    en: 'Say on what basis and from which day.',
  }),
  signerNeeded: problem('kinds.signer-needed', 'invalid', {
    zh: '写明谁签的字、哪天签的',
    en: 'Say who signed and on which day.',
  }),
  dayBack: problem<{ day: string }>('kinds.day-back', 'invalid', {
    zh: '新的日期要晚于 {day}',
    en: 'The new day must be later than {day}.',
  }),
  notOpen: problem<{ from: string; until: string }>('kinds.not-open', 'conflict', {
    zh: '这一轮不在进行：{from} 到 {until}',
    en: 'This round is not open: {from} to {until}.',
  }),
  outsideRound: problem('kinds.outside-round', 'invalid', {
    zh: '这一处不在这一轮里',
    en: 'This is not part of the round.',
  }),
  postedTooShort: problem<{ days: number; until: string }>('kinds.posted-too-short', 'conflict', {
    zh: '公示要满 {days} 天，到 {until}',
    en: 'It stays posted for at least {days} days, until {until}.',
  }),
  notNewest: problem<{ version: number }>('kinds.not-newest', 'conflict', {
    zh: '最新的是第 {version} 版，看过再定',
    en: 'Version {version} is the newest; read it first.',
  }),
  titleTaken: problem('kinds.title-taken', 'conflict', {
    zh: '这个地方已经有同名的，打开那一份改',
    en: 'The place has one of this name; open that one and change it.',
  }),
  otherPaper: problem<{ field: string; name: string }>('kinds.other-paper', 'invalid', {
    zh: '“{field}”和这一份的不一样；要另外写一份',
    en: '"{name}" is another than that of this one; write one of its own.',
  }),
  reviewDay: problem<{ from: Day; until: Day }>('kinds.review-day', 'invalid', {
    zh: '下次复审的日子要在 {from} 到 {until} 之间',
    en: 'The next look must be between {from} and {until}.',
  }),
  tooManyRows: problem<{ rows: number; most: number }>('kinds.too-many-rows', 'too-large', {
    zh: '一次最多导出 {most} 条，先按状态、类别或社区筛一下',
    en: 'Take out at most {most} rows at once; narrow the list by state, choice or community first.',
  }),
  tooManyNamed: problem<{ most: number; columns: string; names: string }>('kinds.too-many-named', 'invalid', {
    zh: '“{columns}”可能写着人，带上这几栏一次最多 {most} 条：去掉它们，或者先筛一下',
    en: 'The columns {names} may name people; with them at most {most} rows at once. Leave them out, or narrow the list.',
  }),
  reasonNeeded: problem('kinds.reason-needed', 'invalid', {
    zh: '写一下干什么用',
    en: 'Say what it is for.',
  }),
  columnsNeeded: problem<{ columns: string; names: string }>('kinds.columns-needed', 'invalid', {
    zh: '先说哪一栏是：{columns}',
    en: 'Say first which column holds: {names}.',
  }),
  tooManyToBring: problem<{ most: number }>('kinds.too-many-to-bring', 'too-large', {
    zh: '一次最多导入 {most} 行，分成几个文件',
    en: 'Bring in at most {most} rows at once; split the sheet.',
  }),
  nothingToBring: problem('kinds.nothing-to-bring', 'invalid', {
    zh: '没有能收的行',
    en: 'No row can be taken.',
  }),
}
