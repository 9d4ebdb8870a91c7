import Type from 'typebox'
import { command, ItemAnswer, query } from '../../endpoint.ts'
import { Day, Id, Maybe, Page, PlaceCode } from '../../schema.ts'
import { Handover, HandoverNote, LeftRow } from './ending.ts'

/**
 * Who is under observation when a response ends, those not settled first: while it runs, who would be left today; after it, who was.
 * Open after the end too, since that is when the list is needed; it goes with the data of the response.
 */
export const listLeft = query({
  name: 'observation.left',
  at: 'GET /observation/endings/:response',
  words: { zh: '看响应结束时还在观察的人', en: 'See who is under observation when a response ends' },
  health: true,
  input: Type.Object({ response: Id, place: PlaceCode, ...Page.properties }),
  reply: Type.Object({
    rows: Type.Array(LeftRow),
    total: Type.Integer(),
    /** Of all, those with nothing decided. */
    unsettled: Type.Integer(),
    ended_on: Maybe(Day),
  }),
})

/** A named person of county health hands people on, or lists them as left, before their response ends; each is answered alone. */
export const handOver = command({
  name: 'observation.hand-over',
  at: 'POST /observation/endings/:response/settlements',
  words: { zh: '交代响应结束时还在观察的人', en: 'Settle who is under observation when a response ends' },
  health: true,
  input: Type.Object({
    response: Id,
    place: PlaceCode,
    items: Type.Array(Type.Object({ id: Id, observation: Id }), { minItems: 1, maxItems: 200 }),
    outcome: Handover,
    note: HandoverNote,
  }),
  reply: Type.Object({ answers: Type.Array(ItemAnswer) }),
})
