import { type OverControl, overControls, type Restriction, restrictions } from '@wangdi/policy/vocabulary.ts'
import Type, { type Static } from 'typebox'
import type { Words } from '../../problem.ts'
import { Day, Id, Instant, Maybe, OneOf, PlaceCode } from '../../schema.ts'
import { PersonKind } from '../../observation/observation.ts'
import { SaidWords, Source } from '../plan.ts'

/** What can be found beyond what the rules compare: the stricter package chosen, and what residents complain of. */
export const findingKinds = {
  ...overControls,
  'stricter-tier': { zh: '选了更严一档', en: 'stricter package chosen' },
  complained: { zh: '居民投诉待查', en: 'residents complain' },
} as const satisfies Record<OverControl | 'stricter-tier' | 'complained', Words>
export type FindingKind = keyof typeof findingKinds

/** Where a restriction is known from. */
export const CaseSource = OneOf('order', 'control', 'complaint', 'observation', 'tier', 'certificate', 'form', 'pack', 'facility')
export type CaseSource = Static<typeof CaseSource>

/** How wide a restriction is, smallest first. */
export const ControlScope = OneOf('person', 'unit', 'building', 'community')

/** Who told of a restriction: the place itself before it begins, a resident, somebody who inspects. No names. */
export const ToldAs = OneOf('own', 'resident', 'inspector')
export type ToldAs = Static<typeof ToldAs>

/** What a closure, ban or refusal must have beside it; each may be unknown. */
export const missingParts = {
  exceptions: { zh: '例外名单', en: 'list of exceptions' },
  services: { zh: '服务保障', en: 'service plan' },
  end: { zh: '结束日期', en: 'end date' },
} as const satisfies Record<string, Words>
export const MissingPart = OneOf(...(Object.keys(missingParts) as (keyof typeof missingParts)[]))
export type MissingPart = keyof typeof missingParts

/** A restriction as it is compared with the plan. */
export const ComparedControl = Type.Object({
  kind: OneOf(...(Object.keys(restrictions) as Restriction[])),
  person: Maybe(PersonKind),
  certificate: Maybe(Type.String({ maxLength: 40, pattern: '^[a-z-]{1,40}$' })),
  scope: ControlScope,
})
export type ComparedControl = Static<typeof ComparedControl>

/** One thing found, with the limit it goes beyond and where that limit stands. */
export const Finding = Type.Object({
  kind: OneOf(...(Object.keys(findingKinds) as FindingKind[])),
  limit: SaidWords,
  source: Maybe(Source),
  /** What a closure, ban or refusal lacks and is asked for. */
  lacks: Type.Array(MissingPart),
})
export type Finding = Static<typeof Finding>

/** What people do about a finding; every act is a record of its own and none is changed. */
export const ActKind = OneOf('warned', 'answered', 'stop-ordered', 'confirmed', 'allowed')
export type ActKind = Static<typeof ActKind>

export const CaseAct = Type.Object({
  id: Id,
  kind: ActKind,
  /** The place whose office did it. */
  office: PlaceCode,
  at: Instant,
  /** Empty above the county. */
  by: Type.String(),
  words: Type.String(),
  /** The days a warning is about. */
  period_from: Maybe(Day),
  period_until: Maybe(Day),
  /** By when it is to be answered or stopped. */
  due_on: Maybe(Day),
  /** Of an answer: stopped, or a reason; of a confirmation: the day it stopped. */
  stopped_on: Maybe(Day),
  authority: Type.String(),
  number: Type.String(),
})
export type CaseAct = Static<typeof CaseAct>

export const CaseState = OneOf('found', 'warned', 'answered', 'stopping', 'stop-answered', 'stopped', 'allowed')
export type CaseState = Static<typeof CaseState>

/** One restriction with all that is found about it and all that was done. */
export const OverControlCase = Type.Object({
  /** source:id, the same on every day. */
  key: Type.String(),
  source: CaseSource,
  place: PlaceCode,
  control: Maybe(ComparedControl),
  /** The spot, building or order it is about; no name of anybody. */
  label: Type.String(),
  since: Day,
  known_at: Instant,
  /** Issuer and number where an order stands behind it. */
  order: Type.String(),
  told_as: Maybe(ToldAs),
  /** The reason and authority that the place gave. */
  reason: Type.String(),
  findings: Type.Array(Finding),
  state: CaseState,
  due_on: Maybe(Day),
  late: Type.Boolean(),
  /** Hours from the day it was known until it stopped, or until now. */
  hours: Type.Integer(),
  acts: Type.Array(CaseAct),
  /** What this office may do now. */
  may: Type.Array(ActKind),
})
export type OverControlCase = Static<typeof OverControlCase>
