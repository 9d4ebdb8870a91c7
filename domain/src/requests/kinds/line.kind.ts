import { counted } from '../../counted/units.ts'
import { choice, hours, text, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { register } from '../../kinds/register/register.ts'

const kinds = {
  mind: w('心理热线', 'Psychological help'),
  medical: w('医学咨询', 'Medical advice'),
  clinic: w('社区卫生服务站', 'Community clinic'),
  hospital: w('医院直通', 'Hospital, direct'),
  pharmacy: w('药店直通', 'Pharmacy, direct'),
  community: w('社区值班', 'Community on duty'),
}

/** A hotline or direct line that residents or the community may call (2020H 四; 2023 六). */
export const line = register({
  name: 'requests.line',
  version: 2,
  words: w('热线和直通电话', 'Hotlines and direct lines'),
  unit: counted('条', 'line', 'lines'),
  area: 'services',
  acts: ['add', 'change', 'still-right', 'end'],
  title: 'name',
  reviewDays: 90,
  fields: {
    name: text(w('名称', 'Name'), 60, { must: true }),
    kind: choice(w('哪一类', 'Kind'), kinds, { must: true, list: true, filter: true }),
    number: text(w('号码', 'Number'), 30, { must: true, list: true }),
    hours: hours(w('什么时候有人接', 'Answered at'), { list: true }),
    provider: text(w('谁在接', 'Answered by'), 60),
  },
  handling: service(w('居民知道打哪个电话', 'residents know whom to call'), 365, 'place'),
})
