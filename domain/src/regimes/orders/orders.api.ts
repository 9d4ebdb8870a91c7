import Type, { type Static } from 'typebox'
import { command, query } from '../../endpoint.ts'
import { CommunityCode, Day, Id, Maybe, OneOf, Page, PlaceCode, Text } from '../../schema.ts'
import {
  ControlOrder,
  Objection,
  OrderContent,
  OrderDraft,
  OrderKind,
  OrderLimit,
  OrderScope,
  OrderState,
} from './control-order.ts'

const Made = Type.Object({ id: Id })
const Version = Type.Object({ id: Id, version: Type.Integer() })
const SaidWords = Type.Object({ zh: Type.String(), en: Type.String() })

/** An order with where it stands on the day asked for. */
export const OrderLine = Type.Object({
  ...ControlOrder.properties,
  state: OrderState,
  /** The last day on which it can be in force by its own words. */
  last_day: Day,
})
export type OrderLine = Static<typeof OrderLine>

/** What one kind of order at one scope is by the plan of the day: allowed by which measure, or against which limit. */
export const OrderChoice = Type.Object({
  kind: OrderKind,
  scope: OrderScope,
  /** The measure that allows it; null where none does. */
  allowed_by: Maybe(Type.Object({ words: SaidWords, document: Type.String(), section: Type.String() })),
  limits: Type.Array(OrderLimit),
})
export type OrderChoice = Static<typeof OrderChoice>

/** Beside each choice of the form what the plan of the place and day allows (2020P 保障三). */
export const readOrderChoices = query({
  name: 'regimes.order-choices',
  at: 'GET /regimes/order-choices',
  words: { zh: '看本档允许哪些管控', en: 'See which orders the plan allows' },
  input: Type.Object({ place: CommunityCode, on: Type.Optional(Day) }),
  reply: Type.Object({
    place: CommunityCode,
    day: Day,
    tier: Maybe(SaidWords),
    choices: Type.Array(OrderChoice),
    /** What an order of this community can name, smallest parts in it. */
    buildings: Type.Array(
      Type.Object({ id: Id, estate: Maybe(Type.String()), name: Type.String(), units: Type.Array(Type.String()) }),
    ),
    groups: Type.Array(Type.Object({ estate: Maybe(Id), name: Maybe(Type.String()), group: Type.String() })),
  }),
})

/** Keeps what is being written; an older version does not overwrite a newer one. */
export const saveOrderDraft = command({
  name: 'regimes.save-order-draft',
  at: 'POST /regimes/order-drafts',
  words: { zh: '起草管控令', en: 'Draft a control order' },
  input: Type.Object({
    id: Id,
    place: CommunityCode,
    version: Type.Integer({ minimum: 0, maximum: 100_000 }),
    content: OrderContent,
  }),
  reply: Version,
  needs: 'orders',
})

/** Throws a draft away. */
export const dropOrderDraft = command({
  name: 'regimes.drop-order-draft',
  at: 'POST /regimes/order-drafts/:id/drop',
  words: { zh: '删掉管控令草稿', en: 'Throw away a draft' },
  input: Type.Object({ id: Id }),
  reply: Made,
})

/** The drafts of a place and below, newest first. */
export const listOrderDrafts = query({
  name: 'regimes.order-drafts',
  at: 'GET /regimes/order-drafts',
  words: { zh: '看管控令草稿', en: 'See drafts of control orders' },
  input: Type.Object({ place: PlaceCode }),
  reply: Type.Object({ drafts: Type.Array(OrderDraft) }),
})

/** A named person of an authority publishes a draft; without basis, body, scope, term or service plan it is refused. */
export const publishOrder = command({
  name: 'regimes.publish-order',
  at: 'POST /regimes/order-drafts/:id/publish',
  words: { zh: '发布管控令', en: 'Publish a control order' },
  input: Type.Object({ id: Id, version: Type.Integer({ minimum: 1, maximum: 100_000 }) }),
  reply: Made,
  needs: 'orders',
})

/** The same authority ends the order earlier. */
export const shortenOrder = command({
  name: 'regimes.shorten-order',
  at: 'POST /regimes/orders/:id/shorten',
  words: { zh: '提前结束管控令', en: 'Shorten a control order' },
  input: Type.Object({ id: Id, number: Text(60, 1), reason: Text(400, 1), until: Day }),
  reply: Made,
})

/** The same authority keeps the order to another day, by a new number and with a reason; nothing else prolongs it. */
export const keepOrder = command({
  name: 'regimes.keep-order',
  at: 'POST /regimes/orders/:id/keep',
  words: { zh: '延长管控令', en: 'Keep a control order' },
  input: Type.Object({ id: Id, number: Text(60, 1), reason: Text(400, 1), until: Maybe(Day), review_on: Maybe(Day) }),
  reply: Made,
})

/** The same authority lifts the order from a day on. */
export const liftOrder = command({
  name: 'regimes.lift-order',
  at: 'POST /regimes/orders/:id/lift',
  words: { zh: '解除管控令', en: 'Lift a control order' },
  input: Type.Object({ id: Id, number: Text(60, 1), reason: Text(400, 1), from: Day }),
  reply: Made,
})

/** Which orders a list shows. */
export const OrderShow = OneOf('in-force', 'coming', 'ended')
export type OrderShow = Static<typeof OrderShow>

/** Orders of a place and all below: in force with those that end first, coming, or ended with the newest first. */
export const listOrders = query({
  name: 'regimes.list-orders',
  at: 'GET /regimes/orders',
  words: { zh: '看管控令', en: 'See control orders' },
  input: Type.Object({
    place: PlaceCode,
    show: Type.Optional(OrderShow),
    kind: Type.Optional(OrderKind),
    on: Type.Optional(Day),
    ...Page.properties,
  }),
  reply: Type.Object({
    rows: Type.Array(OrderLine),
    total: Type.Integer(),
    counts: Type.Object({ 'in-force': Type.Integer(), coming: Type.Integer(), ended: Type.Integer() }),
  }),
})

/** One order with its acts, for its page and its public notice. */
export const readOrder = query({
  name: 'regimes.order',
  at: 'GET /regimes/orders/:id',
  words: { zh: '看一份管控令', en: 'See one control order' },
  input: Type.Object({ id: Id, on: Type.Optional(Day) }),
  reply: Type.Object({ order: OrderLine, place_name: Type.String() }),
})

/** Writes down that somebody concerned objects; a named person answers. */
export const recordObjection = command({
  name: 'regimes.record-objection',
  at: 'POST /regimes/orders/:order/objections',
  words: { zh: '登记居民异议', en: 'Record an objection' },
  input: Type.Object({ id: Id, order: Id, said_by: Text(40, 1), door: Text(80), content: Text(1000, 1), said_on: Day }),
  reply: Made,
})

/** Answers an objection; easing and lifting are acts of their own, which the answer names. */
export const answerObjection = command({
  name: 'regimes.answer-objection',
  at: 'POST /regimes/objections/:id/answer',
  words: { zh: '答复居民异议', en: 'Answer an objection' },
  input: Type.Object({ id: Id, outcome: OneOf('kept', 'eased', 'lifted'), answer: Text(1000, 1) }),
  reply: Made,
})

/** The objections to an order and their answers. */
export const listObjections = query({
  name: 'regimes.objections',
  at: 'GET /regimes/orders/:order/objections',
  words: { zh: '看居民异议', en: 'See objections' },
  input: Type.Object({ order: Id }),
  reply: Type.Object({ objections: Type.Array(Objection) }),
})
