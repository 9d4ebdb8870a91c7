import { problem } from '../problem.ts'
import type { Day } from '../schema.ts'

/** Why something about policy packs and documents is refused. */
export const problems = {
  findings: problem<{ count: number; first: string; line: number | null }>('documents.findings', 'invalid', {
    zh: '还有 {count} 处要改，第一处：{first}',
    en: '{count} findings are left; the first: {first}',
  }),
  otherPlace: problem<{ place: string }>('documents.other-place', 'invalid', {
    zh: '规则包写的适用地区（{place}）不在管辖范围内，或者和草稿的地区不一样',
    en: 'The place in the pack ({place}) is not the one of the draft, or lies outside your area.',
  }),
  keepsPlace: problem('documents.keeps-place', 'invalid', {
    zh: '新版本的编号、种类和适用地区要和上一版一样；要换地区，另起一个规则包',
    en: 'A new version keeps id, kind and place of the one before; for another place begin a pack of its own.',
  }),
  versionNumber: problem<{ said: number; next: number }>('documents.version-number', 'invalid', {
    zh: '规则包里写的是第 {said} 版，应该是第 {next} 版',
    en: 'The pack says version {said}; the next one is {next}.',
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
}
