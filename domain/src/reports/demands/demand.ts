import Type, { type Static } from 'typebox'
import type { Words } from '../../problem.ts'
import { Day, Id, Instant, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'

/** What is asked of communities. */
export const demandKinds = {
  figures: { zh: '要数', en: 'Figures' },
  form: { zh: '要表', en: 'Form' },
  task: { zh: '交办任务', en: 'Task' },
} as const satisfies Record<string, Words>
export const DemandKind = OneOf('figures', 'form', 'task')
export type DemandKind = Static<typeof DemandKind> & keyof typeof demandKinds

export const rhythms = {
  once: { zh: '一次', en: 'once' },
  daily: { zh: '每天', en: 'every day' },
  weekly: { zh: '每周', en: 'every week' },
  monthly: { zh: '每月', en: 'every month' },
} as const satisfies Record<string, Words>
export const Rhythm = OneOf('once', 'daily', 'weekly', 'monthly')
export type Rhythm = Static<typeof Rhythm> & keyof typeof rhythms

/** An item that the house does not hold yet: without purpose, ground and keeping time it cannot be collected. */
export const NewItem = Type.Object({ name: Text(60, 1), purpose: Text(200), ground: Text(200), keep: Text(100) })
export type NewItem = Static<typeof NewItem>

/** What an asker writes down. */
export const Wanted = Type.Object({
  kind: DemandKind,
  title: Text(80, 1),
  asker: Text(60, 1),
  /** Number or name of the document that asks for it; empty is no basis. */
  document: Text(120),
  purpose: Text(300),
  ground: Text(200),
  /** Names of the dictionary. */
  items: Type.Array(Text(60, 1), { maxItems: 60 }),
  new_items: Type.Array(NewItem, { maxItems: 30 }),
  scope: Type.Array(PlaceCode, { minItems: 1, maxItems: 100 }),
  from: Day,
  until: Day,
  rhythm: Rhythm,
  /** Minutes it costs one community each time. */
  minutes: Type.Integer({ minimum: 0, maximum: 10_000 }),
  /** Money for handed-over work, in yuan a community and year; null where none is given. */
  money: Maybe(Type.Integer({ minimum: 0, maximum: 100_000_000 })),
  money_from: Text(120),
})
export type Wanted = Static<typeof Wanted>

/** What is known of a demand: told of by a community, it names a last day, a rhythm and minutes only where somebody said them. */
export const KnownDemand = Type.Object({
  ...Wanted.properties,
  until: Maybe(Wanted.properties.until),
  rhythm: Maybe(Wanted.properties.rhythm),
  minutes: Maybe(Wanted.properties.minutes),
})
export type KnownDemand = Static<typeof KnownDemand>

/** Why a demand goes no further, each with the law or notice behind it. */
export const refusalGrounds = {
  'no-document': { zh: '没写依据的文件', en: 'no document behind it' },
  'no-purpose': { zh: '没写用途', en: 'no purpose' },
  'no-ground': { zh: '没写法律依据', en: 'no legal ground' },
  expired: { zh: '已经过期', en: 'it is over' },
  'too-long': { zh: '期限超过一年，到期要重新报', en: 'longer than a year; it has to be asked again' },
  'no-money': { zh: '交办的任务没有经费（组织法 §43）', en: 'work is handed over without money (organisation law §43)' },
  'item-baseless': {
    zh: '新栏目缺用途、依据或保存期限（个人信息保护法 §6、§19）',
    en: 'a new item lacks purpose, ground or keeping time (personal information protection law §6, §19)',
  },
  'unknown-item': { zh: '数据目录里没有这一项', en: 'an item is not in the dictionary' },
  'nothing-asked': { zh: '没写要什么', en: 'nothing is asked for' },
} as const satisfies Record<string, Words>
export const RefusalGround = OneOf(...(Object.keys(refusalGrounds) as (keyof typeof refusalGrounds)[]))
export type RefusalGround = Static<typeof RefusalGround> & keyof typeof refusalGrounds

/** Another demand that asks for the same of the same communities at the same time. */
export const Overlap = Type.Object({
  demand: Id,
  title: Type.String(),
  asker: Type.String(),
  state: Type.String(),
  shared: Type.Array(Type.Object({ zh: Type.String(), en: Type.String() })),
  /** Also the same communities and rhythm: nothing is left that the other does not bring. */
  whole: Type.Boolean(),
})
export type Overlap = Static<typeof Overlap>

/** What the desk says of a demand before anybody decides. */
export const Judgement = Type.Object({
  grounds: Type.Array(RefusalGround),
  held: Type.Array(Type.String()),
  overlaps: Type.Array(Overlap),
  outcome: OneOf('refused', 'answered', 'waiting'),
})
export type Judgement = Static<typeof Judgement>

/** A step in the life of a demand; never edited. A machine's step at filing names no person's decision. */
export const DemandAct = Type.Object({
  kind: OneOf('answered', 'refused', 'accepted', 'merged', 'renewed', 'ended'),
  /** The county that decided, or the asker's place. */
  place: PlaceCode,
  grounds: Type.Array(RefusalGround),
  reason: Type.String(),
  /** The demand it was merged into. */
  other: Maybe(Id),
  until: Maybe(Day),
  by: Type.String(),
  at: Instant,
})
export type DemandAct = Static<typeof DemandAct>

export const demandStates = {
  waiting: { zh: '等县民政审', en: 'waits for the county' },
  answered: { zh: '系统已答，不用社区填', en: 'answered by the system' },
  accepted: { zh: '已同意', en: 'accepted' },
  refused: { zh: '已退回', en: 'refused' },
  merged: { zh: '并入别的', en: 'merged' },
  expired: { zh: '到期作废', en: 'expired' },
  ended: { zh: '已撤回', en: 'withdrawn' },
  told: { zh: '社区反映，没登记', en: 'told by a community, not registered' },
} as const satisfies Record<string, Words>
export const DemandState = OneOf(...(Object.keys(demandStates) as (keyof typeof demandStates)[]))
export type DemandState = Static<typeof DemandState> & keyof typeof demandStates

/** A demand as it stands on a day in a county. */
export const Demand = Type.Object({
  id: Id,
  place: PlaceCode,
  /** `community`: somebody asked it past the desk, and a community said so. */
  origin: OneOf('asker', 'community'),
  ...KnownDemand.properties,
  filed_by: Type.String(),
  filed_at: Instant,
  acts: Type.Array(DemandAct),
  state: DemandState,
})
export type Demand = Static<typeof Demand>
