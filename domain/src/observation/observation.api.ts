import Type from 'typebox'
import { command, query } from '../endpoint.ts'
import { Day, Id, Instant, Listing, Maybe, OneOf, Page, PlaceCode, Text } from '../schema.ts'
import { AlertRow, ArrivalCount, EpisodeRow, SlotState, Step } from './episode.ts'
import {
  AlertAnswer,
  AlertOutcome,
  ChosenPhase,
  CoResident,
  Delivery,
  EndReason,
  HomeAssessment,
  HomeItems,
  Known,
  MeasuredBy,
  Notice,
  NotMeasured,
  OrderSubject,
  PersonKind,
  Proposal,
  Reading,
} from './observation.ts'
import { ReleaseCall, WithdrawnRelease } from './release/after.ts'
import { Release } from './release/release.ts'

export { AlertRow, EpisodeRow, SlotState, Step }

const closed = { health: true, needs: 'observation' } as const
const Made = Type.Object({ id: Id })

/** What the rule of the day proposes for an arrival or a contact; POST, since it is about a person. */
export const proposeObservation = query({
  name: 'observation.propose',
  at: 'POST /observation/proposal',
  words: { zh: '看观察建议', en: 'See what the rule proposes' },
  ...closed,
  input: Type.Object({
    person: Id,
    kind: PersonKind,
    /** The day the count starts from: last contact, leaving the area, entry. */
    day_zero: Day,
    arrival: Type.Optional(Id),
    known: Known,
    /** Absent: what the notice is about that brings the kind, else the first subject. */
    subject: Type.Optional(OrderSubject),
  }),
  reply: Proposal,
})

/** A named person of county health orders the observation: as proposed, or otherwise with a reason; never beyond the rule. */
export const decideObservation = command({
  name: 'observation.decide',
  at: 'POST /observation/orders',
  words: { zh: '下达观察', en: 'Order an observation' },
  ...closed,
  input: Type.Object({
    id: Id,
    person: Id,
    kind: PersonKind,
    day_zero: Day,
    arrival: Type.Optional(Id),
    known: Known,
    /** As it was proposed. */
    subject: Type.Optional(OrderSubject),
    /** Absent: the next of the county's series. */
    number: Type.Optional(Text(60, 1)),
    issuer: Text(60, 1),
    basis: Text(400, 1),
    /** Absent: as proposed. */
    phases: Type.Optional(Type.Array(ChosenPhase, { minItems: 1, maxItems: 4 })),
    /** Needed where it differs from the proposal, or where no national rule was found. */
    reason: Type.Optional(Text(400)),
    notice: Notice,
    /** When and by whom the person was found, where no arrival record says it. */
    traced: Type.Optional(Type.Object({ at: Instant, by: Text(40, 1) })),
  }),
  reply: Made,
})

export const listObservations = query({
  name: 'observation.list',
  at: 'GET /observation/episodes',
  words: { zh: '看隔离观察名单', en: 'List observations' },
  ...closed,
  input: Type.Object({
    place: PlaceCode,
    state: Type.Optional(OneOf('ordered', 'running', 'ended')),
    /**
     * Only those with a reading due or missing today, an unanswered abnormal reading, a notice not delivered, a release to decide or
     * to hand over, or a call after it that falls on today.
     */
    show: Type.Optional(OneOf('due', 'missing', 'alerts', 'undelivered', 'tests', 'release', 'handover', 'calls')),
    grid: Type.Optional(Id),
    dwelling: Type.Optional(Id),
    person: Type.Optional(Id),
    ...Page.properties,
  }),
  reply: Type.Object({
    ...Listing(EpisodeRow).properties,
    /** Over all that match but for `state` and `show`. */
    counts: Type.Object({
      running: Type.Integer(),
      due: Type.Integer(),
      /** Readings of today that are still to be taken: one person may lack two. */
      readings: Type.Integer(),
      missing: Type.Integer(),
      alerts: Type.Integer(),
      undelivered: Type.Integer(),
      /** Whose test falls on today. */
      tests: Type.Integer(),
      /** On their last day or past it, and nobody decided the release yet. */
      release: Type.Integer(),
      /** Released, and nobody handed the notice over yet. */
      handover: Type.Integer(),
      /** Released, and a call falls on today that nobody made or tried. */
      calls: Type.Integer(),
    }),
  }),
})

export const getObservation = query({
  name: 'observation.get',
  at: 'GET /observation/episodes/:id',
  words: { zh: '看观察档案', en: 'Read an observation' },
  ...closed,
  input: Type.Object({ id: Id }),
  reply: Type.Object({
    ...EpisodeRow.properties,
    basis: Type.String(),
    reason: Type.String(),
    decided_by: Type.String(),
    as_proposed: Type.Boolean(),
    proposal: Proposal.properties.term,
    notice: Notice,
    slots: Type.Array(SlotState),
    readings: Type.Array(Reading),
    answers: Type.Array(AlertAnswer),
    deliveries: Type.Array(Delivery),
    homes: Type.Array(HomeAssessment),
    steps: Type.Array(Step),
    ended: Maybe(Type.Object({ at: Instant, reason: EndReason, note: Type.String(), by: Type.String() })),
    release: Maybe(Release),
    /** On its last day or past it, and nobody decided the release yet. */
    to_release: Type.Boolean(),
    /** Hand-overs of the release that stands. */
    release_deliveries: Type.Array(Delivery),
    /** The calls after it; none without one that holds. */
    calls: Type.Array(ReleaseCall),
    withdrawn: Type.Array(WithdrawnRelease),
    /** An earlier last day under the rule of today; a longer one is never taken over. */
    shorter: Maybe(Day),
    co_residents: Type.Array(CoResident),
  }),
})

/** A temperature and symptoms at the door, by telephone, or as the person told; may be made without network. */
export const recordReading = command({
  name: 'observation.record-reading',
  at: 'POST /observation/readings',
  words: { zh: '登记体温和症状', en: 'Record a reading' },
  ...closed,
  offline: true,
  input: Type.Object({
    id: Id,
    observation: Id,
    /** When it was taken; absent: now. Earlier when a paper record is entered later. */
    taken_at: Type.Optional(Instant),
    temperature: Maybe(Type.Number({ minimum: 30, maximum: 45 })),
    symptoms: Maybe(Type.Array(Text(20, 1), { maxItems: 20 })),
    measured_by: MeasuredBy,
    not_measured: Maybe(NotMeasured),
    note: Type.Optional(Text(200)),
  }),
  reply: Made,
})

export const listAlerts = query({
  name: 'observation.alerts',
  at: 'GET /observation/alerts',
  words: { zh: '看待处置的异常', en: 'List abnormal readings' },
  ...closed,
  input: Type.Object({ place: PlaceCode, answered: Type.Optional(Type.Boolean()), ...Page.properties }),
  reply: Listing(AlertRow),
})

export const answerAlert = command({
  name: 'observation.answer-alert',
  at: 'POST /observation/answers',
  words: { zh: '处置异常体温', en: 'Answer an abnormal reading' },
  ...closed,
  input: Type.Object({ id: Id, reading: Id, outcome: AlertOutcome, note: Type.Optional(Text(400)) }),
  reply: Made,
})

export const deliverNotice = command({
  name: 'observation.deliver-notice',
  at: 'POST /observation/deliveries',
  words: { zh: '登记告知书送达', en: 'Record that the notice was handed over' },
  ...closed,
  offline: true,
  input: Type.Object({
    id: Id,
    observation: Id,
    way: Delivery.properties.way,
    receipt: Delivery.properties.receipt,
    note: Type.Optional(Text(200)),
  }),
  reply: Made,
})

export const assessHome = command({
  name: 'observation.assess-home',
  at: 'POST /observation/homes',
  words: { zh: '评估居家条件', en: 'Assess the home' },
  ...closed,
  offline: true,
  input: Type.Object({
    id: Id,
    person: Id,
    items: HomeItems,
    /** The second signature: community and clinic look together. */
    with: Text(40),
  }),
  reply: Made,
})

/** County health ends a stay before its last day, with the reason; nobody can lengthen it. */
export const endObservation = command({
  name: 'observation.end',
  at: 'POST /observation/ends',
  words: { zh: '提前结束观察', en: 'End an observation early' },
  ...closed,
  input: Type.Object({ id: Id, observation: Id, reason: EndReason, note: Text(400, 1) }),
  reply: Made,
})

/** Returning persons by origin: expected, arrived, checked, under observation (民发〔2020〕13号). */
export const countArrivals = query({
  name: 'observation.arrival-counts',
  at: 'GET /observation/arrival-counts',
  words: { zh: '看来返人员去向', en: 'Count arrivals and what became of them' },
  ...closed,
  input: Type.Object({ place: PlaceCode, from: Type.Optional(Day), to: Type.Optional(Day) }),
  reply: Type.Object({
    origins: Type.Array(ArrivalCount),
  }),
})
