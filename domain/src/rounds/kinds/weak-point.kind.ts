import { counted } from '../../counted/units.ts'
import { choice, dwelling, staff, text, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { register } from '../../kinds/register/register.ts'

const kinds = {
  market: w('集贸市场、摊点', 'Market, stalls'),
  lane: w('背街小巷', 'Back lane'),
  dump: w('垃圾堆放点', 'Rubbish dump'),
  water: w('积水、沟渠', 'Standing water, ditches'),
  toilet: w('公厕', 'Public toilet'),
  vacant: w('空宅、荒地', 'Empty house, waste land'),
  restaurant: w('餐饮、聚集营业场所', 'Restaurant or place where many come'),
}

/** A place that is patrolled since dirt or crowds come back there, and who answers for it (2020A 六; 2021 十一). */
export const weakPoint = register({
  name: 'rounds.weak-point',
  version: 3,
  words: w('环境薄弱点', 'Weak points'),
  unit: counted('处', 'point', 'points'),
  area: 'environment',
  acts: ['add', 'change', 'set-state', 'still-right', 'end'],
  title: 'name',
  states: { watched: w('要巡查', 'Watched'), mended: w('整治好了', 'Mended') },
  reviewDays: 30,
  fields: {
    name: text(w('叫什么', 'Name'), 60, { must: true }),
    kind: choice(w('哪一类', 'Kind'), kinds, { must: true, list: true, filter: true }),
    house: dwelling(w('哪处空宅', 'Which empty house'), { since: 3, when: { kind: 'vacant' } }),
    where: text(w('在哪里', 'Where'), 80, { must: true, list: true }),
    keeper: staff(w('社区谁盯着', 'Who of the community watches it'), { since: 3, list: true }),
    answers: text(w('责任单位', 'Who answers for it'), 60, { must: true, list: true }),
  },
  handling: service(w('环境薄弱点有人管、管到底', 'weak points are looked after until they are mended'), 730, 'place'),
})
