import { counted } from '../../counted/units.ts'
import { choice, longText, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { request } from '../../kinds/request/request.ts'

const wheres = {
  neighbours: w('邻里', 'Among neighbours'),
  work: w('招工、上班', 'At work'),
  school: w('上学', 'At school'),
  shop: w('购物、出行', 'Shops and transport'),
  doctor: w('看病', 'At the doctor'),
  online: w('网上、群里', 'Online'),
}
const whoms = {
  recovered: w('康复的人', 'The recovered'),
  household: w('一起住的人', 'Those who live with them'),
  arrived: w('外地来的人', 'Those from elsewhere'),
  staff: w('医务、防疫人员', 'Medical and prevention staff'),
}

/** Words or deeds against those who were ill or came from elsewhere: stopped, and looked at again. Nobody is named (2020P 八; 传染病防治法 §16). */
export const discrimination = request({
  name: 'requests.discrimination',
  version: 1,
  words: w('歧视反映', 'Report of discrimination'),
  unit: counted('件', 'report', 'reports'),
  area: 'rights',
  flow: 'answer',
  about: 'place',
  terms: { now: { hours: 24 }, soon: { days: 3, working: true } },
  climbs: true,
  fields: {
    where: choice(w('在哪里', 'Where'), wheres, { must: true, list: true, filter: true }),
    whom: choice(w('针对谁', 'Against whom'), whoms, { must: true, list: true }),
    matter: longText(w('什么言行', 'What was said or done'), 1000, {
      must: true,
      hint: w('不写名字和门牌', 'No names, no doors'),
    }),
  },
  asks: {
    answer: {
      done: longText(w('做了什么', 'What was done'), 1000, { must: true, hint: w('不写名字和门牌', 'No names, no doors') }),
    },
  },
  results: {
    stopped: w('制止了', 'Stopped'),
    talked: w('做了楼里的工作', 'Talked to the building'),
    'handed-on': w('转有关部门', 'Handed on to an authority'),
    unfounded: w('不属实', 'Unfounded'),
  },
  handling: service(w('康复者和外来者不受歧视', 'nobody is treated worse for having been ill'), 365, 'place'),
})
