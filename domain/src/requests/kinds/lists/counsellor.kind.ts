import { counted } from '../../../counted/units.ts'
import { choice, choices, hours, text, w } from '../../../kinds/fields.ts'
import { service } from '../../../kinds/kind.ts'
import { register } from '../../../kinds/register/register.ts'

const kinds = {
  hospital: w('精神卫生医院、门诊', 'Psychiatric hospital or clinic'),
  centre: w('心理咨询机构', 'Counselling service'),
  social: w('社工机构', 'Social work service'),
  school: w('学校、单位心理室', 'Counsellors of a school or firm'),
  volunteers: w('心理志愿者', 'Volunteers with training'),
}
const levels = { one: w('一般疏导', '1: comfort'), two: w('咨询', '2: counselling'), three: w('看医生', '3: a doctor') }

/** Professional services to whom somebody who feels low is referred, and what each takes on (2020P 五). */
export const counsellor = register({
  name: 'requests.counsellor',
  version: 2,
  words: w('心理服务机构', 'Psychological services'),
  unit: counted('家', 'service', 'services'),
  area: 'services',
  acts: ['add', 'change', 'still-right', 'end'],
  title: 'name',
  reviewDays: 90,
  fields: {
    name: text(w('名称', 'Name'), 60, { must: true }),
    kind: choice(w('哪一类', 'Kind'), kinds, { must: true, list: true, filter: true }),
    takes: choices(w('接哪一级', 'Takes on'), levels, { must: true }),
    number: text(w('电话', 'Number'), 30, { must: true, list: true }),
    hours: hours(w('什么时候有人接', 'Answered at'), { list: true }),
    where: text(w('在哪里', 'Where'), 80),
  },
  handling: service(w('心里难受的人找得到专业的人', 'whoever feels low finds somebody trained'), 365, 'place'),
})
