import Type from 'typebox'
import { CommunityCode, Day, Id, Instant, Maybe, OneOf } from '../schema.ts'
import { AlertAnswer, Episode, OrderSubject, PersonKind, Reading } from './observation.ts'
import { DoorText } from '../places/door-plate.ts'

/** One half day of a stay as lists show it. */
export const SlotState = Type.Object({
  day: Day,
  half: OneOf('morning', 'evening'),
  due_at: Instant,
  state: OneOf('done', 'abnormal', 'not-measured', 'due', 'missing'),
  /** The worst of the slot. */
  temperature: Maybe(Type.Number()),
  symptoms: Type.Integer(),
})

/** A stay in a list; names and doors only for those whose reach concerns people. */
export const EpisodeRow = Type.Object({
  ...Episode.properties,
  kind_words: Type.Object({ zh: Type.String(), en: Type.String() }),
  /** What the order is about. */
  subject: OrderSubject,
  name: Type.String(),
  age: Maybe(Type.Integer()),
  door: DoorText,
  state: OneOf('ordered', 'running', 'ended'),
  where: Maybe(Type.String()),
  /** Day n of N; null when it is not running. */
  day: Maybe(Type.Integer()),
  days: Type.Integer(),
  today: Type.Array(SlotState),
  missing: Type.Integer(),
  alerts: Type.Integer(),
  notice_delivered: Type.Boolean(),
  test_today: Type.Boolean(),
})

/** One of the six steps of a managed person (紧急通知 2020-01-29 任务一) with time and person. */
export const Step = Type.Object({
  step: OneOf('traced', 'registered', 'managed', 'visited', 'regular', 'treated'),
  state: OneOf('done', 'late', 'skipped', 'open', 'not-needed'),
  at: Maybe(Instant),
  by: Maybe(Type.String()),
})

/** An abnormal reading with how long it has waited. */
export const AlertRow = Type.Object({
  reading: Reading,
  observation: Id,
  person: Id,
  name: Type.String(),
  age: Maybe(Type.Integer()),
  door: DoorText,
  community: CommunityCode,
  dwelling: Maybe(Id),
  kind: PersonKind,
  kind_words: Type.Object({ zh: Type.String(), en: Type.String() }),
  fever: Type.Boolean(),
  answers: Type.Array(AlertAnswer),
  /** Minutes since it reached the house; to the answer where there is one. */
  waited: Type.Integer(),
})

/** Arrivals from places of one level, and what became of them; a sum over nobody is a known zero. */
export const ArrivalCount = Type.Object({
  origin_kind: OneOf('abroad', 'high', 'medium', 'low', 'unknown'),
  expected: Type.Integer(),
  arrived: Type.Integer(),
  checked: Type.Integer(),
  observed: Type.Integer(),
})
