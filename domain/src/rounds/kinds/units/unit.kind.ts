import { counted } from '../../../counted/units.ts'
import { choice, count, phone, text, w } from '../../../kinds/fields.ts'
import { service } from '../../../kinds/kind.ts'
import { register } from '../../../kinds/register/register.ts'

const kinds = {
  firm: w('企业', 'Firm'),
  shop: w('商铺', 'Shop'),
  school: w('学校', 'School'),
  kindergarten: w('幼儿园', 'Kindergarten'),
  'building-site': w('工地', 'Building site'),
  market: w('市场', 'Market'),
  dormitory: w('集体宿舍', 'Dormitory'),
  'elder-care': w('养老机构', 'Elder-care home'),
  other: w('其他', 'Other'),
}

/**
 * A place where many people are together, and whom to call there (民政部、国家卫生健康委 2020, guidance of firms and schools; 2020P high
 * tier). Firms are visited every thirty days, sites of elder care each day; what a visit found stands with the inspections.
 */
export const unit = register({
  name: 'rounds.unit',
  version: 1,
  words: w('辖区单位', 'Units'),
  unit: counted('家', 'unit', 'units'),
  area: 'organisation',
  acts: ['add', 'change', 'end'],
  title: 'name',
  single: true,
  visits: { every: 30, by: 'kind', but: { 'elder-care': 1 } },
  fields: {
    name: text(w('名称', 'Name'), 60, { must: true }),
    kind: choice(w('类别', 'Kind'), kinds, { must: true, list: true, filter: true }),
    address: text(w('地址', 'Address'), 100, { list: true }),
    headcount: count(w('人数', 'People'), { list: true }),
    contact: text(w('联系人', 'Contact'), 40, { list: true }),
    phone: phone(w('电话', 'Phone'), { list: true }),
  },
  handling: service(w('单位有人联系、有人走访', 'units are visited, and somebody can be reached there'), 365, 'place', 'person'),
  page: 'own',
})
