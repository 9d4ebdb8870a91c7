import { aspects, restrictions } from '@wangdi/policy/vocabulary.ts'
import Type, { type Static } from 'typebox'
import { command } from '../../endpoint.ts'
import { CommunityCode, Day, Id, Instant, Maybe, OneOf, Text } from '../../schema.ts'

const Aspect = OneOf(...(Object.keys(aspects) as (keyof typeof aspects)[]))
const Restriction = OneOf(...(Object.keys(restrictions) as (keyof typeof restrictions)[]))
const Reach = OneOf('person', 'unit', 'building', 'community')
const Made = Type.Object({ id: Id })

/** How a measure of the package is done here: how, by whom, when; written by the community. */
export const MeasureDetail = Type.Object({
  how: Type.String(),
  who: Type.String(),
  hours: Type.String(),
  by: Type.String(),
  at: Instant,
})
export type MeasureDetail = Static<typeof MeasureDetail>

/** A measure of the place's own beyond the package, with who asked for it and who decided. */
export const OwnMeasure = Type.Object({
  id: Id,
  aspect: Aspect,
  text: Type.String(),
  who: Type.String(),
  reason: Type.String(),
  /** Null for one that restricts nobody. */
  restriction: Maybe(Restriction),
  day: Day,
  by: Type.String(),
  state: OneOf('waiting', 'approved', 'refused', 'ended'),
  decided_by: Maybe(Type.String()),
  decided_reason: Type.String(),
  /** What of the rules of the asked day it crosses; null while it crosses none. */
  beyond: Maybe(Type.Object({ zh: Type.String(), en: Type.String() })),
})
export type OwnMeasure = Static<typeof OwnMeasure>

/** Writes how a measure of the package is done here; nothing is added to it (民发〔2020〕38号 保障一). Empty words take it back. */
export const detailMeasure = command({
  name: 'plan.detail-measure',
  at: 'POST /plan/details',
  words: { zh: '写本社区怎么做', en: 'Write how it is done here' },
  input: Type.Object({ id: Id, place: CommunityCode, measure: Text(80, 1), how: Text(400), who: Text(80), hours: Text(80) }),
  reply: Made,
})

/** Asks to add a measure beyond the package: compared with the rules of the day at once; what crosses them is refused. */
export const addMeasure = command({
  name: 'plan.add-measure',
  at: 'POST /plan/own-measures',
  words: { zh: '申请加一条本地措施', en: 'Ask to add a measure of its own' },
  input: Type.Object({
    id: Id,
    place: CommunityCode,
    aspect: Aspect,
    text: Text(120, 2),
    who: Text(80),
    reason: Text(400, 1),
    restriction: Maybe(Restriction),
    reach: Maybe(Reach),
    days: Maybe(Type.Integer({ minimum: 1, maximum: 366 })),
    /** Number of the order behind it; empty where there is none. */
    order_number: Text(60),
  }),
  reply: Made,
})

/** A named person of the street or county approves it or not; nobody approves their own. */
export const judgeMeasure = command({
  name: 'plan.judge-measure',
  at: 'POST /plan/own-measures/:id/judge',
  words: { zh: '批本地措施', en: 'Decide on a measure of a community' },
  input: Type.Object({ id: Id, place: CommunityCode, kind: OneOf('approved', 'refused'), reason: Text(400) }),
  reply: Made,
})

/** The community ends it. */
export const endMeasure = command({
  name: 'plan.end-own-measure',
  at: 'POST /plan/own-measures/:id/end',
  words: { zh: '停掉本地措施', en: 'End a measure of its own' },
  input: Type.Object({ id: Id, place: CommunityCode, reason: Text(400) }),
  reply: Made,
})
