import { counted } from '../../counted/units.ts'
import { choice, count, longText, text, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { request } from '../../kinds/request/request.ts'

// What is said at the doors stands here ready, so that no name, no door and no illness of anybody can get into it.
const texts = {
  recovered: w(
    '康复出院的邻居经医院和疾控判定，不传染，请像从前一样来往',
    'Hospital and CDC have found that neighbours who recovered do not infect anybody; please meet them as before',
  ),
  living: w(
    '和病人一起住过的人做完医学观察、没有异常，请不要躲、不要议论',
    'Those who lived with a patient have ended their observation in good health; please do not shun them or talk about them',
  ),
  arrived: w(
    '外地回来的人按规定管好了自己，请不要另眼看待',
    'Those who came from elsewhere keep to the rules; please do not treat them differently',
  ),
}

/** Talking to the doors of a building, in words that name nobody, so that neighbours live on together (2020P 八). */
export const talk = request({
  name: 'requests.talk',
  version: 1,
  words: w('楼栋思想工作', 'Talks in a building'),
  unit: counted('项', 'talk', 'talks'),
  area: 'rights',
  flow: 'task',
  about: 'place',
  terms: { now: { hours: 24 }, soon: { days: 3, working: true } },
  fields: {
    where: text(w('哪栋楼、哪个单元', 'Which building and stairway'), 60, { must: true }),
    says: choice(w('说什么', 'What is said'), texts, { must: true }),
  },
  asks: {
    done: {
      doors: count(w('说到了几户', 'Doors talked to'), { must: true }),
      asked: longText(w('大家问了什么', 'What was asked'), 500, { hint: w('不写名字和门牌', 'No names, no doors') }),
    },
  },
  handling: service(w('一栋楼里的人安心相处', 'the people of a building live on together'), 180, 'place'),
})
