import { counted } from '../../../counted/units.ts'
import { choices, count, dwelling, link, person, phone, staff, text, w } from '../../../kinds/fields.ts'
import { service } from '../../../kinds/kind.ts'
import { register } from '../../../kinds/register/register.ts'

const needs = {
  goods: w('买菜买药、年货', 'Food, medicine, goods for the New Year'),
  affairs: w('政务代办', 'Government affairs'),
  care: w('照看老人、孩子', 'Care for the old or for children'),
  company: w('过年有人陪', 'Company on the holidays'),
  work: w('用工、工资', 'Work and wages'),
  other: w('其他', 'Other'),
}

/** A household that stays for the festival: whom to ask for, what it needs, who helps and by what request (2021 三、五). */
export const stayer = register({
  ...{ name: 'requests.stayer', version: 1, area: 'services' },
  words: w('就地过年', 'Staying for the festival'),
  unit: counted('户', 'household', 'households'),
  acts: ['add', 'change', 'still-right', 'end'],
  title: 'name',
  ...{ alike: ['door', 'where'], single: true },
  // Our own setting: the notice says no days.
  reviewDays: 7,
  fields: {
    name: text(w('怎么称呼', 'How they are called'), 40, { must: true }),
    door: dwelling(w('门牌', 'Door'), { list: true }),
    where: text(w('没有门牌的住处', 'Where, if no door'), 60, { when: { door: { filled: false } }, must: true, list: true }),
    resident: person(w('找谁', 'Whom to ask for')),
    people: count(w('留下几口人', 'How many stay'), { must: true, list: true }),
    needs: choices(w('要什么', 'What they need'), needs, { list: true }),
    helper: staff(w('谁联系', 'Who keeps in touch'), { list: true }),
    call: phone(w('联系电话', 'Phone'), { list: true }),
    errand: link('requests.errand', w('代办单', 'Errand')),
    affair: link('requests.affair', w('政务代办单', 'Government affair')),
  },
  handling: service(w('留下过年的有人问、有人帮', 'who stays for the New Year is asked and helped'), 90, 'place', 'person'),
  ...{ proves: ['people.stayers'], mayBeNone: true },
})
