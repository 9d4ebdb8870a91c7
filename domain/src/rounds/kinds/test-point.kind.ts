import { counted } from '../../counted/units.ts'
import { choices, hours, text, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { register } from '../../kinds/register/register.ts'

const conditions = {
  shelter: w('遮雨避风', 'Shelter'),
  power: w('通电', 'Power'),
  water: w('洗手', 'Washing'),
  distance: w('一米线', 'Distance marks'),
  waste: w('医废桶', 'Bins for medical waste'),
  barrier: w('无障碍', 'Step-free'),
}

/** A point where residents are tested: place, hours, who runs it, what it has (2023 五). */
export const testPoint = register({
  name: 'rounds.test-point',
  version: 2,
  words: w('便民检测点', 'Test points'),
  unit: counted('个', 'point', 'points'),
  area: 'environment',
  acts: ['add', 'change', 'set-state', 'still-right', 'end'],
  title: 'name',
  states: { open: w('开放', 'Open'), closed: w('停用', 'Closed') },
  reviewDays: 30,
  fields: {
    name: text(w('名称', 'Name'), 60, { must: true }),
    where: text(w('在哪里', 'Where'), 80, { must: true, list: true }),
    hours: hours(w('时间', 'Hours'), { list: true }),
    provider: text(w('谁来采样', 'Run by'), 60, { must: true, list: true }),
    conditions: choices(w('具备哪些条件', 'What it has'), conditions),
  },
  handling: service(w('做检测就近方便', 'tests are near'), 365, 'place'),
})
