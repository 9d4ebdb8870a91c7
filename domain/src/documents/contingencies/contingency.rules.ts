import { addDays } from '../../day.ts'
import type { Problem } from '../../problem.ts'
import type { Day, PlaceCode } from '../../schema.ts'
import { type ContingencyKind, longestReview, type Partner } from './contingency.ts'
import { problems } from './contingency.problems.ts'

interface Said {
  readonly place: PlaceCode
  readonly kind: ContingencyKind
  readonly after: number | null
  readonly triggers: readonly string[]
  readonly partners: readonly Partner[]
  readonly review_on: Day
  readonly changed: string
}

/** Why a version cannot be kept as written: no day to look again, no word on what changed, or a service plan nobody could start. */
export function whyNotPlan(said: Said, today: Day): Problem | undefined {
  if (said.place.length < 6) return problems.noPlan({})
  const until = addDays(today, longestReview)
  if (said.review_on <= today || said.review_on > until) return problems.reviewDay({ from: addDays(today, 1), until })
  if (said.after !== null && said.changed.trim() === '') return problems.whatChanged({})
  if (said.kind === 'service' && (said.triggers.length === 0 || said.partners.length === 0)) return problems.whenAndWho({})
  return undefined
}

/** Why somebody may not approve a version: it must be the newest, not approved yet, and written by another person. */
export function whyNotApprove(
  newest: { version: number; by_account: string; approved: boolean },
  said: { version: number },
  account: string,
): Problem | undefined {
  if (newest.version !== said.version || newest.approved) return problems.notNewest({})
  return newest.by_account === account ? problems.secondPerson({}) : undefined
}
