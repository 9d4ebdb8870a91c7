import { counted } from '../../../counted/units.ts'
import { checklist, choice, day, phone, text, w } from '../../../kinds/fields.ts'
import { service } from '../../../kinds/kind.ts'
import { register } from '../../../kinds/register/register.ts'

const kinds = {
  store: w('超市、便利店', 'Supermarket, convenience store'),
  greens: w('菜店、粮油店', 'Greengrocer, grain and oil'),
  beauty: w('美容美发', 'Hair and beauty'),
  laundry: w('洗染', 'Laundry'),
  repair: w('维修', 'Repairs'),
  meals: w('早餐、快餐', 'Meals'),
  other: w('其他', 'Other'),
}
const protection = {
  masks: w('人员戴口罩、有登记', 'Staff wear masks and are on a list'),
  distance: w('排队有一米线', 'Those who wait stand apart'),
  clean: w('清洁消毒有记录', 'Cleaning is recorded'),
  limit: w('有限流办法', 'It limits how many come in'),
}

/** Shops of daily life, whether they are open or when they will be, and how they protect those who come (2020P 三). */
export const shop = register({
  name: 'requests.shop',
  version: 2,
  words: w('生活服务网点', 'Shops for daily life'),
  unit: counted('家', 'shop', 'shops'),
  area: 'services',
  acts: ['add', 'change', 'set-state', 'still-right', 'end'],
  title: 'name',
  states: { open: w('营业', 'Open'), preparing: w('准备开业', 'About to open'), closed: w('停业', 'Closed') },
  reviewDays: 30,
  fields: {
    name: text(w('店名', 'Name'), 60, { must: true }),
    kind: choice(w('哪一类', 'Kind'), kinds, { must: true, list: true, filter: true }),
    where: text(w('在哪里', 'Where'), 80, { must: true, list: true }),
    opens: day(w('开业日期', 'Opening day'), { list: true }),
    protection: checklist(w('防护查看', 'Protection, looked at'), protection),
    call: phone(w('联系电话', 'Phone')),
  },
  handling: service(w('居民知道哪家开门，店家有人帮着开门', 'residents know which shop is open'), 365, 'place', 'person'),
})
