import Type from 'typebox'
import { command, query } from '../endpoint.ts'
import { Day, Id, Listing, Maybe, OneOf, Page, PlaceCode, Text } from '../schema.ts'
import { Act, KindName, OwnDataSection, Relation, Requester, RequestRow, RequestState, Way } from './requests.ts'

const Made = Type.Object({ id: Id })
const said = Text(2000, 1)

/** Takes a request down, also for a person without a phone, and without a name where nobody wants to give one. */
export const takeRequest = command({
  name: 'requests.take',
  at: 'POST /requests',
  words: { zh: '受理投诉和申请', en: 'Take down a complaint or request' },
  input: Type.Object({
    id: Id,
    kind: KindName,
    against: PlaceCode,
    way: Way,
    /** What happened and what is wanted. */
    matter: said,
    details: Type.Record(Type.String({ pattern: '^[a-z_]{1,20}$', maxLength: 20 }), Text(40), { maxProperties: 10 }),
    /** Null: without a name. */
    who: Maybe(
      Type.Object({
        name: Text(60, 1),
        phone: Maybe(Type.String({ pattern: '^[0-9+ -]{5,20}$', maxLength: 20 })),
        relation: Relation,
        shown: Text(200),
        person: Maybe(Id),
      }),
    ),
  }),
  reply: Type.Object({ id: Id, number: Type.String(), office: PlaceCode, due_on: Day }),
})

/** What this office handles, was asked about, took down for others or has to review; what is due first stands first. */
export const listRequests = query({
  name: 'requests.list',
  at: 'GET /requests',
  words: { zh: '看投诉和申请', en: 'See complaints and requests' },
  input: Type.Object({
    place: PlaceCode,
    show: OneOf('open', 'late', 'all'),
    group: Type.Optional(OneOf('complaint', 'data', 'incident')),
    own: Type.Optional(Type.Boolean({ description: 'only what is about the place and was put to it, as its plan counts it' })),
    ...Page.properties,
  }),
  reply: Type.Object({
    ...Listing(RequestRow).properties,
    open: Type.Integer(),
    late: Type.Integer(),
  }),
})

/** One request with its acts; words and name only for the offices they are meant for. */
export const getRequest = query({
  name: 'requests.get',
  at: 'GET /requests/one/:id',
  words: { zh: '看一件投诉或申请', en: 'See one request' },
  input: Type.Object({ id: Id }),
  reply: Type.Object({
    request: RequestRow,
    acts: Type.Array(Act),
    /** Null: without a name, or not for this office. */
    who: Maybe(Requester),
    anonymous: Type.Boolean(),
    /** The acts that this office may do now. */
    may: Type.Array(Type.String()),
  }),
})

/** All that is kept of the person of an open request about own data, to be shown or handed over; who looked stands in the audit. */
export const readOwnData = query({
  name: 'requests.own-data',
  at: 'GET /requests/one/:id/own-data',
  words: { zh: '出示本人信息', en: 'Show a person the own data' },
  health: true,
  input: Type.Object({ id: Id }),
  reply: Type.Object({ number: Type.String(), sections: Type.Array(OwnDataSection) }),
})

/** What a person hears who brings the receipt number: state, term, and the answer where this desk may give it. */
export const findReceipt = query({
  name: 'requests.by-receipt',
  at: 'GET /requests/receipt/:number',
  words: { zh: '凭受理号查', en: 'Look up a receipt number' },
  input: Type.Object({ number: Text(19, 1) }),
  reply: Type.Object({
    number: Type.String(),
    kind: KindName,
    office: PlaceCode,
    state: RequestState,
    due_on: Maybe(Day),
    result: Maybe(Type.String()),
    answer: Maybe(Type.String()),
    id: Id,
    may: Type.Array(Type.String()),
  }),
})

/** Asks the place for its side in words that do not say who complained. */
export const askPlace = command({
  name: 'requests.ask-place',
  at: 'POST /requests/:id/ask-place',
  words: { zh: '请被投诉的地方说明', en: 'Ask the place for its side' },
  input: Type.Object({ id: Id, words: said }),
  reply: Made,
})

/** The place says its side. */
export const tellSide = command({
  name: 'requests.tell-side',
  at: 'POST /requests/:id/side',
  words: { zh: '说明情况', en: 'Tell the side of the place' },
  input: Type.Object({ id: Id, words: said }),
  reply: Made,
})

/** A step of a data incident: a measure, the notice to the authority, the notice to the people or why none is needed (个人信息保护法 §57). */
export const recordStep = command({
  name: 'requests.record-step',
  at: 'POST /requests/:id/steps',
  words: { zh: '记一步处置', en: 'Record a step' },
  input: Type.Object({ id: Id, step: OneOf('measure', 'told-authority', 'told-people'), words: said }),
  reply: Made,
})

/** The answer, by a named person. */
export const answerRequest = command({
  name: 'requests.answer',
  at: 'POST /requests/:id/answer',
  words: { zh: '答复', en: 'Answer' },
  input: Type.Object({ id: Id, result: Text(20, 1), words: said }),
  reply: Made,
})

/** The person is content with the answer. */
export const acceptAnswer = command({
  name: 'requests.accept',
  at: 'POST /requests/:id/accept',
  words: { zh: '记下投诉人接受', en: 'Record that the answer is accepted' },
  input: Type.Object({ id: Id, words: Text(400) }),
  reply: Made,
})

/** The person is not content: the level above looks at it again. */
export const askReview = command({
  name: 'requests.ask-review',
  at: 'POST /requests/:id/ask-review',
  words: { zh: '请上一级复查', en: 'Ask the level above for a review' },
  input: Type.Object({ id: Id, words: said }),
  reply: Made,
})

/** The level above keeps the answer or changes it. */
export const reviewRequest = command({
  name: 'requests.review',
  at: 'POST /requests/:id/review',
  words: { zh: '复查', en: 'Review' },
  input: Type.Object({ id: Id, result: OneOf('kept', 'changed'), words: said }),
  reply: Made,
})
