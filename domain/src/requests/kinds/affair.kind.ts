import { counted } from '../../counted/units.ts'
import { choice, longText, phone, text, thing, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { request } from '../../kinds/request/request.ts'

const items = {
  insurance: w('医保、社保', 'Health and social insurance'),
  allowance: w('低保、救助', 'Allowances and relief'),
  old: w('高龄、养老', 'Old age'),
  disabled: w('残疾人事项', 'Disability'),
  birth: w('生育、户口', 'Births and household register'),
  work: w('就业、失业', 'Work and unemployment'),
  housing: w('住房', 'Housing'),
  proof: w('开证明', 'A proof'),
  other: w('其他', 'Other'),
}

/** A government affair taken in at the community: done there or handed on, with its slip (2021 十六). */
export const affair = request({
  name: 'requests.affair',
  version: 2,
  words: w('政务代办', 'Government affair'),
  unit: counted('件', 'affair', 'affairs'),
  area: 'services',
  flow: 'task',
  about: 'place',
  terms: { today: { hours: 8, working: true }, soon: { days: 5, working: true } },
  fields: {
    item: choice(w('哪一项', 'Which'), items, { must: true, list: true, filter: true }),
    guide: thing('requests.guide', w('照哪份办事指南', 'By which guide'), { since: 2 }),
    matter: longText(w('要办什么', 'What is wanted'), 1000, { must: true }),
    papers: longText(w('收了哪些材料', 'Papers taken'), 500),
    call: phone(w('办好了打这个电话', 'Number to call when done')),
  },
  asks: {
    done: {
      number: text(w('办件编号', 'File number'), 40),
      note: longText(w('办理结果', 'What came of it'), 500, { must: true }),
    },
  },
  handling: service(w('政务事项在社区能办能问', 'government affairs can be done at the community'), 365, 'person'),
})
