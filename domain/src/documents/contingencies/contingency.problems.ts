import { problem } from '../../problem.ts'
import type { Day } from '../../schema.ts'

/** Why something about contingency plans is refused. */
export const problems = {
  titleTaken: problem('documents.contingency-taken', 'conflict', {
    zh: '这个地方已经有同名的预案，打开那一份改',
    en: 'The place has a plan of this name; open that one and change it.',
  }),
  reviewDay: problem<{ from: Day; until: Day }>('documents.contingency-review', 'invalid', {
    zh: '下次复审的日子要在 {from} 到 {until} 之间',
    en: 'The next look must be between {from} and {until}.',
  }),
  whatChanged: problem('documents.contingency-changed', 'invalid', {
    zh: '写一句这一版改了什么',
    en: 'Say what this version changes.',
  }),
  noPlan: problem('documents.contingency-level', 'invalid', {
    zh: '预案由县、街道和社区来定',
    en: 'Plans are those of a county, street or community.',
  }),
  whenAndWho: problem('documents.contingency-service', 'invalid', {
    zh: '社区服务应急预案要写明什么时候启动、哪些单位帮忙',
    en: 'A service emergency plan says when it begins and which partners help.',
  }),
  secondPerson: problem('documents.contingency-second-person', 'refused', {
    zh: '写的人不能自己批准，要另一个人来',
    en: 'Whoever wrote it cannot approve it; another person does.',
  }),
  notNewest: problem('documents.contingency-not-newest', 'conflict', {
    zh: '已经有更新的一版，或者这一版批准过了，再看一眼',
    en: 'There is a newer version, or this one is approved already; look again.',
  }),
}
