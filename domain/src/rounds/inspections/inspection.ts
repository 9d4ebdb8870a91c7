import Type, { type Static } from 'typebox'
import type { Words } from '../../problem.ts'
import { Day, Id, Instant, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'
import { type ChecklistName, checklists } from './checklists.ts'

/** Ways to look at how things stand: from above, by oneself, at a unit, by trying it, and looking back. */
export const inspectionKinds = {
  guidance: { zh: '督导', en: 'guidance visit' },
  'self-check': { zh: '自查', en: 'self-check' },
  unit: { zh: '单位走访', en: 'visit to a unit' },
  drill: { zh: '演练', en: 'drill' },
  review: { zh: '复盘', en: 'review' },
} as const satisfies Record<string, Words>
export type InspectionKind = keyof typeof inspectionKinds
export const InspectionKind = OneOf(...(Object.keys(inspectionKinds) as InspectionKind[]))

/** Which lists each kind is done by; the first is offered first. */
export const checklistsOf: Readonly<Record<InspectionKind, readonly ChecklistName[]>> = {
  guidance: ['duties-in-place', 'four-times'],
  'self-check': ['four-times', 'reopening', 'duties-in-place'],
  unit: ['unit-duties', 'reopening'],
  drill: ['drill'],
  review: ['review'],
}

export const ChecklistWord = OneOf(...(Object.keys(checklists) as ChecklistName[]))
/** What an item showed; an item without an answer was not looked at. */
export const ItemAnswer = OneOf('yes', 'no', 'not-applicable')
export const Answers = Type.Record(Type.String({ maxLength: 40 }), ItemAnswer, { maxProperties: 40 })

/** What became of a finding: put right by those concerned, checked by those who found it, or still wrong with a new day. */
export const FindingAct = Type.Object({
  kind: OneOf('put-right', 'checked', 'still-wrong'),
  note: Text(400),
  due_on: Maybe(Day),
  by: Text(40),
  at: Instant,
})
export type FindingAct = Static<typeof FindingAct>

/** Something that is not as it should be, who sees to it, and until when. */
export const Finding = Type.Object({
  id: Id,
  place: PlaceCode,
  inspection: Id,
  kind: InspectionKind,
  item: Maybe(Text(40)),
  words: Text(400),
  owner: Text(40),
  /** The last day that was agreed. */
  due_on: Day,
  found_on: Day,
  /** `open` until somebody says it is put right, then `put-right` until it is checked. */
  state: OneOf('open', 'put-right', 'settled'),
  overdue: Type.Boolean(),
  /** What whoever reads this may do with it now. */
  may: Type.Array(Type.String()),
  acts: Type.Array(FindingAct),
})
export type Finding = Static<typeof Finding>

/** One look at how things stand. */
export const Inspection = Type.Object({
  id: Id,
  place: PlaceCode,
  place_name: Text(80),
  kind: InspectionKind,
  unit: Maybe(Id),
  /** Null for those who may not see units. */
  unit_name: Maybe(Text(60)),
  contingency: Maybe(Id),
  day: Day,
  checklist: ChecklistWord,
  answers: Answers,
  note: Text(1000),
  next_on: Maybe(Day),
  by: Text(40),
  open: Type.Integer(),
  overdue: Type.Integer(),
})
export type Inspection = Static<typeof Inspection>
