import { counted } from '../../counted/units.ts'
import { amount, choice, file, link, person, phone, rows, text, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { request } from '../../kinds/request/request.ts'

const goods = {
  food: w('买菜', 'Food'),
  medicine: w('买药', 'Medicine'),
  parcel: w('拿快递', 'Parcel'),
  rubbish: w('倒垃圾', 'Rubbish'),
  other: w('别的', 'Other'),
}
const spots = { door: w('门口', 'At the door'), gate: w('大门', 'At the gate'), inside: w('进屋', 'Inside') }
const slipAlone = w('只拍小票，别拍到人', 'The slip only, nobody in the picture')
const units = { kg: w('公斤', 'kg'), piece: counted('个', 'piece', 'pieces'), box: counted('盒', 'box', 'boxes') }

/** An errand for somebody who cannot go out: the helper sees door, goods and hour, never why (2020A 三; R-LAW-21). */
export const errand = request({
  ...{ name: 'requests.errand', version: 3, area: 'services' },
  ...{ words: w('代办', 'Errand'), unit: counted('件', 'errand', 'errands') },
  ...{ flow: 'task', about: 'dwelling', daily: { document: '紧急通知（2020-01-29）', section: '任务三' } },
  terms: { now: { hours: 2 }, today: { hours: 10 }, soon: { days: 2 } },
  fields: {
    what: choice(w('办什么', 'What'), goods, { must: true, list: true, filter: true, to: 'helper' }),
    items: rows(
      w('要什么', 'Goods'),
      { item: text(w('东西', 'Item'), 40, { must: true }), much: amount(w('多少', 'How much'), units) },
      20,
      { when: { what: ['food', 'medicine', 'other'] }, must: { what: ['food', 'medicine'] }, to: 'helper' },
    ),
    put: choice(w('放哪里', 'Where to put it'), spots, { must: true, to: 'helper' }),
    call: phone(w('联系电话', 'Phone'), { to: 'helper', from: 'dwelling.phone' }),
    whose: person(w('给谁办', 'For whom'), { since: 3 }),
    cause: link('observation.order', w('观察单', 'Observation order'), { to: 'health', from: 'house' }),
  },
  asks: {
    done: {
      cost: amount(w('垫了多少', 'Money advanced'), { yuan: w('元', 'yuan') }),
      slip: file(w('小票照片', 'Photo of the slip'), 1, { since: 2, when: { cost: { filled: true } }, hint: slipAlone }),
    },
  },
  handling: service(w('出不了门的人有饭吃、有药用', 'food and medicine for those who cannot go out'), 180, 'person', 'health'),
  ...{ proves: ['requests.needs'], blind: true, phone: true },
})
