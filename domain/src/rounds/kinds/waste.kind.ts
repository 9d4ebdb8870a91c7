import { counted } from '../../counted/units.ts'
import { amount, choice, choices, count, longText, rows, signature, text, w, yesNo } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { request } from '../../kinds/request/request.ts'

const sources = {
  clinic: w('卫生服务站', 'Clinic'),
  site: w('观察点、隔离点', 'Observation site'),
  homes: w('居家观察户', 'Homes under observation'),
  'test-point': w('检测点', 'Test point'),
}
const classes = {
  infectious: w('感染性', 'Infectious'),
  sharps: w('损伤性', 'Sharps'),
  pathological: w('病理性', 'Pathological'),
  medicine: w('药物性', 'Medicines'),
  chemical: w('化学性', 'Chemical'),
}
const kg = { kg: w('公斤', 'kg') }
const told = {
  health: w('区县卫健', 'County health'),
  ecology: w('生态环境', 'Ecology and environment'),
  residents: w('周围居民', 'Residents nearby'),
}
const lots = rows(
  w('袋数和重量', 'Bags and weight'),
  {
    class: choice(w('类别', 'Class'), classes, { must: true }),
    bags: count(w('袋（盒）数', 'Bags or boxes'), { must: true }),
    weight: amount(w('重量', 'Weight'), kg, { must: true }),
  },
  5,
  { must: true },
)
const signed = signature(w('谁签的字', 'Signed by'), { must: true })

/**
 * Medical waste from hand to hand within two days: two persons count and sign, each for the own part, and where they do not come to the
 * same the second says why; a leak is told at once (医疗废物管理条例 §12, §13, §17, §25; 2020A 六).
 */
export const waste = request({
  name: 'rounds.waste',
  version: 1,
  words: w('医疗废物交接', 'Handover of medical waste'),
  unit: counted('次', 'handover', 'handovers'),
  area: 'environment',
  flow: 'handover',
  about: 'place',
  terms: { soon: { hours: 48 } },
  fields: {
    source: choice(w('从哪里来', 'From'), sources, { must: true, list: true, filter: true }),
    ground: text(w('按什么规定算医疗废物', 'By which rule it is medical waste'), 80, { when: { source: 'homes' }, must: true }),
    carrier: text(w('收运单位和许可证号', 'Who takes it, and the licence'), 80, { must: true }),
    plate: text(w('车牌', 'Number plate'), 20),
  },
  asks: {
    leave: { lots, signed },
    arrive: {
      lots,
      difference: text(w('对不上的，差在哪里', 'Where it is not the same, why'), 200),
      leak: yesNo(w('有没有泄漏、丢失', 'Leaked or lost'), { must: true }),
      measures: longText(w('怎么处置的', 'What was done'), 500, { when: { leak: true }, must: true }),
      told: choices(w('报告了谁', 'Told'), told, { when: { leak: true }, must: true }),
      signed,
    },
  },
  balance: { act: 'arrive', with: 'leave', rows: 'lots', by: 'class', of: ['bags', 'weight'], why: 'difference' },
  handling: {
    ...service(
      w('医疗废物不流失、不泄漏，经手的都有签字', 'medical waste is not lost, and each hand it went through signed'),
      1095,
      'person',
    ),
    ground: '医疗废物管理条例 §12；固体废物污染环境防治法 §82、§90',
  },
  ...{ proves: ['cases.waste'], daily: { document: '紧急通知（2020-01-29）', section: '任务六' } },
})
