import Type, { type Static } from 'typebox'
import { Match, OriginKind } from '../../people/arrival/arrival.ts'
import { DoorText } from '../../places/door-plate.ts'
import { Sex } from '../../people/person.ts'
import { CommunityCode, Day, Id, Instant, Maybe, OneOf, Text } from '../../schema.ts'
import { DatedPhase, PersonKind } from '../observation.ts'

/**
 * Where an arrival stands on its way to a decision: not here yet · its origin is being checked · waits for county health · its
 * term is over already · the rules ask nothing of it · decided. Each stands at one of them, so that they add up.
 */
export const Stage = OneOf('expected', 'checking', 'decide', 'over', 'out', 'decided')
export type Stage = Static<typeof Stage>
export const stages = ['expected', 'checking', 'decide', 'over', 'out', 'decided'] as const satisfies Stage[]

/**
 * Why somebody is decided alone: the home is not fit · the rule gives something else than for the others of the group · a child,
 * or somebody who needs care, is not to be alone · no door is known · who it is is in doubt · another stay runs already.
 */
export const Exception = OneOf('home-unfit', 'other-term', 'child', 'needs-care', 'no-door', 'in-doubt', 'running')
export type Exception = Static<typeof Exception>

/** Why an arrival is still being checked: nobody confirmed the level of its origin, or the day of leaving is not known. */
export const ToCheck = OneOf('origin', 'left-day')
export type ToCheck = Static<typeof ToCheck>

const Said = Type.Object({ zh: Type.String(), en: Type.String() })

/** What the rules propose for somebody who arrived: kind of person, day zero, phases; none where no national rule was found. */
export const ArrivalProposal = Type.Object({
  kind: PersonKind,
  /** What a kind is called that a notice brings; left out where the level of the origin gives it. */
  kind_words: Type.Optional(Said),
  /** Other kinds under which this arrival falls by the rules about something else, with their last days; each needs an order of its own. */
  also: Type.Optional(Type.Array(Type.Object({ kind: PersonKind, words: Said, last_day: Maybe(Day) }))),
  day_zero: Day,
  /** The day the phases count from: day zero counts as day 0 or 1, as the rules of the day set it. */
  counts_from: Day,
  phases: Type.Array(DatedPhase),
  last_day: Maybe(Day),
  /** The rule that answers; null where a local order decides. */
  rule: Maybe(Type.String()),
  rules_of: Day,
  certain: Type.Boolean(),
  source: Maybe(Type.Object({ document: Type.String(), section: Type.String() })),
  note: Maybe(Type.Object({ zh: Type.String(), en: Type.String() })),
  /** What is not known and could change the answer, in the words of the policy vocabulary. */
  missing: Type.Array(Type.String()),
  /** Of these, what notices bring, as they call it. */
  asks: Type.Optional(Type.Array(Type.Object({ name: Type.String(), words: Said }))),
})
export type ArrivalProposal = Static<typeof ArrivalProposal>

/** What was decided about an arrival: a stay was ordered, for it or for its person, or it is registered and nothing else. */
export const ArrivalDecision = Type.Object({
  id: Id,
  outcome: OneOf('ordered', 'registered'),
  observation: Maybe(Id),
  number: Maybe(Type.String()),
  reason: Type.String(),
  by: Type.String(),
  at: Instant,
  delivered: Type.Boolean(),
  /** An order that was given for the person without naming the arrival: it is ended as an order, not taken back as a decision. */
  alone: Type.Boolean(),
})

/** One person of the queue. */
export const QueueRow = Type.Object({
  arrival: Id,
  version: Type.Integer(),
  person: Id,
  name: Type.String(),
  sex: Maybe(Sex),
  age: Maybe(Type.Integer()),
  community: CommunityCode,
  dwelling: Maybe(Id),
  door: DoorText,
  phone: Maybe(Type.String({ description: 'masked' })),
  match: Match,
  origin: Type.String(),
  origin_kind: OriginKind,
  arrived_on: Day,
  left_origin_on: Maybe(Day),
  stage: Stage,
  to_check: Maybe(ToCheck),
  checked: Maybe(Type.Object({ by: Type.String(), at: Instant })),
  /** Calls in a row that nobody answered. */
  unanswered: Type.Integer(),
  sent_back: Maybe(Type.Object({ why: Type.String(), by: Type.String(), at: Instant })),
  proposal: Maybe(ArrivalProposal),
  exceptions: Type.Array(Exception),
  decision: Maybe(ArrivalDecision),
})
export type QueueRow = Static<typeof QueueRow>

/** Which group of arrivals is meant: the same stage, origin, level and day. */
export const GroupKey = Type.Object({
  stage: Stage,
  origin_kind: OriginKind,
  /** The origin as it is compared: the code of its county where it was recognised, else the name without blanks. */
  origin: Text(80),
  /** The day of leaving the origin; of arriving, where that is not known. */
  day: Day,
  day_is: OneOf('left', 'arrived'),
})
export type GroupKey = Static<typeof GroupKey>

/** Arrivals of one origin, level and day, with what is proposed for most of them. */
export const QueueGroup = Type.Object({
  ...GroupKey.properties,
  /** The origin as it was told most often. */
  name: Type.String(),
  people: Type.Integer(),
  exceptions: Type.Integer(),
  communities: Type.Integer(),
  /** Null while it is being checked, or where nothing is asked. */
  proposal: Maybe(ArrivalProposal),
})
export type QueueGroup = Static<typeof QueueGroup>
