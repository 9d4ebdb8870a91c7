import Type from 'typebox'
import { command, query } from '../endpoint.ts'
import { CommunityCode, Day, Id, Instant, Maybe, OneOf, PlaceCode, Text } from '../schema.ts'
import {
  ConfirmedLevel,
  FactValue,
  FunctionLine,
  LevelFact,
  OpenedFunction,
  OwnFactLine,
  OwnKindLine,
  OwnPersonFact,
  Proposal,
  Response,
  StatedFact,
  Tier,
} from './regimes.ts'

const Made = Type.Object({ id: Id })
const on = Type.Optional(Day)

/** Enters the published order that opens emergency functions; a term or a review day must stand in it (R-LAW-1). */
export const openResponse = command({
  name: 'regimes.open-response',
  at: 'POST /regimes/responses',
  words: { zh: '登记应急响应', en: 'Enter an emergency response' },
  input: Type.Object({
    id: Id,
    place: PlaceCode,
    issuer: Text(60, 1),
    number: Text(60, 1),
    level: Text(40),
    scope: Type.Array(PlaceCode, { minItems: 1, maxItems: 200 }),
    from: Day,
    until: Maybe(Day),
    review_on: Maybe(Day),
    rules: Text(200, 1),
    content: Text(2000, 1),
    ground: Text(400, 1),
    /** Absent: all that the named rules open. */
    functions: Type.Optional(Type.Array(OpenedFunction, { minItems: 1, maxItems: 4 })),
  }),
  reply: Made,
})

/** The same authority ends it; its functions close at once. */
export const closeResponse = command({
  name: 'regimes.close-response',
  at: 'POST /regimes/responses/:id/close',
  words: { zh: '终止应急响应', en: 'End an emergency response' },
  input: Type.Object({ id: Id, number: Text(60, 1), reason: Text(400, 1) }),
  reply: Made,
})

/** The same authority keeps it to another day, with the number of the order that says so. */
export const reviewResponse = command({
  name: 'regimes.review-response',
  at: 'POST /regimes/responses/:id/review',
  words: { zh: '复核应急响应', en: 'Review an emergency response' },
  input: Type.Object({ id: Id, number: Text(60, 1), reason: Text(400, 1), until: Maybe(Day), review_on: Maybe(Day) }),
  reply: Made,
})

/** Responses that concern a place: its own, those above it and those below, newest first. */
export const listResponses = query({
  name: 'regimes.list-responses',
  at: 'GET /regimes/responses',
  words: { zh: '看应急响应', en: 'See emergency responses' },
  input: Type.Object({ place: PlaceCode, on }),
  reply: Type.Object({ responses: Type.Array(Response) }),
})

/** Records what is known for a day, such as counts of cases, with its source; a zero is said, never assumed. */
export const recordFacts = command({
  name: 'regimes.record-facts',
  at: 'POST /regimes/facts',
  words: { zh: '登记疫情数据', en: 'Record facts' },
  input: Type.Object({
    place: PlaceCode,
    day: Day,
    source: Text(200, 1),
    facts: Type.Array(FactValue, { minItems: 1, maxItems: 20 }),
  }),
  reply: Type.Object({ ids: Type.Array(Id) }),
})

/** What the recorded facts point to, both axes, with reasons and the facts that are missing; nobody is bound by it. */
export const readProposal = query({
  name: 'regimes.proposal',
  at: 'GET /regimes/proposal',
  words: { zh: '看等级建议', en: 'See proposed levels' },
  input: Type.Object({ place: PlaceCode, on }),
  reply: Type.Object({
    place: PlaceCode,
    day: Day,
    risk: Type.Object({ place: PlaceCode, proposal: Proposal, confirmed: Maybe(ConfirmedLevel) }),
    /** Null above the community. */
    class: Maybe(Type.Object({ place: PlaceCode, proposal: Proposal, confirmed: Maybe(ConfirmedLevel) })),
    facts: Type.Array(StatedFact),
    tier: Maybe(Tier),
    tier_choice: Maybe(ConfirmedLevel),
    /** Facts and levels that the notices in force bring. */
    own: Type.Array(OwnFactLine),
    /** The kinds of person that they bring, and what they ask of a person where a term is proposed. */
    kinds: Type.Array(OwnKindLine),
    of_persons: Type.Array(OwnPersonFact),
    /** What a change of level suggests for the response; a person decides (民发〔2021〕11号: the response follows the level). */
    response: OneOf('open', 'raise', 'lower', 'end', 'keep', 'none'),
    /** Since when the facts point elsewhere than what is confirmed; null while nothing waits for a decision. */
    waiting_since: Maybe(Instant),
  }),
})

/** A named person of the county confirms a level, or chooses another with a reason. */
export const confirmLevel = command({
  name: 'regimes.confirm-level',
  at: 'POST /regimes/levels',
  words: { zh: '确认风险等级', en: 'Confirm a risk level' },
  input: Type.Object({
    id: Id,
    /** One of the house, or one that a pack brings by its own name. */
    fact: Type.Union([LevelFact, Type.String({ pattern: '^[a-z0-9.-]{2,61}/[a-z0-9.-]{1,61}$', maxLength: 123 })]),
    place: PlaceCode,
    value: Text(60, 1),
    from: Day,
    reason: Text(400),
    source: Text(200, 1),
  }),
  reply: Made,
})

/** A named person of the county confirms the class of a community, or chooses another with a reason. */
export const confirmClass = command({
  name: 'regimes.confirm-class',
  at: 'POST /regimes/classes',
  words: { zh: '确认社区疫情划分', en: 'Confirm the class of a community' },
  input: Type.Object({
    id: Id,
    place: CommunityCode,
    value: OneOf('none', 'no-case', 'cases', 'transmission'),
    from: Day,
    reason: Text(400),
    source: Text(200, 1),
  }),
  reply: Made,
})

/** Where level and class differ, a person chooses the package with a reason; the stricter one is marked. */
export const chooseTier = command({
  name: 'regimes.choose-tier',
  at: 'POST /regimes/tiers',
  words: { zh: '选定防控档次', en: 'Choose the package' },
  input: Type.Object({ id: Id, place: CommunityCode, value: Text(60, 1), from: Day, reason: Text(400, 1) }),
  reply: Made,
})

/** The state of a place on a day: response, rules, level, class, package, functions open or closed and why. */
export const readState = query({
  name: 'regimes.state',
  at: 'GET /regimes/state',
  words: { zh: '看当前状态', en: 'See the state of a place' },
  input: Type.Object({ place: PlaceCode, on }),
  reply: Type.Object({
    place: PlaceCode,
    day: Day,
    responses: Type.Array(Response),
    rules: Maybe(Type.String()),
    risk: Maybe(ConfirmedLevel),
    area_risk: Maybe(ConfirmedLevel),
    area_zone: Maybe(ConfirmedLevel),
    class: Maybe(ConfirmedLevel),
    tier: Maybe(Tier),
    tier_choice: Maybe(ConfirmedLevel),
    functions: Type.Array(FunctionLine),
    /** Facts of the policy vocabulary that a plan of this place and day is made from. */
    facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer()])),
  }),
})

/** Every confirmed level, class and choice of a place and of what it lies in, newest first. */
export const readHistory = query({
  name: 'regimes.history',
  at: 'GET /regimes/history',
  words: { zh: '看等级变化', en: 'See how levels changed' },
  input: Type.Object({ place: PlaceCode, fact: Type.Optional(Text(60)), from: on, to: on }),
  reply: Type.Object({ levels: Type.Array(ConfirmedLevel), facts: Type.Array(StatedFact) }),
})
