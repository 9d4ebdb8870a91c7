import Type from 'typebox'
import { command, query } from '../../endpoint.ts'
import { CommunityCode, Day, Id, Listing, Maybe, OneOf, Page, PlaceCode, Text } from '../../schema.ts'
import { ComparedControl, Finding, OverControlCase, ToldAs } from './over-control.ts'

/** Which case: where it is known from and what it is, the same on every day. */
const Key = Text(140, 1)
const Made = Type.Object({ id: Id })
const yesNo = Maybe(Type.Boolean())

/** What goes beyond the plan in a place and all below it, what was done about it, and since when. */
export const readOverControl = query({
  name: 'plan.over-control',
  at: 'GET /plan/over-control',
  words: { zh: '看过度防控核查', en: 'See the over-control board' },
  health: true,
  input: Type.Object({ place: PlaceCode, show: OneOf('open', 'late', 'all'), case: Type.Optional(Key), ...Page.properties }),
  reply: Type.Object({
    ...Listing(OverControlCase).properties,
    /** The case that was asked for, on whatever page and in whatever part of the list it stands; null where the place has none such. */
    asked: Maybe(OverControlCase),
    open: Type.Integer(),
    late: Type.Integer(),
    stopped: Type.Integer(),
    /** Open cases of each place one level below. */
    below: Type.Array(Type.Object({ place: PlaceCode, open: Type.Integer(), late: Type.Integer() })),
  }),
})

const Told = {
  place: CommunityCode,
  control: ComparedControl,
  told_as: ToldAs,
  since: Day,
  until: Maybe(Day),
  /** Which gate, building or road; nobody's name. */
  spot: Text(60),
  /** Number of the order that was shown; empty when none was. */
  order_number: Text(60),
  exceptions: yesNo,
  services: yesNo,
  /** Why it is needed and who lets it be; the place says it of a measure of its own that goes beyond. */
  reason: Text(400),
  authority: Text(120),
}

/** Tells of a restriction: one that was seen, or one of its own that a place means to begin; what it goes beyond comes back. */
export const tellControl = command({
  name: 'plan.tell-control',
  at: 'POST /plan/controls',
  words: { zh: '上报一项管控', en: 'Tell of a restriction' },
  input: Type.Object({ id: Id, ...Told }),
  reply: Type.Object({ id: Id, findings: Type.Array(Finding) }),
})

/** A warning notice: about which days, what is to be put right, by when an answer is due (民政 warns, R-2020P-78). */
export const warnControl = command({
  name: 'plan.warn-control',
  at: 'POST /plan/over-control/warnings',
  words: { zh: '发警示通报', en: 'Send a warning notice' },
  input: Type.Object({
    key: Key,
    place: PlaceCode,
    period_from: Day,
    period_until: Day,
    correction: Text(1000, 1),
    due_on: Day,
  }),
  reply: Made,
})

/** The place answers: stopped on a day, or why and by whose authority it goes on. */
export const answerControl = command({
  name: 'plan.answer-control',
  at: 'POST /plan/over-control/answers',
  words: { zh: '答复核查', en: 'Answer a finding' },
  input: Type.Object({
    key: Key,
    place: PlaceCode,
    stopped_on: Maybe(Day),
    words: Text(1000, 1),
    authority: Text(120),
    number: Text(60),
  }),
  reply: Made,
})

/** Orders that it stops or is put right. */
export const stopControl = command({
  name: 'plan.stop-control',
  at: 'POST /plan/over-control/stops',
  words: { zh: '叫停、纠偏', en: 'Order to stop' },
  input: Type.Object({ key: Key, place: PlaceCode, words: Text(1000, 1), due_on: Day }),
  reply: Made,
})

/** The office that ordered it confirms that it stopped; the clock ends. */
export const confirmStopped = command({
  name: 'plan.confirm-stopped',
  at: 'POST /plan/over-control/confirmations',
  words: { zh: '确认已停', en: 'Confirm that it stopped' },
  input: Type.Object({ key: Key, place: PlaceCode, stopped_on: Day, words: Text(1000, 1) }),
  reply: Made,
})

/** A named person of a level above lets it be, with reason, authority and number (R-2020P-79). */
export const allowControl = command({
  name: 'plan.allow-control',
  at: 'POST /plan/over-control/approvals',
  words: { zh: '批准这一项', en: 'Let it be, with an authority' },
  input: Type.Object({ key: Key, place: PlaceCode, words: Text(1000, 1), authority: Text(120, 1), number: Text(60, 1) }),
  reply: Made,
})
