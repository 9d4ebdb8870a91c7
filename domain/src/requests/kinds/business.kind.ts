import { counted } from '../../counted/units.ts'
import { choice, day, longText, phone, text, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { request } from '../../kinds/request/request.ts'

const kinds = {
  shop: w('生活服务网点', 'Shop for daily life'),
  firm: w('企业', 'Firm'),
  farm: w('农户、合作社', 'Farm or co-operative'),
}
const ofFirms = {
  reopen: w('复工复产、恢复营业', 'Reopening'),
  people: w('用工', 'Workers'),
  goods: w('防护物资', 'Protection'),
  transport: w('运输', 'Transport'),
  rent: w('租金、贷款', 'Rent and loans'),
}
const ofFarms = {
  labour: w('劳力', 'Labour'),
  seed: w('种子农资', 'Seed and supplies'),
  machine: w('农机', 'Machines'),
  sale: w('销路', 'Selling'),
}

/** Help for shops, firms and farms: what is needed, who sees to it, what came of it (2020P 三; 2021 十二). */
export const business = request({
  name: 'requests.business',
  version: 1,
  words: w('帮企助农', 'Help for shops, firms, farms'),
  unit: counted('件', 'case of help', 'cases of help'),
  area: 'services',
  flow: 'task',
  about: 'place',
  terms: { today: { hours: 8, working: true }, soon: { days: 7, working: true } },
  fields: {
    kind: choice(w('哪一类', 'Kind'), kinds, { must: true, list: true, filter: true }),
    name: text(w('名称', 'Name'), 60, { must: true }),
    firm: choice(w('要什么', 'Need'), ofFirms, { when: { kind: ['shop', 'firm'] }, must: true, list: true }),
    farm: choice(w('要什么', 'Need'), ofFarms, { when: { kind: 'farm' }, must: true, list: true }),
    opens: day(w('打算哪天开业', 'To open on'), { when: { firm: 'reopen' } }),
    matter: longText(w('说明', 'More'), 1000),
    call: phone(w('联系电话', 'Phone')),
  },
  asks: { done: { note: longText(w('办成什么样', 'What came of it'), 500, { must: true }) } },
  handling: service(w('企业、商户、农户的难处有人帮', 'shops, firms and farms are helped'), 365, 'place', 'person'),
  proves: ['requests.firms'],
})
