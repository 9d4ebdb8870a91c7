import { counted } from '../../counted/units.ts'
import { count, day, link, longText, phone, rows, text, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { register } from '../../kinds/register/register.ts'

/** A site of elder care: its team, its guide, whether it is open; what is said holds when a second person approved it (2023 三). */
export const elderSite = register({
  name: 'rounds.elder-site',
  version: 3,
  words: w('养老机构', 'Elder-care sites'),
  unit: counted('家', 'site', 'sites'),
  area: 'environment',
  acts: ['add', 'change', 'approve', 'set-state', 'still-right', 'end'],
  title: 'name',
  states: { open: w('开放', 'Open'), limited: w('限制探视', 'Visits limited'), closed: w('封闭管理', 'Closed') },
  reviewDays: 30,
  fields: {
    name: text(w('名称', 'Name'), 60, { must: true }),
    where: text(w('在哪里', 'Where'), 80, { must: true, list: true }),
    beds: count(w('床位', 'Beds'), { must: true, list: true }),
    lead: text(w('应对专班组长（卫生服务站）', 'Head of the team, of the clinic'), 40, { must: true, list: true }),
    call: phone(w('组长电话', 'Phone of the head'), { must: true }),
    team: rows(
      w('专班成员', 'The team'),
      {
        who: text(w('姓名或岗位', 'Name or post'), 40, { must: true }),
        does: text(w('负责什么', 'For what'), 60, { must: true }),
      },
      20,
      { must: true },
    ),
    paper: link('rounds.elder-guide', w('防控指引', 'The guide'), { since: 3, list: true }),
    guide: text(w('指引第几版', 'Which version'), 40, { when: { paper: { filled: false } }, must: true, list: true }),
    since: day(w('指引哪天起用', 'Guide in force from'), { must: true }),
    rooms: longText(w('隔离房间、应急安排', 'Isolation rooms, plans'), 500),
  },
  handling: service(
    w('养老机构有专班、有指引、有人查', 'elder-care sites have a team, a guide and are looked at'),
    730,
    'place',
    'person',
  ),
})
