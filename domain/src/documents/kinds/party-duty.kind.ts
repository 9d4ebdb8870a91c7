import { counted } from '../../counted/units.ts'
import { choice, longText, text, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { register } from '../../kinds/register/register.ts'

const parties = {
  place: w('属地', 'The place'),
  department: w('部门', 'Departments'),
  unit: w('单位', 'Units'),
  person: w('个人', 'Persons'),
}

/**
 * What each of the four parties answers for at a place, signed for (精准化方案 2020, 保障措施: 四方责任). Other words are another promise:
 * the signature goes with the old ones. A resident is never named: the party of persons is everybody.
 */
export const partyDuty = register({
  name: 'documents.party-duty',
  version: 1,
  words: w('四方责任', 'Duties of the four parties'),
  unit: counted('条', 'duty', 'duties'),
  area: 'organisation',
  acts: ['add', 'sign', 'change', 'end'],
  title: 'holder',
  each: 'party',
  alike: ['party', 'duty'],
  fields: {
    party: choice(w('哪一方', 'Party'), parties, { must: true, list: true, filter: true }),
    holder: text(w('谁', 'Who'), 60, { must: true }),
    duty: longText(w('负什么责', 'Answers for'), 300, { must: true, list: true }),
  },
  handling: service(
    w('四方各担各的责，签了字的查得到', 'who answers for what, and signed for it, can be looked up'),
    3650,
    'place',
    'person',
  ),
  proves: ['staff.parties'],
  page: 'own',
})
