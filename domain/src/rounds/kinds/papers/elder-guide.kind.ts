import { counted } from '../../../counted/units.ts'
import { longText, text, thing, w } from '../../../kinds/fields.ts'
import { document } from '../../../kinds/document/document.ts'
import { service } from '../../../kinds/kind.ts'

/** The guide of a site of elder care, by its team that the clinic leads, under the community; each version holds until the next (2023 三). */
export const elderGuide = document({
  name: 'rounds.elder-guide',
  version: 2,
  words: w('养老机构防控指引', 'Guides for elder-care sites'),
  unit: counted('份', 'guide', 'guides'),
  area: 'environment',
  acts: ['save', 'approve', 'publish', 'receive', 'withdraw'],
  title: 'name',
  letters: '养防',
  reviewDays: 30,
  fields: {
    name: text(w('名称', 'Title'), 60, { must: true }),
    basis: text(w('参照（文件、版次）', 'Based on (document, version)'), 120, { must: true }),
    team: longText(w('专班怎么分工', 'Who of the team does what'), 800, { must: true }),
    visits: longText(w('探视、外出', 'Visits and going out'), 800, { must: true }),
    daily: longText(w('每天怎么测、怎么消毒', 'Daily checks and cleaning'), 800, { must: true }),
    ill: longText(w('有人发热怎么办', 'When somebody has fever'), 800, { must: true }),
    goods: longText(w('物资、药品', 'Goods and medicines'), 500),
  },
  receipt: {
    home: thing('rounds.elder-site', w('哪家机构收的', 'Which site'), { since: 2, list: true }),
    site: text(w('不在册的机构', 'A site not on the register'), 60, {
      when: { home: { filled: false } },
      must: true,
      list: true,
    }),
    post: text(w('收的人的岗位', 'Post of who took it'), 40, { must: true }),
  },
  phone: true,
  handling: service(w('养老机构照同一版指引做', 'elder-care sites work by one guide'), 730, 'place'),
})
