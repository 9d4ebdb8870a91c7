import Type, { type Static } from 'typebox'
import { query } from '../../endpoint.ts'
import { Day, Instant, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'
import type { EvidenceList } from '../plan.ts'

/**
 * What boards show of how far places are: kinds of record that a community's own plan counts, in the order of the board. `list` is
 * what lies behind what is left, `rows` the verb that opens it where names begin; `people`: of few nothing is told above the county.
 */
export const progressFigures = {
  alerts: { list: 'alerts', rows: 'observation.alerts', people: true },
  'visits.survey': { list: 'survey-doors', rows: 'rounds.coverage', people: false },
  'observation.readings': { list: 'due-readings', rows: 'observation.list', people: true },
  'observation.orders': { list: 'undecided-arrivals', rows: 'people.list-arrivals', people: true },
  'people.arrivals': { list: 'unconfirmed-arrivals', rows: 'people.list-arrivals', people: true },
  'visits.elders': { list: 'due-persons', rows: 'rounds.due', people: true },
  'people.key-groups': { list: 'review-marks', rows: 'people.key-groups', people: true },
  'health.colours': { list: 'unconfirmed-colours', rows: 'health.tier-list', people: true },
  'health.vaccination': { list: 'unknown-health', rows: 'health.tier-list', people: true },
  'staff.duties': { list: 'vacant-grids', rows: 'plan.grids', people: false },
} as const satisfies Record<string, { list: EvidenceList; rows: string; people: boolean }>

export const ProgressName = OneOf(...(Object.keys(progressFigures) as (keyof typeof progressFigures)[]))
export type ProgressName = keyof typeof progressFigures

/**
 * One figure of a place: how many of how many. `of` communities have it; where it is not asked or nobody counted, a community is
 * left out. `hidden`: of few people, or such a figure would follow from it; done and due are then not told.
 */
const ProgressFigure = Type.Object({
  name: ProgressName,
  done: Maybe(Type.Integer()),
  due: Maybe(Type.Integer()),
  of: Type.Integer(),
  hidden: Maybe(OneOf('few', 'withheld')),
})
export type ProgressFigure = Static<typeof ProgressFigure>

/**
 * A place with its figures. `counted` of its `communities` were counted on `day`: today, else the day before; null is no figure.
 * `at` is the oldest count among them.
 */
const ProgressRow = Type.Object({
  place: PlaceCode,
  name: Text(80),
  communities: Type.Integer(),
  counted: Type.Integer(),
  day: Maybe(Day),
  at: Maybe(Instant),
  figures: Type.Array(ProgressFigure),
  /** Counties of it, or it itself, in which a response is in force. */
  in_response: Type.Integer(),
})
export type ProgressRow = Static<typeof ProgressRow>

/**
 * How far the communities of a place are, and how old each count is. `tiles` are the places that stand for themselves: communities of
 * a street or county, counties of a city or province, provinces of the nation; `groups` what lies between. The sums are of today.
 */
export const readProgress = query({
  name: 'plan.progress',
  at: 'GET /plan/progress',
  words: { zh: '看各地进展', en: 'See how far places are' },
  health: true,
  input: Type.Object({ place: PlaceCode }),
  reply: Type.Object({
    place: PlaceCode,
    day: Day,
    at: Instant,
    whole: ProgressRow,
    groups: Type.Array(ProgressRow),
    tiles: Type.Array(ProgressRow),
    /** Communities that were not counted again lately: asked once more, some of them will be. */
    waiting: Type.Integer(),
    /** From how many people on a figure of one community is told above the county. */
    least: Type.Integer(),
  }),
})

/** One day of a place as it was counted last on it. */
const ProgressDay = Type.Object({
  day: Day,
  at: Instant,
  counted: Type.Integer(),
  figures: Type.Array(ProgressFigure),
})
export type ProgressDay = Static<typeof ProgressDay>

/** The last fourteen days of a place, those without a count left out; above the county not of places within one. */
export const readProgressDays = query({
  name: 'plan.progress-days',
  at: 'GET /plan/progress/days',
  words: { zh: '看近 14 天进展', en: 'See the progress of fourteen days' },
  input: Type.Object({ place: PlaceCode }),
  reply: Type.Object({ place: PlaceCode, from: Day, until: Day, days: Type.Array(ProgressDay, { maxItems: 14 }) }),
})
