import type { Words } from '../../problem.ts'

/**
 * What an item or a record touches. The sensitive kinds are those of 个人信息保护法 §28 that communities meet: health,
 * whereabouts, children under 14; the identity number is handled like them. They are masked or kept behind a flag of their own.
 */
export const sensitivities = {
  figure: { zh: '只是数字', en: 'figures only', sensitive: false },
  place: { zh: '地点和房屋', en: 'places and dwellings', sensitive: false },
  person: { zh: '个人信息', en: 'personal', sensitive: false },
  'identity-number': { zh: '敏感：证件号码', en: 'sensitive: identity number', sensitive: true },
  health: { zh: '敏感：健康', en: 'sensitive: health', sensitive: true },
  whereabouts: { zh: '敏感：行踪', en: 'sensitive: whereabouts', sensitive: true },
  'under-14': { zh: '敏感：未满 14 岁', en: 'sensitive: under 14', sensitive: true },
} as const satisfies Record<string, Words & { sensitive: boolean }>
export type Sensitivity = keyof typeof sensitivities
