import { counted } from '../../counted/units.ts'
import { choice, longText, phone, thing, w, yesNo } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { request } from '../../kinds/request/request.ts'

const topics = {
  medicine: w('用药就医', 'Medicine and doctors'),
  mind: w('心理', 'Feeling low'),
  rules: w('防控政策', 'Rules in force'),
  living: w('生活困难', 'Daily life'),
  old: w('老人照护', 'Care of the old'),
  other: w('其他', 'Other'),
}

/** A call on a hotline or direct line: what about, what was said, handed on where it needs more (2020H 四; 2023 六). */
export const lineCall = request({
  name: 'requests.call',
  version: 2,
  words: w('热线来电', 'Hotline call'),
  unit: counted('个', 'call', 'calls'),
  area: 'services',
  flow: 'answer',
  about: 'place',
  terms: { now: { hours: 1 }, today: { hours: 10 }, soon: { days: 2, working: true } },
  fields: {
    topic: choice(w('问什么', 'About'), topics, { must: true, list: true, filter: true }),
    line: thing('requests.line', w('打的哪条线', 'Which line'), { since: 2 }),
    missed: yesNo(w('没接到，要回电', 'Missed, to be called back'), { list: true }),
    call: phone(w('回电号码', 'Number to call back'), { must: { missed: true } }),
    matter: longText(w('说了什么', 'What was said'), 1000, { when: { not: { missed: true } }, must: true }),
  },
  asks: { answer: { reply: longText(w('怎么答的', 'What was answered'), 1000, { must: true }) } },
  results: {
    answered: w('当场答复', 'Answered at once'),
    'called-back': w('回电答复', 'Called back'),
    'handed-on': w('转给医生或部门', 'Handed on to a doctor or office'),
    'not-reached': w('回电没人接', 'Called back, nobody answered'),
  },
  handling: service(w('打来的电话有人接、有答复', 'whoever calls is answered'), 180, 'person'),
  proves: ['requests.hotline'],
})
