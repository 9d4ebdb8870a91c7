import Type from 'typebox'
import { command, query } from '../../endpoint.ts'
import { Day, Id, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'
import { ToDoList } from '../../plan/plan.ts'
import { Assessment, Certificate, DestructionRun, EndedResponse } from './destruction.ts'

const Made = Type.Object({ id: Id })
const Said = Type.Object({ zh: Type.String(), en: Type.String() })
const Counts = Type.Record(Type.String(), Type.Integer())

/** Responses that are over in a county, and how far the destruction of their data is. */
export const listEnded = query({
  name: 'rights.ended-responses',
  at: 'GET /rights/ended-responses',
  words: { zh: '看结束的响应', en: 'See ended responses' },
  input: Type.Object({ place: PlaceCode }),
  reply: Type.Object({ destruction_days: Type.Integer(), backup_days: Type.Integer(), responses: Type.Array(EndedResponse) }),
})

/** Sets within how many days after a response a county destroys, and how long it keeps backups; neither is longer than half a year. */
export const setEndTerms = command({
  name: 'rights.set-end-terms',
  at: 'POST /rights/end-terms',
  words: { zh: '定销毁和备份的期限', en: 'Set the terms of destruction and of backups' },
  input: Type.Object({
    place: PlaceCode,
    destruction_days: Type.Integer({ minimum: 1, maximum: 183 }),
    backup_days: Type.Integer({ minimum: 1, maximum: 183 }),
  }),
  reply: Type.Object({}),
})

/** What ends with a response in a place: functions, orders, measures, stays that still run, and the data to be destroyed. */
export const readEndList = query({
  name: 'rights.end-list',
  at: 'GET /rights/responses/:id/end-list',
  words: { zh: '看结束清单', en: 'See what ends with a response' },
  input: Type.Object({ id: Id, place: PlaceCode }),
  reply: Type.Object({
    place: PlaceCode,
    issuer: Type.String(),
    number: Type.String(),
    /** The response ended on this day; null while it runs: then the list says what would end. */
    ended_on: Maybe(Day),
    functions: Type.Array(Type.Object({ name: Type.String(), closed: Type.Boolean(), words: Said })),
    /** Restrictions by order that end with it, or still stand. */
    orders: Type.Array(
      Type.Object({ id: Id, place: PlaceCode, label: Type.String(), number: Type.String(), ended: Type.Boolean() }),
    ),
    ...ToDoList.properties,
    run: Maybe(DestructionRun),
  }),
})

/** One run: the dry run by kind while nothing is destroyed, what went and what stays afterwards. */
export const readDestruction = query({
  name: 'rights.destruction',
  at: 'GET /rights/destructions/:id',
  words: { zh: '看销毁', en: 'See a destruction run' },
  input: Type.Object({ id: Id, place: PlaceCode }),
  reply: Type.Object({
    run: DestructionRun,
    /** Rows due now, by kind; null for whoever is not at the county. */
    due: Maybe(Counts),
    /** Null until the run is done. */
    certificate: Maybe(Certificate),
  }),
})

/** Keeps the assessment and asks for the destruction; nothing is destroyed yet, the reply is the dry run by kind. */
export const assessDestruction = command({
  name: 'rights.assess-destruction',
  at: 'POST /rights/destructions',
  words: { zh: '评估并申请销毁', en: 'Assess and ask for destruction' },
  input: Type.Object({ id: Id, place: PlaceCode, response: Id, assessment: Assessment }),
  reply: Type.Object({ id: Id, due: Counts }),
})

/** A second person approves or refuses, with the counts that the dry run shows at that moment. */
export const decideDestruction = command({
  name: 'rights.decide-destruction',
  at: 'POST /rights/destructions/:id/decide',
  words: { zh: '批准销毁', en: 'Approve a destruction' },
  input: Type.Object({ id: Id, place: PlaceCode, decision: OneOf('approved', 'refused'), reason: Text(300) }),
  reply: Made,
})

/** Destroys the next part; called again until nothing is left, also after a crash. */
export const executeDestruction = command({
  name: 'rights.execute-destruction',
  at: 'POST /rights/destructions/:id/execute',
  words: { zh: '销毁', en: 'Destroy' },
  input: Type.Object({ id: Id, place: PlaceCode, most: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000 })) }),
  reply: Type.Object({ destroyed: Type.Integer(), left: Type.Integer(), done: Type.Boolean() }),
})
