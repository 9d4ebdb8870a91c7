import { counted } from '../../counted/units.ts'
import { choice, count, longText, text, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { register } from '../../kinds/register/register.ts'

const deciders = { community: w('社区', 'The community'), street: w('街道', 'The street'), county: w('县区', 'The county') }

/** An item of government affairs with its papers, term and who decides: a page to read out or print (2021 十六). */
export const guide = register({
  name: 'requests.guide',
  version: 2,
  words: w('办事指南', 'Guide to affairs'),
  unit: counted('项', 'item', 'items'),
  area: 'services',
  acts: ['add', 'change', 'approve', 'still-right', 'end'],
  title: 'name',
  reviewDays: 180,
  fields: {
    name: text(w('事项', 'Item'), 60, { must: true }),
    decides: choice(w('谁办', 'Decided by'), deciders, { must: true, list: true, filter: true }),
    papers: longText(w('要带什么', 'Papers to bring'), 1000, { must: true }),
    days: count(w('几个工作日', 'Working days'), { list: true }),
    steps: longText(w('怎么办', 'How it goes'), 1000),
  },
  handling: service(w('居民一次问清、一次带齐', 'residents hear once what is needed'), 365, 'place'),
})
