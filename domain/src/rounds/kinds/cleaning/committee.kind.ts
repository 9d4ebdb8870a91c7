import { counted } from '../../../counted/units.ts'
import { choice, person, rows, text, w } from '../../../kinds/fields.ts'
import { service } from '../../../kinds/kind.ts'
import { register } from '../../../kinds/register/register.ts'

const kinds = {
  health: w('公共卫生委员会', 'Public health committee'),
  environment: w('环境和物业管理委员会', 'Committee for environment and property'),
  owners: w('业主委员会', 'Owners’ committee'),
  member: w('不设委员会，委员分工管公共卫生', 'No committee: a member sees to public health'),
  other: w('其他', 'Other'),
}

/** A committee of the community, or the member who does its work where there is none, and what each sees to (2021 十一; 2023 二). */
export const committee = register({
  name: 'rounds.committee',
  version: 4,
  words: w('下属委员会', 'Committees'),
  unit: counted('个', 'committee', 'committees'),
  area: 'environment',
  acts: ['add', 'change', 'still-right', 'end'],
  title: 'name',
  reviewDays: 180,
  fields: {
    name: text(w('名称', 'Name'), 60, { must: true }),
    kind: choice(w('哪一类', 'Kind'), kinds, { must: true, list: true, filter: true }),
    members: rows(
      w('成员和分工', 'Members and their tasks'),
      {
        resident: person(w('居民', 'Resident'), { since: 3 }),
        who: text(w('不在名册上的', 'Somebody else'), 20, { when: { resident: { filled: false } }, must: true }),
        sees_to: text(w('管什么', 'Sees to'), 60, { must: true }),
      },
      30,
      { must: true },
    ),
  },
  handling: service(w('委员会有人、有分工', 'committees have members and tasks'), 365, 'person'),
  ...{ proves: ['staff.committees'], provesBy: { kind: ['health', 'member'] } },
})
