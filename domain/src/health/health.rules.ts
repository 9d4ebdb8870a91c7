import type { Proposal } from '@wangdi/policy/engine/answer.ts'
import type { Colour, ColourDecision, Vaccination } from './health.ts'

/** Doses as the table of 2022-12 counts them: three or more full, one or two partial; not told stays unknown. */
export const vaccinationOf = (doses: number | null): Vaccination | null =>
  doses === null ? null : doses >= 3 ? 'full' : doses > 0 ? 'partial' : 'none'

/** Where the colour of a person stands: a doctor's word, one that the table has moved away from since, or none yet. */
export function colourState(
  proposal: Pick<Proposal, 'value'>,
  decision: Pick<ColourDecision, 'proposed'> | null,
): 'confirmed' | 'changed' | 'open' | 'unknown' {
  if (decision) return decision.proposed === proposal.value ? 'confirmed' : 'changed'
  return proposal.value === null ? 'unknown' : 'open'
}

/** The colour that counts: the doctor's word where there is one (个人信息保护法 §24), else what the table proposes. */
export const colourOf = (proposal: Pick<Proposal, 'value'>, decision: Pick<ColourDecision, 'colour'> | null): Colour | null =>
  decision?.colour ?? (proposal.value as Colour | null)

/** Red first, then yellow, green, unknown; the oldest first within. */
export function byUrgency(
  a: { colour: Colour | null; age: number | null },
  b: { colour: Colour | null; age: number | null },
): number {
  const order = ['red', 'yellow', 'green']
  const rank = (colour: Colour | null) => (colour === null ? order.length : order.indexOf(colour))
  return rank(a.colour) - rank(b.colour) || (b.age ?? 0) - (a.age ?? 0)
}
