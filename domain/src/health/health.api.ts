import Type from 'typebox'
import { command, query } from '../endpoint.ts'
import { LastVisit } from '../rounds/rounds.ts'
import { CommunityCode, Day, Id, Listing, Maybe, OneOf, Page, Text } from '../schema.ts'
import { Colour, ColourDecision, ColourProposal, Disease, HealthSource, HealthState } from './health.ts'
import { DoorText } from '../places/door-plate.ts'

const ContactState = OneOf('done', 'due', 'no-answer', 'none')
const Made = Type.Object({ id: Id })

/** How contact with a key person stands today: done within its rhythm, due, tried without an answer, or no rhythm known. */
export const Contact = Type.Object({
  state: ContactState,
  due_on: Maybe(Day),
  last: Maybe(LastVisit),
})

/** An elder or other key person with colour, what it rests on, and how often contact is due. */
export const TierRow = Type.Object({
  person: Id,
  name: Type.String(),
  age: Maybe(Type.Integer()),
  door: DoorText,
  dwelling: Maybe(Id),
  health: HealthState,
  proposal: ColourProposal,
  /** The colour that counts: the doctor's while it stands, else the proposed one; null where facts are missing. */
  colour: Maybe(Colour),
  decision: Maybe(ColourDecision),
  /** confirmed: a doctor said so · changed: the table now proposes otherwise than when the doctor decided · open: nobody yet */
  state: OneOf('confirmed', 'changed', 'open', 'unknown'),
  /** Contact is due every so many days, by the closest rhythm of groups and colour; null where neither names one. */
  every_days: Maybe(Type.Integer()),
  contact: Contact,
})

/** The graded ledger of those 65 and over and of others with a health record (2022-12 table; a doctor confirms). */
export const listTiers = query({
  name: 'health.tier-list',
  at: 'GET /health/tiers',
  words: { zh: '看重点人员分级台账', en: 'Read the graded ledger' },
  health: true,
  input: Type.Object({
    community: CommunityCode,
    colour: Type.Optional(Colour),
    /** unconfirmed: all but confirmed */
    state: Type.Optional(OneOf('confirmed', 'changed', 'open', 'unknown', 'unconfirmed')),
    vaccination: Type.Optional(OneOf('unknown', 'known')),
    dwelling: Type.Optional(Id),
    grid: Type.Optional(Id),
    contact: Type.Optional(ContactState),
    unvisited: Type.Optional(Type.Boolean({ description: 'at whose door nobody has been in sixty days' })),
    ...Page.properties,
  }),
  reply: Type.Object({
    ...Listing(TierRow).properties,
    counts: Type.Object({
      people: Type.Integer(),
      green: Type.Integer(),
      yellow: Type.Integer(),
      red: Type.Integer(),
      unknown: Type.Integer(),
      /** No doctor's word yet, or the table has moved since. */
      unconfirmed: Type.Integer(),
      /** Of these: nobody's word yet; the table has moved since. */
      open: Type.Integer(),
      changed: Type.Integer(),
      /** Of whom nobody knows whether they are vaccinated. */
      vaccination_unknown: Type.Integer(),
      infected: Type.Integer(),
      contact_due: Type.Integer(),
      contact_done: Type.Integer(),
      no_answer: Type.Integer(),
    }),
  }),
})

/** One person's health record: the newest state, all statements, the doctor's decisions. */
export const getHealth = query({
  name: 'health.get',
  at: 'GET /health/people/:person',
  words: { zh: '看健康档案', en: "Read a person's health record" },
  health: true,
  input: Type.Object({ person: Id }),
  reply: Type.Object({
    ...TierRow.properties,
    facts: Type.Array(Type.Object({ id: Id, ...HealthState.properties, by: Type.String() })),
    decisions: Type.Array(ColourDecision),
  }),
})

/** A doctor confirms the proposed colour, or sets another with a reason. */
export const confirmColour = command({
  name: 'health.confirm-colour',
  at: 'POST /health/colours',
  words: { zh: '确认分级', en: 'Confirm a colour' },
  health: true,
  input: Type.Object({ id: Id, person: Id, colour: Colour, reason: Type.Optional(Text(400)) }),
  reply: Made,
})

/** Records what is known of a person's health; what is left out stays as it was, and is not "none". */
export const recordHealth = command({
  name: 'health.record-facts',
  at: 'POST /health/facts',
  words: { zh: '登记健康情况', en: 'Record health facts' },
  health: true,
  offline: true,
  input: Type.Object({
    id: Id,
    person: Id,
    stated_on: Day,
    source: HealthSource,
    disease: Type.Optional(Disease),
    doses: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
    last_dose_on: Type.Optional(Day),
    /** The day the infection began; null: no infection (any more). */
    infected_since: Type.Optional(Maybe(Day)),
  }),
  reply: Made,
})
