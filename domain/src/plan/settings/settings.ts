import Type, { type Static } from 'typebox'
import { command, query } from '../../endpoint.ts'
import { Day, Instant, Maybe, PlaceCode, Text } from '../../schema.ts'
import { SaidWords, Source } from '../plan.ts'

export const SettingName = Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{1,60}$', minLength: 2, maxLength: 61 })

/** A number that no clause gives: what we propose, within which bounds the county may choose, and what it chose, by whom and why. */
export const ChoosableSetting = Type.Object({
  name: SettingName,
  words: SaidWords,
  unit: SaidWords,
  proposed: Type.Integer(),
  at_least: Type.Integer(),
  at_most: Type.Integer(),
  /** What holds today. */
  value: Type.Integer(),
  /** The newest word of the county; null while nobody chose. It is `value` as long as it lies within the bounds. */
  chosen: Maybe(Type.Object({ value: Maybe(Type.Integer()), reason: Type.String(), by: Type.String(), day: Day, at: Instant })),
  /** Measures of today that take their rhythm from it. */
  measures: Type.Array(Type.Object({ id: Type.String(), text: SaidWords, source: Source })),
})
export type ChoosableSetting = Static<typeof ChoosableSetting>

/** The days and hours that a county may choose, as they stand for a place today. */
export const readPlanSettings = query({
  name: 'plan.settings',
  at: 'GET /plan/settings',
  words: { zh: '看建议的天数和时限', en: 'See proposed days and hours' },
  input: Type.Object({ place: PlaceCode }),
  reply: Type.Object({ county: PlaceCode, settings: Type.Array(ChoosableSetting) }),
})

/** Chooses a number for the whole county within its bounds, from today on and with a reason; none takes back what was chosen. */
export const choosePlanSetting = command({
  name: 'plan.choose-setting',
  at: 'POST /plan/settings',
  words: { zh: '定本县的天数和时限', en: 'Choose days and hours of the county' },
  input: Type.Object({
    place: PlaceCode,
    name: SettingName,
    value: Maybe(Type.Integer({ minimum: 1, maximum: 10_000 })),
    reason: Text(200, 1),
  }),
  reply: Type.Object({ value: Type.Integer() }),
})
