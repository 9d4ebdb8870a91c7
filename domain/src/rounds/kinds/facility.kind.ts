import { counted } from '../../counted/units.ts'
import { choice, count, hours, longText, text, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { register } from '../../kinds/register/register.ts'

const kinds = {
  service: w('综合服务设施', 'Service centre'),
  library: w('图书室', 'Library'),
  culture: w('文体活动室', 'Room for culture and sport'),
  elder: w('老年活动室、日间照料', 'Room and day care for the old'),
  meeting: w('议事室', 'Meeting room'),
  square: w('广场、健身器材', 'Square, sports equipment'),
  market: w('农贸市场', 'Food market'),
  clinic: w('卫生服务站', 'Clinic'),
  shop: w('便民商店', 'Shop'),
}

/** A public facility of a community and whether it is open, on what basis and since when (2020A 五; 2020P 二; 2021 十七; 2023 四). */
export const facility = register({
  name: 'rounds.facility',
  version: 3,
  words: w('公共设施', 'Public facilities'),
  unit: counted('处', 'facility', 'facilities'),
  area: 'environment',
  acts: ['add', 'change', 'set-state', 'still-right', 'end'],
  title: 'name',
  states: { open: w('开放', 'Open'), limited: w('限流', 'Limited'), suspended: w('暂停', 'Suspended') },
  reviewDays: 90,
  fields: {
    name: text(w('名称', 'Name'), 60, { must: true }),
    kind: choice(w('哪一类', 'Kind'), kinds, { must: true, list: true, filter: true }),
    where: text(w('在哪里', 'Where'), 80),
    capacity: count(w('最多容纳人数', 'Holds at most'), { list: true, when: { not: { kind: 'square' } } }),
    waiting: text(w('人满了怎么等', 'How people wait when it is full'), 120, { since: 2, when: { capacity: { filled: true } } }),
    households: count(w('服务多少户', 'Households it serves')),
    hours: hours(w('开放时间', 'Opening hours')),
    services: longText(w('开放哪些项目', 'What is offered'), 500),
  },
  handling: service(
    w('公共设施开不开、依据什么，人人查得到', 'whether a facility is open, and why, can be looked up'),
    730,
    'place',
  ),
  proves: ['places.facilities'],
})
