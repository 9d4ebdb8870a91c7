import { counted } from '../../../counted/units.ts'
import { choice, day, link, longText, text, w } from '../../../kinds/fields.ts'
import { document } from '../../../kinds/document/document.ts'
import { service } from '../../../kinds/kind.ts'

const departments = {
  market: w('市场监管', 'Market supervision'),
  farm: w('农业农村', 'Agriculture'),
  city: w('城市管理', 'Urban management'),
  health: w('卫生健康', 'Health'),
  other: w('其他', 'Other'),
}
const answers = { takes: w('收下办理', 'Takes it on'), done: w('已经办完', 'Has done it'), other: w('不归我们', 'Not theirs') }

/** A letter that hands what patrols found over to the department whose it is: what, where, until when an answer is asked (2020A 六). */
export const departmentLetter = document({
  name: 'rounds.department-letter',
  version: 2,
  words: w('问题移交函', 'Letters to departments'),
  unit: counted('份', 'letter', 'letters'),
  area: 'environment',
  acts: ['save', 'approve', 'publish', 'receive', 'withdraw'],
  title: 'matter',
  letters: '函',
  until: 'until',
  fields: {
    matter: text(w('什么事', 'Matter'), 60, { must: true }),
    to: choice(w('移交给', 'To which department'), departments, { must: true, list: true, filter: true }),
    finding: link('rounds.mend', w('移交哪个问题', 'Which finding'), { since: 2 }),
    where: text(w('在哪里', 'Where'), 80, { must: true, list: true }),
    found: longText(w('查到什么、怎么劝过', 'What was found and tried'), 800, { must: true }),
    asks: longText(w('请他们办什么', 'What is asked'), 500, { must: true }),
    until: day(w('请哪天前答复', 'Answer asked until'), { must: true }),
  },
  receipt: {
    who: text(w('谁收的', 'Received by'), 40, { must: true }),
    answer: choice(w('怎么答复', 'Answer'), answers, { must: true, list: true }),
    reply: longText(w('办得怎么样', 'What came of it'), 500, { must: { answer: ['done', 'other'] } }),
  },
  foot: w('社区没有执法权，请依法办理，收到后在下面签收。', 'The community cannot enforce; please act by law and sign below.'),
  phone: true,
  handling: service(w('巡查问题有部门接', 'what patrols find reaches its department'), 730, 'place', 'person'),
})
