import Type, { type Static } from 'typebox'
import type { Words } from '../problem.ts'
import { query } from '../endpoint.ts'
import { Day, Maybe, OneOf, PlaceCode } from '../schema.ts'

/** The four early steps (四早), as the records of a place can show them; nothing is typed for this. */
export const earlySteps = {
  found: { zh: '早发现：来的人当天登记', en: 'Found early: arrivals recorded on the day they came' },
  reported: { zh: '早报告：异常体温有医生处置', en: 'Reported early: abnormal readings answered by a doctor' },
  isolated: { zh: '早隔离：到达次日前下达观察', en: 'Isolated early: observation decided by the day after arrival' },
  treated: { zh: '早治疗：处置后转诊', en: 'Treated early: sent to hospital after a reading' },
} as const satisfies Record<string, Words>
export type EarlyStep = keyof typeof earlySteps

/** How one step went: of how many, how many in time, and the median minutes it took; null where nothing happened. */
export const EarlyFigure = Type.Object({
  step: OneOf(...(Object.keys(earlySteps) as EarlyStep[])),
  of: Type.Integer(),
  in_time: Type.Integer(),
  median_minutes: Maybe(Type.Integer()),
})
export type EarlyFigure = Static<typeof EarlyFigure>

/** The four figures of a community, street or county over a span of days, at most 92. */
export const readFourTimes = query({
  name: 'reports.four-times',
  at: 'GET /reports/four-times',
  words: { zh: '看四早数字', en: 'See the figures of the four early steps' },
  input: Type.Object({ place: PlaceCode, from: Day, to: Day }),
  reply: Type.Object({ figures: Type.Array(EarlyFigure) }),
  health: true,
})
