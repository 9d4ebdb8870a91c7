import Type, { type Static } from 'typebox'
import { command, query } from '../endpoint.ts'
import { Role } from '../roles.ts'
import { CommunityCode, Id, Maybe, OneOf, PlaceCode, Text } from '../schema.ts'
import { Post } from './team/team.ts'

/** Where somebody who answers for a community is known from: a post of its working group, else the account of its director. */
const KnownBy = OneOf('post', 'account')

/** Who answers for a community, and whether there is a number to call. */
const Answering = Type.Object({
  place: CommunityCode,
  by: KnownBy,
  id: Id,
  name: Text(40),
  post: Maybe(Post),
  role: Maybe(Role),
  deputy: Maybe(Text(40)),
  has_phone: Type.Boolean(),
})
export type Answering = Static<typeof Answering>

/** Whom to call of each community of a street or county: the lead of its working group, its secretary, else its director. No number. */
export const listAnswering = query({
  name: 'staff.answers-for',
  at: 'GET /staff/answering',
  words: { zh: '看各社区谁负责', en: 'See who answers for communities' },
  input: Type.Object({ place: PlaceCode }),
  reply: Type.Object({ rows: Type.Array(Answering) }),
})

/** Shows the duty phone of somebody who answers for a community; who asked for it stands in the audit. */
export const showDutyPhone = command({
  name: 'staff.show-duty-phone',
  at: 'POST /staff/answering/phone',
  words: { zh: '看负责人电话', en: 'See a duty phone' },
  input: Type.Object({ place: CommunityCode, by: KnownBy, id: Id }),
  reply: Type.Object({ phone: Text(20) }),
})
