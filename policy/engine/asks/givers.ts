import { type FactName, roles, type Words } from '../../vocabulary.ts'
import { getFact } from '../facts.ts'
import type { Brought } from '../own/book.ts'
import { w } from '../../words.ts'

const own: Partial<Record<FactName, Words>> = {
  response: w('县应急指挥部', 'the county command'),
  'response.rules': w('县应急指挥部，写在响应里', 'the county command, in the response'),
  'county.risk': w('县疾控提出、有权机关公布', 'proposed by the county CDC, published by the authority'),
  'area.risk': w('县疾控提出、有权机关公布', 'proposed by the county CDC, published by the authority'),
  'area.zone': w('县应急指挥部', 'the county command'),
  'community.class': w('县疾控判定', 'judged by the county CDC'),
  'tier.choice': w('县领导选定，写明理由', 'chosen by a county leader, with the reason'),
}

/** Who can say a fact that is missing; of what a notice brings whom it names. */
export function giverOf(name: FactName, brought: Brought = {}): Words {
  const { about } = getFact(name, brought)
  if (about === 'person') return w('登记这个人的社区、社区医生', 'the community and the doctor who register the person')
  const recorded = Object.hasOwn(brought, name) ? brought[name as keyof Brought]?.who : undefined
  if (recorded) return w(recorded.map((role) => roles[role].zh).join('、'), recorded.map((role) => roles[role].en).join(', '))
  if (about === 'cases' || about === 'area') return w('县疾控', 'the county CDC')
  return own[name] ?? w('社区、街道', 'the community and the street')
}
