import { counted } from '../../counted/units.ts'
import { amount, checklist, choice, count, file, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { round } from '../../kinds/round/round.ts'

const results = { done: w('做了', 'Done'), closed: w('没开门', 'Was closed'), 'no-agent': w('没药水', 'No agent') }
const agents = { chlorine: w('含氯消毒液', 'Chlorine'), alcohol: w('75% 酒精', 'Alcohol 75 %'), uv: w('紫外线', 'UV light') }
const items = {
  air: w('开窗通风', 'Aired'),
  handles: w('门把手、扶手、按键', 'Handles, rails, buttons'),
  tables: w('桌椅、器材', 'Tables and equipment'),
  floor: w('地面', 'Floor'),
  toilet: w('卫生间', 'Toilet'),
  rubbish: w('垃圾清运', 'Rubbish taken away'),
}
const isDone = { done: 'done' }

/** Cleaning, disinfection and airing of the facilities that are open, every day (2020A 五; 2020P 低风险; 卫生机构诊疗环境每日). */
export const disinfection = round({
  name: 'rounds.disinfection',
  version: 2,
  words: w('清洁消毒通风', 'Cleaning, disinfection, airing'),
  unit: counted('处', 'place', 'places'),
  area: 'environment',
  acts: ['record', 'replace'],
  over: { things: 'rounds.facility', where: ['open', 'limited'] },
  everyDays: 1,
  result: { field: 'done', done: ['done'] },
  fields: {
    done: choice(w('做了没有', 'Done'), results, { must: true }),
    agent: choice(w('用什么', 'Agent'), agents, { when: isDone, must: true }),
    strength: amount(w('浓度', 'Strength'), { mgl: w('mg/L', 'mg/L') }, { when: { agent: 'chlorine' }, must: true }),
    minutes: count(w('作用多少分钟', 'Minutes it worked'), { when: isDone }),
    items: checklist(w('做了哪些', 'What was done'), items, { when: isDone, must: true }),
    photos: file(w('现场照片', 'Photos of the spot'), 2, { since: 2, when: isDone }),
  },
  handling: service(w('公共场所每天清洁消毒通风', 'public places are cleaned, disinfected and aired daily'), 730, 'place'),
  proves: ['visits.disinfection'],
  phone: true,
})
