import { counted } from '../../../counted/units.ts'
import { choice, count, file, longText, phone, text, thing, w } from '../../../kinds/fields.ts'
import { service } from '../../../kinds/kind.ts'
import { request } from '../../../kinds/request/request.ts'

const owners = {
  property: w('物业服务企业', 'Property firm'),
  unit: w('驻区单位', 'Local organisation'),
  shop: w('沿街商户', 'Shop'),
  committee: w('公共卫生委员会', 'Public health committee'),
}

/** A piece of cleaning that a local organisation or property firm is asked for, and what came of it (2020A 六; 2021 十一). */
export const cleanup = request({
  name: 'rounds.cleanup',
  version: 3,
  words: w('整治任务', 'Cleaning tasks'),
  unit: counted('项', 'cleaning task', 'cleaning tasks'),
  area: 'environment',
  flow: 'task',
  about: 'place',
  terms: { today: { hours: 10 }, soon: { days: 5, working: true } },
  fields: {
    owner: choice(w('请谁做', 'Whom it is asked of'), owners, { must: true, list: true, filter: true }),
    name: text(w('名称', 'Name'), 60, { must: true }),
    where: text(w('哪里', 'Where'), 80, { must: true }),
    what: longText(w('做什么', 'What is to be done'), 500, { must: true }),
    event: thing('rounds.campaign', w('属于哪场活动', 'Of which campaign'), { since: 3 }),
    campaign: text(w('不在册的活动', 'A campaign not on the register'), 60, { when: { event: { filled: false } } }),
    call: phone(w('联系电话', 'Phone')),
  },
  asks: {
    done: {
      result: longText(w('做成什么样', 'What came of it'), 500, { must: true }),
      people: count(w('出了多少人', 'People who took part')),
      photos: file(w('做完的照片', 'Photos of how it is now'), 3, { since: 2 }),
    },
  },
  handling: service(w('单位和物业一起整治环境', 'organisations and property firms help to clean'), 365, 'place', 'person'),
})
