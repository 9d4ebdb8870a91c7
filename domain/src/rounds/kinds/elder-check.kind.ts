import { counted } from '../../counted/units.ts'
import { checklist, choice, count, longText, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { round } from '../../kinds/round/round.ts'

const results = { checked: w('查了', 'Checked'), 'not-let-in': w('没进去', 'Not let in') }
const isChecked = { done: 'checked' }
const items = {
  readings: w('老人、员工测温', 'Residents and staff are measured'),
  visitors: w('探视登记', 'Visitors are registered'),
  air: w('通风', 'Aired'),
  disinfected: w('消毒', 'Disinfected'),
  room: w('隔离房间空着', 'The isolation room is free'),
  goods: w('防护物资够', 'Protection is in stock'),
  staff: w('员工没有带病上岗', 'Nobody works while ill'),
}

/** A look at each elder-care site every day: who is ill, who came, what is not as the guide says (2023 三). */
export const elderCheck = round({
  name: 'rounds.elder-check',
  version: 1,
  words: w('养老机构每日检查', 'Daily look at elder-care sites'),
  unit: counted('家', 'site', 'sites'),
  area: 'environment',
  acts: ['record', 'replace'],
  over: { things: 'rounds.elder-site', where: ['open', 'limited', 'closed'] },
  everyDays: 1,
  result: { field: 'done', done: ['checked'] },
  finding: 'rounds.mend',
  fields: {
    done: choice(w('查了没有', 'Checked'), results, { must: true }),
    ill: count(w('发热、有症状的人数', 'People with fever or symptoms'), { when: isChecked, must: true }),
    told: longText(w('怎么处置的', 'What was done'), 500, { when: { ill: { at_least: 1 } }, must: true }),
    visitors: count(w('今天探视的人数', 'Visitors today'), { when: isChecked, must: true }),
    free: count(w('空床位', 'Free beds'), { when: isChecked }),
    items: checklist(w('逐项看', 'Item by item'), items, { when: isChecked, must: true }),
  },
  handling: service(w('养老机构每天有人查', 'elder-care sites are looked at daily'), 730, 'place'),
  proves: ['visits.elder-care'],
  daily: { document: '民发〔2023〕5号', section: '三' },
})
