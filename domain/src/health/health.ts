import type { Proposal } from '@wangdi/policy/engine/answer.ts'
import Type, { type Static } from 'typebox'
import { Day, Id, Instant, Maybe, OneOf } from '../schema.ts'

export const Colour = OneOf('green', 'yellow', 'red')
export type Colour = Static<typeof Colour>

export const Disease = OneOf('none', 'stable', 'unstable')
export type Disease = Static<typeof Disease>

export const Vaccination = OneOf('full', 'partial', 'none')
export type Vaccination = Static<typeof Vaccination>

export const HealthSource = OneOf('import', 'clinic', 'self', 'family', 'visit')
export type HealthSource = Static<typeof HealthSource>

/** What is known of a person's health on a day: the newest word on each point; null is not known. */
export const HealthState = Type.Object({
  disease: Maybe(Disease),
  doses: Maybe(Type.Integer()),
  last_dose_on: Maybe(Day),
  vaccination: Maybe(Vaccination),
  infected_since: Maybe(Day),
  /** The family doctor, as a survey named them. */
  doctor: Maybe(Type.String()),
  stated_on: Maybe(Day),
  source: Maybe(HealthSource),
})
export type HealthState = Static<typeof HealthState>

/** A doctor's word on the colour of a person, beside what the table had proposed. */
export const ColourDecision = Type.Object({
  id: Id,
  colour: Colour,
  proposed: Maybe(Colour),
  reason: Type.String(),
  by: Type.String(),
  at: Instant,
})
export type ColourDecision = Static<typeof ColourDecision>

/** What the dated table proposes, as the engine says it. */
export const ColourProposal = Type.Unsafe<Proposal>({})
