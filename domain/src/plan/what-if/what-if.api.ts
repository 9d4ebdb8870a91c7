import Type, { type Static } from 'typebox'
import { query } from '../../endpoint.ts'
import { Day, Id, Maybe, OneOf, PlaceCode, Text } from '../../schema.ts'
import { SaidWords } from '../plan.ts'

/** A level that is tried: of all counties, or all communities, of the place asked. */
export const triedFacts = {
  'county.risk': ['low', 'medium', 'high'],
  'community.class': ['no-case', 'cases', 'transmission'],
} as const

/** Where a community stands; `undecided` where its two grounds differ and a person has to choose, null where nothing gives a tier. */
const Tier = Maybe(Type.String())
const Touched = Type.Object({ id: Type.String(), text: SaidWords, communities: Type.Integer() })

/** What a change would bring on a day, counted over communities; never by name. */
export const WhatIf = Type.Object({
  day: Day,
  communities: Type.Integer(),
  /** Communities whose plan would change. */
  changed: Type.Integer(),
  tiers: Type.Array(Type.Object({ from: Tier, to: Tier, communities: Type.Integer() })),
  started: Type.Array(Touched),
  /** Measures that end for good; what a tier still to be chosen may keep is not among them. */
  stopped: Type.Array(Touched),
  /** Households in the communities that change; null where this is not known to the one who asks. */
  households: Maybe(Type.Integer()),
  /** Staff who work in them; null where no community of them keeps its staff here. */
  workers: Maybe(Type.Integer()),
})
export type WhatIf = Static<typeof WhatIf>

/**
 * Asks what a draft or a level would change below a place. The nation is asked part by part: `parts` names the provinces whose
 * answers `addWhatIf` adds up, so that each request is short and the asker sees how far it is.
 */
export const askWhatIf = query({
  name: 'plan.what-if',
  at: 'GET /plan/what-if',
  words: { zh: '推演改动的影响', en: 'See what a change would bring' },
  input: Type.Object({
    place: PlaceCode,
    on: Type.Optional(Day),
    /** A draft as if it were published for that day. */
    draft: Type.Optional(Id),
    /** A level as if it were confirmed. */
    fact: Type.Optional(OneOf(...(Object.keys(triedFacts) as (keyof typeof triedFacts)[]))),
    value: Type.Optional(OneOf(...triedFacts['county.risk'], ...triedFacts['community.class'])),
    /** Rules as if a response by them were open everywhere below the place. */
    rules: Type.Optional(Text(200)),
  }),
  reply: Type.Object({ parts: Type.Array(PlaceCode), found: Maybe(WhatIf) }),
})
