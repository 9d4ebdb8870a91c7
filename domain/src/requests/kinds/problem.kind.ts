import { counted } from '../../counted/units.ts'
import { choice, count, longText, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { request } from '../../kinds/request/request.ts'

const topics = {
  people: w('缺人', 'Too few people'),
  goods: w('缺物资', 'Missing goods'),
  money: w('缺经费', 'Missing money'),
  needs: w('群众急难愁盼', 'Urgent needs of residents'),
  offices: w('部门配合', 'Offices that do not help'),
  burden: w('多头要数、负担重', 'Reported twice, too much load'),
  shortcoming: w('短板不足', 'A shortcoming of our own'),
  other: w('其他', 'Other'),
}

/** What a community or street cannot solve alone, for the level above, with an answer to whoever raised it (2020A 七; 2020B 十四; 2023 九). */
export const problem = request({
  name: 'requests.problem',
  version: 1,
  words: w('困难和问题', 'Problem to be solved above'),
  unit: counted('件', 'problem', 'problems'),
  area: 'reporting',
  flow: 'answer',
  about: 'place',
  handler: 'above',
  terms: { now: { hours: 24 }, today: { days: 1, working: true }, soon: { days: 10, working: true } },
  ...{ climbs: true, daily: { document: '民发〔2023〕5号', section: '九' } },
  fields: {
    topic: choice(w('哪方面', 'About'), topics, { must: true, list: true, filter: true }),
    matter: longText(w('什么问题', 'What it is'), 2000, { must: true, hint: w('不写居民姓名', 'No names of residents') }),
    tried: longText(w('自己做过什么', 'What was tried'), 1000),
    wanted: longText(w('要上面做什么', 'What is wanted'), 1000, { must: true }),
    households: count(w('涉及多少户', 'Households concerned'), { list: true }),
  },
  asks: { answer: { reply: longText(w('答复', 'Answer'), 2000, { must: true }) } },
  results: {
    solved: w('解决了', 'Solved'),
    partly: w('解决一部分', 'Solved in part'),
    raised: w('本级解决不了，已报上级', 'Not to be solved here, reported upward'),
    cannot: w('解决不了，说明原因', 'Cannot be solved, and why'),
  },
  handling: service(w('基层的困难有人管、有回音', 'problems of communities are solved and answered'), 730, 'place'),
  proves: ['requests.problems'],
})
