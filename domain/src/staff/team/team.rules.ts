import { ancestryOf } from '../../place-code.ts'
import type { PlaceCode } from '../../schema.ts'
import type { HeldPost, Post, TeamMember } from './team.ts'

/** Posts that a working group must not leave empty (2020-01-24, first article: committee and doctor are its backbone). */
export const neededPosts: readonly Post[] = ['secretary', 'lead', 'doctor', 'member']

/** The needed posts of a community that nobody holds, and holders without a deputy among lead and doctor. */
export function gapsOf(posts: readonly HeldPost[]): { empty: Post[]; withoutDeputy: Post[] } {
  const of = (post: Post) => posts.find((one) => one.post === post)
  return {
    empty: neededPosts.filter((post) => (of(post)?.held ?? 0) === 0),
    withoutDeputy: (['lead', 'doctor'] as const).filter((post) => of(post)?.held === 1 && of(post)?.with_deputy === 0),
  }
}

/** The chain of five secretaries of a community (2023-01: from province to village), nobody where none is recorded. */
export const chainOf = (community: PlaceCode, secretaries: readonly TeamMember[]) =>
  ancestryOf(community)
    .filter((place) => place !== '')
    .map((place) => ({ place, secretary: secretaries.find((one) => one.place === place && one.post === 'secretary') ?? null }))
