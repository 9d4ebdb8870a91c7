import Type, { type Static } from 'typebox'
import type { Words } from '../../problem.ts'
import { Day, Id, Maybe, OneOf, Text } from '../../schema.ts'

/** Kinds of places where many people are together (民政部、国家卫生健康委 2020, guidance of firms and schools; 2020P high tier). */
export const unitKinds = {
  firm: { zh: '企业', en: 'firm' },
  shop: { zh: '商铺', en: 'shop' },
  school: { zh: '学校', en: 'school' },
  kindergarten: { zh: '幼儿园', en: 'kindergarten' },
  'building-site': { zh: '工地', en: 'building site' },
  market: { zh: '市场', en: 'market' },
  dormitory: { zh: '集体宿舍', en: 'dormitory' },
  'elder-care': { zh: '养老机构', en: 'elder-care home' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<string, Words>
export type UnitKind = keyof typeof unitKinds
export const UnitKind = OneOf(...(Object.keys(unitKinds) as UnitKind[]))

/** A unit of a community, and whom to call there. */
export const Unit = Type.Object({
  id: Id,
  community: Type.String(),
  kind: UnitKind,
  name: Text(60),
  address: Text(100),
  /** Null: not asked. */
  headcount: Maybe(Type.Integer()),
  contact: Text(40),
  /** Whom staff call there; sealed where it lies. */
  phone: Maybe(Text(20)),
  from: Day,
  version: Type.Integer(),
})
export type Unit = Static<typeof Unit>
