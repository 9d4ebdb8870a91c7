// A published control order for tests, entered as the county would.
import { v7 as newId } from 'uuid'
import type { House } from '../house.ts'

const service = {
  supply: '每天 9 点送菜到楼下',
  medical: '社区医生 24 小时接电话',
  minors: '一户一人看护',
  elders: '每天上门看一次',
  disabled: '专人代办',
  mothers: '产检专车接送',
  psychology: '心理热线',
  phone: '0371-6000-0000',
}

/** Closes one unit of a community from a day to a day. */
export async function givenOrder(
  house: House,
  community: string,
  { id = newId(), from, until }: { id?: string; from: string; until: string },
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
      unit: '2',
      label: '3号楼2单元',
      issuer: '金水区人民政府',
      number: `金政令〔2026〕${id.slice(-4)}号`,
      ground: '传染病防治法第65条',
      content: '单元封闭',
      reason: '单元内有 1 例',
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
