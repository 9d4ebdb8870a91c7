import type { Words } from '../problem.ts'

/** The word for what is counted: in Chinese, in English for many (`en`) and for one. */
export type Counted = Words & { readonly one: string }

/** The word for what is counted; English has one for one and another for many, so that nobody reads "1 errands". */
export const counted = (zh: string, one: string, many: string): Counted => ({ zh, one, en: many })

/** The word for so many, in both languages. */
export const wordsFor = ({ zh, one, en }: Counted, n: number): Words => ({ zh, en: n === 1 ? one : en })

/** What a figure counts. The word says what a bare number would hide: 85 doors are not the people behind them. */
export const units = {
  person: { zh: '人', one: 'person', en: 'people' },
  household: { zh: '户', one: 'household', en: 'households' },
  arrival: { zh: '人次', one: 'arrival', en: 'arrivals' },
  stay: { zh: '张观察单', one: 'order', en: 'orders' },
  reading: { zh: '次测量', one: 'reading', en: 'readings' },
  alert: { zh: '条', one: 'abnormal reading', en: 'abnormal readings' },
  mark: { zh: '条标记', one: 'mark', en: 'marks' },
  grid: { zh: '个网格', one: 'grid', en: 'grids' },
  report: { zh: '份', one: 'report', en: 'reports' },
  measure: { zh: '项', one: 'measure', en: 'measures' },
  community: { zh: '个社区', one: 'community', en: 'communities' },
  visit: { zh: '次走访', one: 'visit', en: 'visits' },
  case: { zh: '项', one: 'item', en: 'items' },
  plan: { zh: '份预案', one: 'plan', en: 'plans' },
  order: { zh: '道命令', one: 'order', en: 'orders' },
  unit: { zh: '家单位', one: 'firm or unit', en: 'firms and units' },
  post: { zh: '个岗位', one: 'post', en: 'posts' },
  line: { zh: '条线', one: 'line of work', en: 'lines of work' },
  duty: { zh: '条责任', one: 'duty', en: 'duties' },
  response: { zh: '次响应', one: 'response', en: 'responses' },
  request: { zh: '件', one: 'request', en: 'requests' },
} as const satisfies Record<string, Counted>
export type Unit = keyof typeof units

/** The word of a unit for a number of rows, in both languages. */
export const unitWords = (unit: Unit, n: number): Words => wordsFor(units[unit], n)
