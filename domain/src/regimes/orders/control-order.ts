import { restrictions } from '@wangdi/policy/vocabulary.ts'
import Type, { type Static } from 'typebox'
import type { Words } from '../../problem.ts'
import { CommunityCode, Day, Id, Instant, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'

/** What a control order restricts, in the words of the policy vocabulary; stays of single persons are observation orders. */
export const OrderKind = OneOf(
  'building-closure',
  'community-closure',
  'checkpoint',
  'go-out-ban',
  'newcomer-refusal',
  'gathering-ban',
  'facility-closure',
)
export type OrderKind = Static<typeof OrderKind>
export const orderKinds = OrderKind.enum as readonly OrderKind[]

/** How wide an order reaches, smallest first; a group of a natural village stands beside a building. */
export const OrderScope = OneOf('unit', 'building', 'village-group', 'community')
export type OrderScope = Static<typeof OrderScope>

/** Chinese and English of a kind of order. */
export const orderKindWords = (kind: OrderKind): Words => restrictions[kind]
export const orderScopeWords: Readonly<Record<OrderScope, Words>> = {
  unit: { zh: '单元', en: 'unit' },
  building: { zh: '楼栋', en: 'building' },
  'village-group': { zh: '村民小组', en: 'village group' },
  community: { zh: '整个社区（村）', en: 'whole community' },
}

/** Where an order applies: ids of ours for the pages, and nothing where they say nothing. */
export const OrderPlace = Type.Object({
  scope: OrderScope,
  building: Maybe(Id),
  unit: Maybe(Text(10)),
  estate: Maybe(Id),
  group: Maybe(Text(20)),
})
export type OrderPlace = Static<typeof OrderPlace>

/** How people live under the restriction (突发公共卫生事件应对法 §46, §47; 传染病防治法 §67): each line says who does what. */
export const ServicePlan = Type.Object({
  supply: Text(400),
  medical: Text(400),
  minors: Text(400),
  elders: Text(400),
  disabled: Text(400),
  mothers: Text(400),
  psychology: Text(400),
  phone: Text(60),
})
export type ServicePlan = Static<typeof ServicePlan>
/** What stands in place of a line of the service plan above the county, since it says by name who does what. */
const arranged = '已安排，内容留在县里 · arranged, its words stay in the county'
/** A service plan as it is told above the county: which lines are filled, without their words. */
export const withoutNames = (plan: ServicePlan): ServicePlan =>
  Object.fromEntries(Object.entries(plan).map(([line, words]) => [line, words.trim() === '' ? '' : arranged])) as ServicePlan
export const serviceLines: Readonly<Record<keyof ServicePlan, Words>> = {
  supply: { zh: '生活物资', en: 'supplies' },
  medical: { zh: '看病用药', en: 'medical care and medicine' },
  minors: { zh: '孩子', en: 'minors' },
  elders: { zh: '老人', en: 'elders' },
  disabled: { zh: '残疾人', en: 'disabled persons' },
  mothers: { zh: '孕产妇、哺乳期妇女', en: 'pregnant and nursing women' },
  psychology: { zh: '心理疏导', en: 'psychological aid' },
  phone: { zh: '求助电话', en: 'help phone' },
}

/** An approval for what goes beyond the plan of the day: why, by which named authority, under which number. */
export const Approval = Type.Object({ reason: Text(400), authority: Text(60), number: Text(60) })
export type Approval = Static<typeof Approval>

/** What an order says. A draft may leave texts empty; publishing may not. */
export const OrderContent = Type.Object({
  kind: OrderKind,
  at: OrderPlace,
  /** The entrance or facility meant, for a checkpoint or the closing of a facility. */
  spot: Text(40),
  issuer: Text(60),
  number: Text(60),
  ground: Text(400),
  content: Text(2000),
  reason: Text(400),
  wider_reason: Text(400),
  gates: Text(200),
  exceptions: Type.Array(Text(80, 1), { maxItems: 20 }),
  from: Day,
  until: Maybe(Day),
  review_on: Maybe(Day),
  service_plan: ServicePlan,
  approval: Approval,
})
export type OrderContent = Static<typeof OrderContent>

/** What somebody is still writing; it restricts nothing. */
export const OrderDraft = Type.Object({
  id: Id,
  place: CommunityCode,
  label: Type.String(),
  content: OrderContent,
  version: Type.Integer(),
  by: Type.String(),
  at: Instant,
})
export type OrderDraft = Static<typeof OrderDraft>

/** A step in the life of an order: kept with a new term, shortened, or lifted; never edited. */
export const OrderAct = Type.Object({
  kind: OneOf('kept', 'shortened', 'lifted'),
  at: Instant,
  by: Type.String(),
  number: Type.String(),
  reason: Type.String(),
  until: Maybe(Day),
  review_on: Maybe(Day),
  /** The first day without the order. */
  lifted_from: Maybe(Day),
})
export type OrderAct = Static<typeof OrderAct>

/** Where an order stands; `response` says that it ended with the response that let it be (传染病防治法 §65, §67). */
export const OrderState = OneOf('coming', 'in-force', 'ended', 'lifted', 'response')
export type OrderState = Static<typeof OrderState>

/** What a rule of the day says against an order, as it was found when it was published. */
export const OrderLimit = Type.Object({
  finding: Type.String(),
  limit: Type.Object({ zh: Type.String(), en: Type.String() }),
  source: Maybe(Type.Object({ document: Type.String(), section: Type.String() })),
})
export type OrderLimit = Static<typeof OrderLimit>

/** Who objects to an order and what was answered; it is about a person and stays in the county (个人信息保护法 §24). */
export const Objection = Type.Object({
  id: Id,
  order: Id,
  said_by: Type.String(),
  door: Type.String(),
  content: Type.String(),
  said_on: Day,
  by: Type.String(),
  at: Instant,
  answer: Maybe(
    Type.Object({
      outcome: OneOf('kept', 'eased', 'lifted'),
      answer: Type.String(),
      by: Type.String(),
      at: Instant,
    }),
  ),
})
export type Objection = Static<typeof Objection>

/** A published order of an authority: public, without a name of anybody concerned. */
export const ControlOrder = Type.Object({
  id: Id,
  place: CommunityCode,
  /** The place of the authority: only it shortens, lifts or keeps. */
  authority: PlaceCode,
  kind: OrderKind,
  at: OrderPlace,
  /** The restricted place as the notice names it. */
  label: Type.String(),
  issuer: Type.String(),
  number: Type.String(),
  ground: Type.String(),
  content: Type.String(),
  reason: Type.String(),
  wider_reason: Type.String(),
  gates: Type.String(),
  exceptions: Type.Array(Type.String()),
  from: Day,
  until: Maybe(Day),
  review_on: Maybe(Day),
  service_plan: Maybe(ServicePlan),
  beyond: Maybe(Type.Object({ ...Approval.properties, limits: Type.Array(OrderLimit) })),
  drafted_by: Type.String(),
  published_by: Type.String(),
  published_at: Instant,
  acts: Type.Array(OrderAct),
})
export type ControlOrder = Static<typeof ControlOrder>
