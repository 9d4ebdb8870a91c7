import Type, { type Static } from 'typebox'
import { Day, Id, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'
import type { Words } from '../../problem.ts'

/** Posts of a community's working group (notice of 2020-01-24, section on organisation), and the secretary of any level. */
export const posts = {
  secretary: { zh: '书记', en: 'Party secretary' },
  lead: { zh: '组长', en: 'Lead' },
  'deputy-lead': { zh: '副组长', en: 'Deputy lead' },
  doctor: { zh: '社区（村）医生', en: 'Community or village doctor' },
  member: { zh: '成员', en: 'Member' },
} as const satisfies Record<string, Words>

export const Post = OneOf(...(Object.keys(posts) as (keyof typeof posts)[]))
export type Post = keyof typeof posts

/** Somebody in a working group, with or without an account; `deputy` steps in when they are away. */
export const TeamMember = Type.Object({
  id: Id,
  place: PlaceCode,
  post: Post,
  name: Text(40),
  phone: Maybe(Text(20)),
  duty: Text(200),
  deputy: Maybe(Text(40)),
  from: Day,
  version: Type.Integer(),
})
export type TeamMember = Static<typeof TeamMember>

/** How many hold a post, and how many of them have a deputy. */
export const HeldPost = Type.Object({ post: Post, held: Type.Integer(), with_deputy: Type.Integer() })
export type HeldPost = Static<typeof HeldPost>
