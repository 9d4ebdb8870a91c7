import { counted } from '../../../counted/units.ts'
import { choice, count, day, longText, place, text, w } from '../../../kinds/fields.ts'
import { service } from '../../../kinds/kind.ts'
import { register } from '../../../kinds/register/register.ts'

const leaders = {
  health: w('公共卫生委员会', 'Public health committee'),
  committee: w('居（村）民委员会', 'Residents’ committee'),
  property: w('物业', 'Property firm'),
  unit: w('驻区单位', 'Local organisation'),
}

/** A patriotic health campaign: where, from when to when, who leads it, what is done and how many came (2020A 五; 2021 十一). */
export const campaign = register({
  name: 'rounds.campaign',
  version: 2,
  words: w('爱国卫生运动', 'Health campaigns'),
  unit: counted('场', 'campaign', 'campaigns'),
  area: 'environment',
  acts: ['add', 'change', 'set-state', 'end'],
  title: 'name',
  states: { planned: w('在准备', 'Planned'), running: w('进行中', 'Running'), over: w('做完了', 'Over') },
  fields: {
    name: text(w('名称', 'Name'), 60, { must: true }),
    leads: choice(w('谁牵头', 'Led by'), leaders, { must: true, list: true, filter: true }),
    from: day(w('从哪天', 'From'), { must: true, list: true }),
    until: day(w('到哪天', 'Until'), { must: true, list: true }),
    place: place(w('在哪个社区', 'In which community'), { since: 2 }),
    where: text(w('哪些地方', 'Where'), 200, { must: true }),
    tasks: longText(w('做哪些事', 'What is done'), 1000, { must: true }),
    people: count(w('来了多少人', 'People who came')),
  },
  handling: service(w('环境整治有组织、有记录', 'cleaning campaigns are led and recorded'), 730, 'place'),
})
