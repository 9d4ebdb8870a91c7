import { problem } from '../problem.ts'
import type { Day } from '../schema.ts'

/** Why something about policy packs and documents is refused. */
export const problems = {
  findings: problem<{ count: number; first: string; line: number | null }>('documents.findings', 'invalid', {
    zh: '还有 {count} 处要改，第一处：{first}',
    en: 'Findings left: {count}; the first: {first}',
  }),
  englishMissing: problem<{ count: number; first: string; line: number | null }>('documents.english-missing', 'invalid', {
    zh: '还有 {count} 处缺英文，发布前要补齐。第一处：{first}',
    en: 'English is missing: {count}; it is written before publishing. The first: {first}',
  }),
  noSuchPlace: problem<{ place: string }>('documents.no-such-place', 'invalid', {
    zh: '没有 {place} 这个地方，从列表里选',
    en: 'There is no place {place}; choose one from the list.',
  }),
  placeTooSmall: problem('documents.place-too-small', 'invalid', {
    zh: '规则包给全国、省、市、县写；社区自己的做法写在本地措施里',
    en: 'A pack is for the country, a province, city or county; a community writes its own measures.',
  }),
  restrictsMore: problem<{ count: number; first: string; line: number | null }>('documents.restricts-more', 'invalid', {
    zh: '有 {count} 处比上级严，第一处：{first}。要照样发布，写明理由、依据机关和文号，记在你名下，列入过度防控核查',
    en: 'Stricter than the wider rules: {count}; the first: {first}. To publish it anyway give the ground, the authority and the number; it stands under your name on the over-control board.',
  }),
  otherPlace: problem<{ place: string; draft: string }>('documents.other-place', 'invalid', {
    zh: "place 写的是 '{place}'，这份草稿是给 '{draft}' 写的，两处要一样（全国写成 ''）",
    en: "The pack says place: '{place}', but this draft is for '{draft}'; both are the same ('' is the whole country).",
  }),
  outsideArea: problem<{ place: string }>('documents.other-place', 'invalid', {
    zh: "place 写的 '{place}' 不在你管的地区里，要由那里的人来写（全国写成 ''）",
    en: "place: '{place}' lies outside your area; somebody there writes for it ('' is the whole country).",
  }),
  keepsPlace: problem<{ pack: string; is: string; place: string }>('documents.keeps-place', 'invalid', {
    zh: "编号 {pack} 已经有规则包了（is: {is}，place: '{place}'）。写它的新版本，这两项不能变；写别的通知，换一个编号",
    en: "There is a pack {pack} already (is: {is}, place: '{place}'). Its new version keeps both; another notice takes another id.",
  }),
  versionNumber: problem<{ pack: string; said: number; next: number }>('documents.version-number', 'invalid', {
    zh: '{pack} 接下来是第 {next} 版，这里写的是第 {said} 版',
    en: 'The next version of {pack} is {next}; here it says {said}.',
  }),
  idTaken: problem<{ pack: string }>('documents.id-taken', 'conflict', {
    zh: '编号 {pack} 别处用了，换一个，例如加上地区代码',
    en: 'The id {pack} is taken elsewhere; choose another, for example with the code of the place.',
  }),
  secondPerson: problem('documents.second-person', 'refused', {
    zh: '提交的人不能自己发布，要另一个人来',
    en: 'Whoever submitted a draft cannot publish it; another person does.',
  }),
  notSubmitted: problem('documents.not-submitted', 'conflict', {
    zh: '这份草稿还没提交，或者已经办完了',
    en: 'This draft has not been submitted, or is settled already.',
  }),
  notEditable: problem('documents.not-editable', 'conflict', {
    zh: '提交了的草稿不能改，先退回',
    en: 'A submitted draft is not changed; send it back first.',
  }),
  intoThePast: problem<{ today: Day }>('documents.into-the-past', 'invalid', {
    zh: '只能从今天（{today}）或以后开始，过去的日子不改规则',
    en: 'A version begins today ({today}) or later; rules of past days are not changed.',
  }),
  neverInForce: problem('documents.never-in-force', 'invalid', {
    zh: '按写的日期，这一版没有一天有效',
    en: 'With these dates the version would not be in force on any day.',
  }),
  endsBeforeItBegins: problem('documents.ends-before', 'invalid', {
    zh: '失效日期早于生效日期',
    en: 'It would end before it begins.',
  }),
  documentTaken: problem<{ number: string }>('documents.number-taken', 'conflict', {
    zh: '这个机关的 {number} 已经登记过了',
    en: '{number} of this issuer is entered already.',
  }),
  replacesItself: problem('documents.replaces-itself', 'invalid', {
    zh: '文件不能代替自己',
    en: 'A document cannot replace itself.',
  }),
  alreadyReplaced: problem('documents.already-replaced', 'conflict', {
    zh: '已经写明被哪份文件代替了',
    en: 'What replaces it has been said already.',
  }),
  sayWhy: problem('documents.say-why', 'invalid', {
    zh: '没做完的，写明原因',
    en: 'Say why it is not done.',
  }),
  fileTooLarge: problem('documents.file-too-large', 'too-large', {
    zh: '原件不能超过 20 MB',
    en: 'An original may have 20 MB at most.',
  }),
  placeFull: problem<{ limit: string }>('documents.place-full', 'too-large', {
    zh: '这一级存的原件已经满 {limit}，没有再存。把文件压小，或者请系统管理员加大',
    en: 'The originals of this place fill {limit}; nothing more was kept. Send a smaller file, or ask the system administrator for more room.',
  }),
  originalsFull: problem<{ limit: string }>('documents.originals-full', 'too-large', {
    zh: '服务器上存的原件已经满 {limit}，没有再存。请系统管理员加大',
    en: 'The originals on this server fill {limit}; nothing more was kept. Ask the system administrator for more room.',
  }),
  fileKind: problem('documents.file-kind', 'invalid', {
    zh: '只收 PDF、Word、TXT；这个文件的内容和名字对不上',
    en: 'Only PDF, Word and TXT are taken; the content of this file is not what its name says.',
  }),
}
