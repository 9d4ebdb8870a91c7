import { counted } from '../../counted/units.ts'
import { file, link, longText, text, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { request } from '../../kinds/request/request.ts'

/** What a round found wrong: put right by the office it lies with, checked by another person (2020A 六; 2021 十一). */
export const mend = request({
  name: 'rounds.mend',
  version: 3,
  words: w('问题整改', 'Findings to be put right'),
  unit: counted('个', 'finding', 'findings'),
  area: 'environment',
  flow: 'finding',
  about: 'place',
  terms: { now: { hours: 24 }, soon: { days: 5, working: true } },
  climbs: true,
  fields: {
    where: text(w('在哪里', 'Where'), 80, { must: true }),
    what: longText(w('什么问题', 'What is wrong'), 500, { must: true }),
    owner: text(w('责任单位', 'Who answers for it'), 60),
    before: file(w('整改前的照片', 'Photos of how it was'), 3, { since: 2 }),
  },
  asks: {
    'put-right': {
      done: longText(w('怎么改的', 'What was done'), 500, { must: true }),
      letter: link('rounds.department-letter', w('移交函', 'Letter to a department'), { since: 3 }),
      after: file(w('整改后的照片', 'Photos of how it is now'), 3, { since: 2 }),
    },
  },
  handling: service(w('查出的问题改到位', 'what is found is put right'), 730, 'place'),
})
