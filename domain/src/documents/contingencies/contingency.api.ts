import Type from 'typebox'
import { command, query } from '../../endpoint.ts'
import { Id, Listing, Maybe, Page, PlaceCode, Text } from '../../schema.ts'
import { ContingencyKind, ContingencyLine, ContingencyStanding, ContingencyVersion, PlanText } from './contingency.ts'

const due = Type.Optional(Type.Boolean({ description: 'not approved, or to be looked at again' }))

/** The plans of a place and of all below it; those due for a look first. */
export const listContingencies = query({
  name: 'documents.contingencies',
  at: 'GET /documents/contingencies',
  words: { zh: '看应急预案', en: 'See contingency plans' },
  input: Type.Object({ place: PlaceCode, kind: Type.Optional(ContingencyKind), due, ...Page.properties }),
  reply: Listing(ContingencyLine),
})

/** Of the communities below a place, how many have each kind of plan, in time and tried. */
export const countContingencies = query({
  name: 'documents.contingency-standing',
  at: 'GET /documents/contingencies/standing',
  words: { zh: '看哪些社区有预案', en: 'See which communities have plans' },
  input: Type.Object({ place: PlaceCode }),
  reply: Type.Object({ kinds: Type.Array(ContingencyStanding) }),
})

/** One plan with all its versions, newest first. */
export const getContingency = query({
  name: 'documents.contingency',
  at: 'GET /documents/contingencies/:contingency',
  words: { zh: '看一份预案', en: 'Read a contingency plan' },
  input: Type.Object({ contingency: Id }),
  reply: Type.Object({ line: ContingencyLine, versions: Type.Array(ContingencyVersion) }),
})

/** Writes the first version of a plan (`after` null) or the next one; it holds once a second person approves it. */
export const saveContingency = command({
  name: 'documents.save-contingency',
  at: 'POST /documents/contingencies',
  words: { zh: '写应急预案', en: 'Write a contingency plan' },
  input: Type.Object({
    id: Id,
    place: PlaceCode,
    contingency: Id,
    kind: ContingencyKind,
    title: Text(80, 1),
    after: Maybe(Type.Integer({ minimum: 1 })),
    ...PlanText,
  }),
  reply: Type.Object({ id: Id, version: Type.Integer() }),
})

/** Approves the newest version of a plan; from then on it is the one in force. */
export const approveContingency = command({
  name: 'documents.approve-contingency',
  at: 'POST /documents/contingencies/:contingency/approve',
  words: { zh: '批准应急预案', en: 'Approve a contingency plan' },
  input: Type.Object({ contingency: Id, version: Type.Integer({ minimum: 1 }) }),
  reply: Type.Object({ contingency: Id, version: Type.Integer() }),
})
