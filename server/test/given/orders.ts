// Control orders for tests: what a whole one says, and one that stands in the database as if the county had published it.
import type { OrderContent, ServicePlan } from '@wangdi/domain/regimes/orders/control-order.ts'
import { v7 as newId } from 'uuid'
import type { House } from '../house.ts'

export const service: ServicePlan = {
  supply: '每天 9 点送菜到楼下，王建国负责',
  medical: '社区医生 24 小时接电话，急病专车送',
  minors: '一户一人看护',
  elders: '每天上门看一次',
  disabled: '专人代办',
  mothers: '产检专车接送',
  psychology: '心理热线 8:00 到 22:00',
  phone: '0371-6000-0000',
}

/** The closing of a unit as a whole order says it. */
export const closureOf = (building: string, more: Partial<OrderContent> = {}): OrderContent => ({
  kind: 'building-closure',
  at: { scope: 'unit', building, unit: '2单元', estate: null, group: null },
  spot: '',
  issuer: '金水区人民政府',
  number: '金政令〔2026〕1号',
  ground: '传染病防治法第六十五条',
  content: '2 单元暂时封闭，不进不出',
  reason: '单元内有 1 例',
  wider_reason: '',
  gates: '西侧单元门，专人值守',
  exceptions: ['外出就医', '产检'],
  from: '2026-11-17',
  until: '2026-11-23',
  review_on: null,
  service_plan: service,
  approval: { reason: '', authority: '', number: '' },
  ...more,
})

/** Closes one unit of a community from a day to a day, whatever the plan says. */
export async function givenOrder(
  house: House,
  community: string,
  { id = newId(), from, until, building = null }: { id?: string; from: string; until: string; building?: string | null },
): Promise<string> {
  const leader = await house.as('county-leader', community.slice(0, 6), '县指挥部')
  await house.owner
    .insertInto('control_order')
    .values({
      id,
      place: community,
      authority: community.slice(0, 6),
      kind: 'building-closure',
      scope: 'unit',
      building,
      unit: '2单元',
      label: '3号楼2单元',
      issuer: '金水区人民政府',
      number: `金政令〔2026〕${id.slice(-4)}号`,
      ground: '传染病防治法第六十五条',
      content: '单元封闭',
      reason: '单元内有 1 例',
      gates: '西侧单元门',
      valid_from: from,
      until,
      service_plan: JSON.stringify(service),
      drafted_by: leader.account,
      published_by: leader.account,
      published_at: new Date(`${from}T00:00:00Z`),
    })
    .execute()
  return id
}
