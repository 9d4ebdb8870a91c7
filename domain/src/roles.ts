import type { Words } from './problem.ts'
import { OneOf } from './schema.ts'
import type { Static } from 'typebox'

/** The roles of design section 5 that this build serves; word, the level of place an account of it belongs to, and others it may. */
export const roles = {
  'grid-worker': { zh: '网格员', en: 'Grid worker', level: 'community' },
  'community-worker': { zh: '社区专干', en: 'Community worker', level: 'community' },
  'information-reporter': { zh: '信息报告员', en: 'Information reporter', level: 'community' },
  'community-doctor': { zh: '社区医生', en: 'Community doctor', level: 'community' },
  'community-director': { zh: '社区主任', en: 'Community director', level: 'community' },
  volunteer: { zh: '志愿者', en: 'Volunteer', level: 'community' },
  'street-officer': { zh: '街道干部', en: 'Street officer', level: 'street' },
  'county-civil-affairs': { zh: '县民政', en: 'County civil affairs', level: 'county' },
  'county-health': { zh: '县卫健、疾控', en: 'County health and CDC', level: 'county' },
  'county-leader': { zh: '县领导', en: 'County leader', level: 'county' },
  'city-officer': { zh: '市级', en: 'City', level: 'city' },
  'province-officer': { zh: '省级', en: 'Province', level: 'province' },
  'nation-officer': { zh: '国家级', en: 'Nation', level: 'nation' },
  'policy-editor': { zh: '政策编辑', en: 'Policy editor', level: 'county', also: ['province', 'nation'] },
  'security-administrator': { zh: '安全管理员', en: 'Security administrator', level: 'county' },
  'system-administrator': { zh: '系统管理员', en: 'System administrator', level: 'county' },
  auditor: { zh: '审计员', en: 'Auditor', level: 'county' },
} as const satisfies Record<string, Words & { level: string; also?: readonly string[] }>

export const Role = OneOf(...(Object.keys(roles) as (keyof typeof roles)[]))
export type Role = Static<typeof Role> & keyof typeof roles

/** County roles and up sign in with a second factor (domain-rules 6.5, GB/T 22239 level 3 [M]; a setting of this table). */
export const needsSecondFactor = (role: Role): boolean => !['community', 'street'].includes(roles[role].level)
