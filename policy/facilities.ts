import { w } from './words.ts'

/** The kinds of public facilities of a community, as clauses name them. */
export const facilityClasses = {
  service: w('综合服务设施', 'Service centre'),
  library: w('图书室', 'Library'),
  culture: w('文体活动室', 'Room for culture and sport'),
  elder: w('老年活动室、日间照料', 'Room and day care for the old'),
  meeting: w('议事室', 'Meeting room'),
  square: w('广场、健身器材', 'Square, sports equipment'),
  market: w('农贸市场', 'Food market'),
  clinic: w('卫生服务站', 'Clinic'),
  shop: w('便民商店', 'Shop'),
} as const
export type FacilityClass = keyof typeof facilityClasses

/** Whether a facility is open, from the mildest state to the strictest. */
export const facilityStates = {
  open: w('开放', 'Open'),
  limited: w('限流', 'Limited'),
  suspended: w('暂停', 'Suspended'),
} as const
export type FacilityState = keyof typeof facilityStates
