import { emergencyFunctions, type EmergencyFunction } from '@wangdi/policy/vocabulary.ts'
import Type, { type Static } from 'typebox'
import { query } from '../../endpoint.ts'
import { Day, Id, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'
import { SaidWords, SubjectName } from '../plan.ts'

/** Where a community stands about a subject; `undecided` where its grounds differ and a person has to choose, null where nothing gives a tier. */
const Tier = Type.Object({ id: Maybe(Type.String()), words: Maybe(SaidWords) })
const Touched = Type.Object({ id: Type.String(), text: SaidWords, communities: Type.Integer() })
const Both = Type.Object({ started: Type.Array(Touched), stopped: Type.Array(Touched) })
const Opened = Type.Object({
  function: OneOf(...(Object.keys(emergencyFunctions) as EmergencyFunction[])),
  communities: Type.Integer(),
})

/** What a change would bring on a day, counted over communities; never by name. */
export const WhatIf = Type.Object({
  day: Day,
  communities: Type.Integer(),
  /** Communities whose plan would change. */
  changed: Type.Integer(),
  tiers: Type.Array(Type.Object({ subject: SubjectName, from: Tier, to: Tier, communities: Type.Integer() })),
  started: Type.Array(Touched),
  /** Measures that end for good; what a tier still to be chosen may keep is not among them. */
  stopped: Type.Array(Touched),
  limits: Both,
  /** Lines of the daily report. */
  lines: Both,
  /** Emergency functions that open and close. */
  opened: Type.Array(Opened),
  closed: Type.Array(Opened),
  /** Households in the communities that change; null where this is not known to the one who asks. */
  households: Maybe(Type.Integer()),
  /** Staff who work in them; null where no community of them keeps its staff here. */
  workers: Maybe(Type.Integer()),
})
export type WhatIf = Static<typeof WhatIf>

/**
 * Asks what a draft, facts or rules would change below a place. The nation is asked part by part: `parts` names the provinces whose
 * answers `addWhatIf` adds up, so that each request is short and the asker sees how far it is.
 */
export const askWhatIf = query({
  name: 'plan.what-if',
  at: 'GET /plan/what-if',
  words: { zh: '推演改动的影响', en: 'See what a change would bring' },
  input: Type.Object({
    place: PlaceCode,
    /** Any day: those that are still to come with what is recorded until now. */
    on: Type.Optional(Day),
    /** A draft as if it were published for that day. */
    draft: Type.Optional(Id),
    /** Facts as if they were recorded, of the house or of a pack: `county.risk=high,dengue-2026/level=local`. */
    facts: Type.Optional(Text(500)),
    /** Rules as if a response by them were open everywhere below the place. */
    rules: Type.Optional(Text(200)),
  }),
  reply: Type.Object({ parts: Type.Array(PlaceCode), found: Maybe(WhatIf) }),
})
