import Type, { type Static } from 'typebox'
import { command, query } from '../../endpoint.ts'
import { CommunityCode, Day, Instant, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'
import { ItemState, SaidWords, Source } from '../plan.ts'

/** A measure that ended with the rules or the order it belonged to, and the day that a named person recorded for it here. */
export const EndedMeasure = Type.Object({
  measure: Type.String(),
  pack: Type.String(),
  text: SaidWords,
  source: Source,
  /** The day from which nothing asks for it any more. */
  ends_on: Day,
  /** What ended it: the rules that followed, or the end of an order. */
  because: SaidWords,
  /** Null while nobody recorded when it was ended here. */
  recorded: Maybe(Type.Object({ ended_on: Day, note: Type.String(), by: Type.String(), at: Instant })),
})
export type EndedMeasure = Static<typeof EndedMeasure>

/** The duties of the service regime of a place by state, and the measures before it that ended (民发〔2023〕5号 七). */
export const readSwitch = query({
  name: 'plan.regime-switch',
  at: 'GET /plan/regime-switch',
  words: { zh: '看日常服务期的转换', en: 'See the turn to ordinary service' },
  health: true,
  input: Type.Object({ place: PlaceCode, on: Type.Optional(Day) }),
  reply: Type.Object({
    /** False while an order brings rules of an emergency back: nothing has ended. */
    turned: Type.Boolean(),
    regime: SaidWords,
    since: Maybe(Day),
    /** What of the work before ended, what stays, what leads now. */
    turns: Type.Array(Type.Object({ id: Type.String(), to: OneOf('ends', 'stays', 'leads'), text: SaidWords, source: Source })),
    /** The duties under these rules, with how far each is; the state is null above the community. */
    duties: Type.Array(Type.Object({ id: Type.String(), text: SaidWords, source: Source, state: Maybe(ItemState) })),
    ended: Type.Array(EndedMeasure),
  }),
})

/** Records the day on which old measures were ended here; a day recorded again takes the place of the one before. */
export const endOldMeasures = command({
  name: 'plan.end-old-measures',
  at: 'POST /plan/regime-switch/ends',
  words: { zh: '记下老办法停的日子', en: 'Record when an old measure ended' },
  input: Type.Object({
    place: CommunityCode,
    measures: Type.Array(Text(80, 1), { minItems: 1, maxItems: 300, uniqueItems: true }),
    ended_on: Day,
    note: Text(300),
  }),
  reply: Type.Object({ recorded: Type.Integer() }),
})
