import { type FacilityState, facilityStates } from '@wangdi/policy/facilities.ts'
import Type from 'typebox'
import { counted } from '../../counted/units.ts'
import { query } from '../../endpoint.ts'
import { Day, Id, Listing, Maybe, OneOf, Page, PlaceCode } from '../../schema.ts'
import { facilityStandings } from './facilities.rules.ts'

const State = OneOf(...(Object.keys(facilityStates) as FacilityState[]))
const SaidWords = Type.Object({ zh: Type.String(), en: Type.String() })
const Source = Type.Object({ document: Type.String(), section: Type.String() })

/** What a comparison counts; another word than that of the register, whose list stands on the same page. */
export const comparedUnit = counted('处设施', 'compared facility', 'compared facilities')

/** The figures of the facilities of a place: of each its rows are asked for by name. `beyond`: shut, and a limit in force forbids it. */
export const facilityParts = ['differs', 'kept-shut', 'beyond', 'undecided'] as const
export type FacilityPart = (typeof facilityParts)[number]

/** A facility whose state is compared with the rules in force at its place. */
export const ComparedFacility = Type.Object({
  id: Id,
  title: Type.String(),
  community: PlaceCode,
  place_name: Maybe(Type.String()),
  kind: Type.String(),
  own: State,
  own_since: Maybe(Day),
  basis: Type.String(),
  standing: OneOf(...facilityStandings),
  /** What the rules in force propose; null where none speaks of this kind of facility. */
  proposed: Maybe(State),
  rules: Type.Array(
    Type.Object({ id: Type.String(), pack: Type.String(), text: SaidWords, source: Source, tier: Maybe(SaidWords) }),
  ),
  /** The limit that it crosses while it is shut. */
  beyond: Maybe(Type.Object({ limit: SaidWords, source: Maybe(Source) })),
})

/** Which facilities stand otherwise than the rules in force propose, and which are kept shut although nothing says so; a person decides. */
export const compareFacilities = query({
  name: 'rounds.compare-facilities',
  at: 'GET /rounds/facilities/compared',
  words: { zh: '看设施开没开和方案对不对得上', en: 'Compare the facilities with the rules in force' },
  input: Type.Object({
    place: PlaceCode,
    part: Type.Optional(OneOf(...facilityParts)),
    ...Page.properties,
  }),
  reply: Type.Object({
    ...Listing(ComparedFacility).properties,
    counts: Type.Object({
      differs: Type.Integer(),
      'kept-shut': Type.Integer(),
      beyond: Type.Integer(),
      undecided: Type.Integer(),
    }),
  }),
})
