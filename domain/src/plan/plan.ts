import { aspects, type EvidenceName, roles as actors, strengths, type Subject, subjects } from '@wangdi/policy/vocabulary.ts'
import Type, { type Static } from 'typebox'
import { type Unit, units } from '../counted/units.ts'
import { Day, Id, Instant, Maybe, OneOf } from '../schema.ts'
import { MeasureDetail } from './details/details.ts'

export const SubjectName = OneOf(...(Object.keys(subjects) as Subject[]))
export const SaidWords = Type.Object({ zh: Type.String(), en: Type.String() })
export const Source = Type.Object({ document: Type.String(), section: Type.String() })

/** Records of the house, or a line of the daily report that a pack brings. */
const Proof = Type.Unsafe<EvidenceName>(Type.String())
const Changed = Type.Object({ id: Type.String(), text: SaidWords })

/**
 * The to-do list of a change of level or response in a place: what starts, what stops, whom it takes and what goods. `on_hand`
 * counts active accounts of that post at the place, below it and at the levels it lies in; null where the post has no accounts.
 */
export const ToDoList = Type.Object({
  started: Type.Array(Changed),
  stopped: Type.Array(Changed),
  people: Type.Array(
    Type.Object({
      role: OneOf(...(Object.keys(actors) as (keyof typeof actors)[])),
      started: Type.Integer(),
      stopped: Type.Integer(),
      on_hand: Maybe(Type.Integer()),
    }),
  ),
  goods: Type.Object({ started: Type.Array(Changed), stopped: Type.Array(Changed) }),
})
export type ToDoList = Static<typeof ToDoList>

/**
 * How far a measure is. `nothing`: its records ask for nothing on the day. `unknown`: no record proves it and nobody has said it.
 * `no-register`: the register that would prove it is not kept yet. None of the three is ever taken for done.
 */
export const ItemState = OneOf('done', 'part', 'not', 'unknown', 'nothing', 'no-register')
export type ItemState = Static<typeof ItemState>

/** What a count of a measure counts, and which list stands behind it. */
export const EvidenceUnit = OneOf(...(Object.keys(units) as Unit[]))
export const EvidenceList = OneOf(
  'survey-doors',
  'due-persons',
  'review-marks',
  'vacant-grids',
  'unconfirmed-arrivals',
  'undecided-arrivals',
  'unconfirmed-colours',
  'unknown-health',
  'due-readings',
  'alerts',
  'daily-report',
  'round-doors',
  'plans-to-renew',
  'old-measures',
  'open-complaints',
  'waiting-demands',
  'units-to-visit',
  'elder-care-to-visit',
  'posts-without-duty',
  'unsigned-duties',
  'undelivered-notices',
  'undelivered-releases',
)
export type EvidenceList = Static<typeof EvidenceList>

/** What records say of one kind of evidence on a day. */
export const Evidence = Type.Object({
  name: Proof,
  /** Of `due` so many are done, so many tried in vain, and so many left: the rows of the list. */
  due: Type.Integer(),
  done: Type.Integer(),
  tried: Type.Integer(),
  left: Type.Integer(),
  unit: EvidenceUnit,
  list: Maybe(EvidenceList),
  /** The round whose doors are meant, where there is one. */
  round: Maybe(Id),
  /** The declared kind whose records are counted, and whose list opens them. */
  kind: Type.Optional(Type.String()),
  /** Of a register that may truly be empty, and is: how many days a named person's word holds that there is none. */
  none_days: Type.Optional(Type.Integer()),
})
export type Evidence = Static<typeof Evidence>

/** What a named person says of a measure: how far it is, or that there is `none` here of what it is about. */
export const StatedState = OneOf('done', 'part', 'not', 'none')

/** What a named person said of a measure that no record proves. */
export const Statement = Type.Object({
  state: StatedState,
  note: Type.String(),
  by: Type.String(),
  at: Instant,
  day: Day,
})
export type Statement = Static<typeof Statement>

/** A measure of the day with how far it is. */
export const PlanItem = Type.Object({
  id: Type.String(),
  pack: Type.String(),
  /** What the rule is about; null for a law. */
  subject: Maybe(SubjectName),
  /** Documents about something else that ask the same. */
  also: Type.Array(Source),
  aspect: OneOf(...(Object.keys(aspects) as (keyof typeof aspects)[])),
  strength: OneOf(...(Object.keys(strengths) as (keyof typeof strengths)[])),
  text: SaidWords,
  who: Type.Array(OneOf(...(Object.keys(actors) as (keyof typeof actors)[]))),
  rhythm: SaidWords,
  /** The setting that its days or hours are taken from, where no clause gives them; `chosen` by the county, or as we propose. */
  figure: Maybe(Type.Object({ name: Type.String(), chosen: Type.Boolean() })),
  source: Source,
  state: ItemState,
  /** The next day on which it is due by its rhythm; null where the rhythm names no day. */
  due_on: Maybe(Day),
  evidence: Type.Array(Evidence),
  /** Kinds of record that would prove it, whether this house keeps them yet or not. */
  proof: Type.Array(Proof),
  /** What each proof is called. */
  proof_words: Type.Array(SaidWords),
  statement: Maybe(Statement),
  /** How it is done here, where the community wrote it. */
  detail: Maybe(MeasureDetail),
})
export type PlanItem = Static<typeof PlanItem>
