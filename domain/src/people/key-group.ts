import type { Static } from 'typebox'
import type { Words } from '../problem.ts'
import { OneOf } from '../schema.ts'

/**
 * Marks of key groups. Minimum detail: `chronic` says that there is an illness, not which. `review` is after how many
 * days the mark is looked at again (a setting of ours: the notices ask for current lists and name no rhythm).
 * Sources: the eight groups of 民发〔2021〕11号 二; clients of civil affairs, 民发〔2020〕13号 二; chronic illness,
 * 紧急通知 2020-01-29 任务五; mental illness, 民发〔2023〕5号 四.
 */
export const keyGroups = {
  'elder-alone': { zh: '独居老人', en: 'Elder living alone', review: 90, civilAffairs: false },
  orphan: { zh: '散居孤儿', en: 'Orphan outside an institution', review: 90, civilAffairs: true },
  'unraised-child': { zh: '事实无人抚养儿童', en: 'Child without actual carer', review: 90, civilAffairs: true },
  'left-behind-child': { zh: '农村留守儿童', en: 'Child left behind in the village', review: 180, civilAffairs: false },
  'child-in-need': { zh: '困境儿童', en: 'Child in need', review: 90, civilAffairs: true },
  disabled: { zh: '残疾人', en: 'Disabled person', review: 365, civilAffairs: true },
  pregnant: { zh: '孕产妇', en: 'Pregnant or newly delivered', review: 60, civilAffairs: false },
  'special-hardship': { zh: '特殊困难群体', en: 'In special hardship', review: 90, civilAffairs: true },
  'extreme-poverty': { zh: '特困供养人员', en: 'Supported for extreme poverty', review: 180, civilAffairs: true },
  'low-income': { zh: '低保对象', en: 'On minimum living allowance', review: 180, civilAffairs: true },
  chronic: { zh: '慢性病患者', en: 'Chronic illness', review: 180, civilAffairs: false },
  'mental-illness': { zh: '精神障碍患者', en: 'Mental illness', review: 90, civilAffairs: false },
} as const satisfies Record<string, Words & { review: number; civilAffairs: boolean }>

/** The marks that make somebody a client of civil affairs (民发〔2020〕13号 二). */
export const civilAffairsKinds = (Object.keys(keyGroups) as (keyof typeof keyGroups)[]).filter(
  (kind) => keyGroups[kind].civilAffairs,
)

export const KeyGroup = OneOf(...(Object.keys(keyGroups) as (keyof typeof keyGroups)[]))
export type KeyGroup = Static<typeof KeyGroup> & keyof typeof keyGroups

/** Groups that follow from the birthday and are never stored: 一老一小 (民发〔2023〕5号 一、四). */
export const ageGroups = {
  elder: { zh: '65岁及以上', en: '65 and older', from: 65, to: 200 },
  child: { zh: '未满14岁', en: 'Under 14', from: 0, to: 14 },
} as const
export const AgeGroup = OneOf('elder', 'child')
export type AgeGroup = Static<typeof AgeGroup> & keyof typeof ageGroups
