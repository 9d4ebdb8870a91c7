import Type from 'typebox'
import { command, query } from '../../endpoint.ts'
import { Day, Id, Listing, Maybe, OneOf, Page, PlaceCode, Text } from '../../schema.ts'
import { Answers, ChecklistWord, Finding, Inspection, InspectionKind } from './inspection.ts'

/** Inspections of a place and all below it, newest first. */
export const listInspections = query({
  name: 'rounds.inspections',
  at: 'GET /rounds/inspections',
  words: { zh: '看检查记录', en: 'See inspections' },
  input: Type.Object({
    place: PlaceCode,
    kind: Type.Optional(InspectionKind),
    unit: Type.Optional(Id),
    contingency: Type.Optional(Id),
    ...Page.properties,
  }),
  reply: Listing(Inspection),
})

/** What was found at a place and below it: overdue first, then by the day it is due. */
export const listFindings = query({
  name: 'rounds.findings',
  at: 'GET /rounds/findings',
  words: { zh: '看查出的问题', en: 'See findings' },
  input: Type.Object({
    place: PlaceCode,
    inspection: Type.Optional(Id),
    /** Found by drills and reviews of this plan. */
    contingency: Type.Optional(Id),
    /** Absent: those not yet settled. */
    state: Type.Optional(OneOf('open', 'put-right', 'settled', 'all')),
    ...Page.properties,
  }),
  reply: Type.Object({ rows: Type.Array(Finding), total: Type.Integer(), overdue: Type.Integer() }),
})

/** Records what was looked at and found; every "no" names what is wrong, who sees to it and until when. */
export const recordInspection = command({
  name: 'rounds.record-inspection',
  at: 'POST /rounds/inspections',
  words: { zh: '登记检查', en: 'Record an inspection' },
  input: Type.Object({
    id: Id,
    place: PlaceCode,
    kind: InspectionKind,
    unit: Maybe(Id),
    contingency: Maybe(Id),
    day: Day,
    checklist: ChecklistWord,
    answers: Answers,
    note: Text(1000),
    next_on: Maybe(Day),
    findings: Type.Array(Type.Object({ id: Id, item: Maybe(Text(40)), words: Text(400, 1), owner: Text(40, 1), due_on: Day }), {
      maxItems: 40,
    }),
  }),
  reply: Type.Object({ id: Id }),
})

/** Says that a finding is put right, checks it, or says that it still is not right. */
export const settleFinding = command({
  name: 'rounds.settle-finding',
  at: 'POST /rounds/findings/:finding/acts',
  words: { zh: '整改和复查', en: 'Put right or check a finding' },
  input: Type.Object({
    id: Id,
    finding: Id,
    kind: OneOf('put-right', 'checked', 'still-wrong'),
    note: Text(400, 1),
    due_on: Maybe(Day),
  }),
  reply: Type.Object({ id: Id }),
})
