import Type from 'typebox'
import { command, query } from '../../endpoint.ts'
import { CommunityCode, Day, Id, Maybe, PlaceCode, Text } from '../../schema.ts'
import { HeldPost, Post, TeamMember } from './team.ts'

/**
 * The working group of a community: who holds which post, which posts are empty, and the five secretaries above each other.
 * Above the county nobody is named: `held` says how many hold each post.
 */
export const readTeam = query({
  name: 'staff.team',
  at: 'GET /staff/team/:community',
  words: { zh: '看防控工作组', en: 'See the working group' },
  input: Type.Object({ community: CommunityCode }),
  reply: Type.Object({
    members: Type.Array(TeamMember, { maxItems: 500 }),
    held: Type.Array(HeldPost, { maxItems: 10 }),
    empty: Type.Array(Post, { maxItems: 10 }),
    withoutDeputy: Type.Array(Post, { maxItems: 10 }),
    chain: Type.Array(Type.Object({ place: PlaceCode, placeName: Text(80), secretary: Maybe(TeamMember) }), { maxItems: 5 }),
  }),
})

/** Gives somebody a post in the working group of a place, or changes it; the post begins today. */
export const saveMember = command({
  name: 'staff.save-member',
  at: 'POST /staff/team',
  words: { zh: '定工作组成员', en: 'Set a member of the working group' },
  input: Type.Object({
    id: Id,
    place: PlaceCode,
    post: Post,
    name: Text(40, 1),
    phone: Maybe(Type.String({ pattern: '^[0-9+() -]{3,20}$', maxLength: 20 })),
    duty: Text(200),
    deputy: Maybe(Text(40, 1)),
    version: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  reply: Type.Object({ id: Id, version: Type.Integer() }),
})

/** Ends a post; who held it when stays on record. */
export const endMember = command({
  name: 'staff.end-member',
  at: 'POST /staff/team/:id/end',
  words: { zh: '免去工作组成员', en: 'End a post in the working group' },
  input: Type.Object({ id: Id, version: Type.Integer({ minimum: 1 }) }),
  reply: Type.Object({ id: Id, until: Day }),
})
