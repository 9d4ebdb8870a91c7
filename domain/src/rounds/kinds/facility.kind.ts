import { counted } from '../../counted/units.ts'
import { facilityClasses, facilityStates } from '@wangdi/policy/facilities.ts'
import { choice, count, hours, longText, text, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { register } from '../../kinds/register/register.ts'

/** A public facility of a community and whether it is open, on what basis and since when (2020A 五; 2020P 二; 2021 十七; 2023 四). */
export const facility = register({
  name: 'rounds.facility',
  version: 3,
  words: w('公共设施', 'Public facilities'),
  unit: counted('处', 'facility', 'facilities'),
  area: 'environment',
  // Above its list stands how the rules in force compare with it.
  page: 'own',
  acts: ['add', 'change', 'set-state', 'still-right', 'end'],
  title: 'name',
  states: facilityStates,
  reviewDays: 90,
  fields: {
    name: text(w('名称', 'Name'), 60, { must: true }),
    kind: choice(w('哪一类', 'Kind'), facilityClasses, { must: true, list: true, filter: true }),
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
