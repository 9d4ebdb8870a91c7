import { counted } from '../../counted/units.ts'
import { document } from '../../kinds/document/document.ts'
import { choice, day, longText, rows, text, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'

const what = {
  epidemic: w('疫情防控方案', 'epidemic plan'),
  response: w('应急响应预案', 'response plan'),
  service: w('社区服务应急预案', 'service emergency plan'),
}
const partner = { name: text(w('名称', 'Who'), 60, { must: true }), does: text(w('做什么', 'What they do'), 200, { must: true }) }

/** What a place prepares for: in ordinary times, in a response, and for services that must go on (2021 二; 2020A 四; 2020B 六). */
export const contingency = document({
  ...{
    name: 'documents.contingency',
    version: 1,
    words: w('应急预案', 'Contingency plans'),
    unit: counted('份', 'plan', 'plans'),
  },
  ...{ area: 'response', acts: ['save', 'approve', 'withdraw'], title: 'title', letters: '预案', proves: ['documents.plans'] },
  ...{ alike: ['kind'], each: 'kind', above: true, below: true, tried: true, changed: 'changed', reviewOn: 'review_on' },
  fields: {
    changed: text(w('这一版改了什么', 'What this version changes'), 400),
    kind: choice(w('种类', 'Kind'), what, { must: true, list: true, filter: true }),
    title: text(w('名称', 'Name'), 80, { must: true }),
    content: longText(w('怎么做', 'What is done'), 8000, {
      must: true,
      hint: w('谁、先做什么、再做什么', 'Who does what first, and then'),
    }),
    triggers: rows(w('什么时候启动', 'When it begins'), { when: text(w('情形', 'Case'), 200) }, 20, {
      must: { kind: 'service' },
    }),
    partners: rows(w('谁来帮忙', 'Who helps'), partner, 40, { must: { kind: 'service' } }),
    responsible: text(w('负责人', 'Responsible'), 40, { must: true, list: true, to: 'office' }),
    review_on: day(w('下次复审', 'Next review'), { must: true }),
  },
  handling: service(
    w('出了事照着做，练过、改过', 'what to do is known, tried and mended before it is needed'),
    3650,
    'place',
    'person',
  ),
  ...{ page: 'own', phone: true, reviewDays: 365 },
})
