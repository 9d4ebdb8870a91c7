import { counted } from '../../counted/units.ts'
import { choice, choices, longText, phone, text, thing, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { request } from '../../kinds/request/request.ts'

const askers = {
  self: w('本人', 'The person'),
  family: w('家人', 'The family'),
  community: w('社区发现', 'Noticed by the community'),
  line: w('热线转来', 'Handed on by a hotline'),
}
const levels = {
  one: w('一般疏导', '1: comfort'),
  two: w('需要咨询', '2: counselling'),
  three: w('需要看医生', '3: a doctor'),
  four: w('有危险', '4: in danger'),
}
const groups = {
  isolated: w('正在隔离观察', 'Under observation'),
  bereaved: w('家里有人去世', 'Bereaved'),
  family: w('患者的家人', 'Family of a patient'),
  recovered: w('康复出院', 'Recovered'),
  staff: w('医务、社区工作者', 'Medical and community workers'),
  other: w('其他', 'Other'),
}
const contacts = {
  talk: w('见面谈', 'Talk'),
  call: w('电话', 'Call'),
  crisis: w('危机处置', 'Crisis'),
  on: w('转介', 'Referred on'),
}
const told = { family: w('家属', 'Family'), hospital: w('医院', 'Hospital'), police: w('公安', 'Police') }

/**
 * Psychological help: who asked, how urgent, each contact; a crisis tells family, hospital and police (精神卫生法 §28). What is written
 * of a contact is read by its writer alone (精神卫生法 §4; 2020A 六; 2020P 五).
 */
export const psych = request({
  ...{ name: 'requests.psych', version: 3, words: w('心理疏导', 'Psychological help'), unit: counted('人次', 'case', 'cases') },
  ...{ area: 'services', flow: 'case', about: 'dwelling', health: true },
  terms: { now: { hours: 1 }, today: { hours: 10 }, soon: { days: 3 } },
  fields: {
    asker: choice(w('谁提出的', 'Asked by'), askers, { must: true, list: true }),
    level: choice(w('哪一级', 'Level'), levels, { must: true, list: true, filter: true }),
    group: choice(w('什么情况', 'Situation'), groups, { since: 2, list: true, filter: true }),
    call: phone(w('联系电话', 'Phone')),
  },
  asks: {
    entry: {
      contact: choice(w('怎么联系的', 'Contact'), contacts, { must: true }),
      told: choices(w('告诉了谁', 'Told'), told, { when: { contact: 'crisis' }, must: true }),
      taken: thing('requests.counsellor', w('转给哪家', 'Referred to'), { since: 3, when: { contact: 'on' } }),
      service: text(w('别家', 'Another'), 60, { since: 2, when: { contact: 'on', taken: { filled: false } }, must: true }),
      note: longText(w('记录（只有写的人看得到）', 'Note, read by its writer alone'), 2000, { to: 'named' }),
    },
  },
  results: {
    better: w('好转', 'Better'),
    referred: w('转到医院', 'Referred to a hospital'),
    stopped: w('本人不愿继续', 'The person does not wish to go on'),
    lost: w('联系不上', 'Not reached any more'),
  },
  handling: service(w('心里难受的人有人管', 'whoever feels low is looked after'), 365, 'person', 'health'),
  proves: ['requests.psychology'],
})
