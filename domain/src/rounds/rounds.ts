import Type, { type Static } from 'typebox'
import { AgeGroup, KeyGroup } from '../people/key-group.ts'
import { DwellingUse } from '../places/places.ts'
import type { Words } from '../problem.ts'
import { CommunityCode, Day, Id, Instant, Maybe, OneOf, Text } from '../schema.ts'

/** How a visit ended, in the words of the door. */
export const visitResults = {
  met: { zh: '已见面', en: 'Met' },
  'nobody-home': { zh: '家中无人', en: 'Nobody home' },
  'not-convenient': { zh: '不便开门', en: 'Not convenient' },
  'moved-away': { zh: '已搬走', en: 'Moved away' },
  refused: { zh: '不愿登记', en: 'Refused' },
} as const satisfies Record<string, Words>
export const VisitResult = OneOf(...(Object.keys(visitResults) as (keyof typeof visitResults)[]))
export type VisitResult = Static<typeof VisitResult> & keyof typeof visitResults

// What a call found: it counts as a visit does, and is never called one; who calls knows nothing of who is at home.
const saidOfCalls: Partial<Readonly<Record<VisitResult, Words>>> = {
  met: { zh: '电话联系上', en: 'Reached by phone' },
  'nobody-home': { zh: '没人接', en: 'No answer' },
  'not-convenient': { zh: '不方便接', en: 'Could not talk' },
}

/** How a visit or call ended, in words true of it: nobody is said to have been seen who was called. */
export const resultSaid = (visit: { readonly result: VisitResult; readonly entry?: VisitEntry }): Words =>
  (visit.entry === 'phone' ? saidOfCalls[visit.result] : undefined) ?? visitResults[visit.result]

/** Results that leave a door visited but nobody met. */
export const exceptionReasons = ['nobody-home', 'not-convenient', 'moved-away', 'refused'] as const
export type ExceptionReason = (typeof exceptionReasons)[number]

/** What a household asked for help with at the door. */
export const visitNeeds = {
  medicine: { zh: '买药', en: 'Medicine' },
  food: { zh: '缺菜', en: 'Food' },
  doctor: { zh: '就医', en: 'Doctor' },
  counsel: { zh: '心理', en: 'Counsel' },
} as const satisfies Record<string, Words>
export const VisitNeed = OneOf(...(Object.keys(visitNeeds) as (keyof typeof visitNeeds)[]))
export type VisitNeed = Static<typeof VisitNeed> & keyof typeof visitNeeds

/** How a visit came into the house: at the door, by telephone, or from a paper sheet that somebody else filled in. */
export const VisitEntry = OneOf('at-door', 'phone', 'paper')
export type VisitEntry = Static<typeof VisitEntry>

/** The last visit or call of a list, with what it takes to say it in words that are true of it. */
export const LastVisit = Type.Object({ at: Instant, result: VisitResult, entry: Type.Optional(VisitEntry) })
export type LastVisit = Static<typeof LastVisit>

/** Of a visit, what lists say of the last one. */
export const lastOf = ({ at, result, entry }: LastVisit): LastVisit => ({ at, result, ...(entry && { entry }) })

/** What is said of one visit; it is only ever added, a correction is another visit that `replaces` it. */
export const VisitSaid = {
  dwelling: Id,
  round: Type.Optional(Maybe(Id)),
  result: VisitResult,
  needs: Type.Optional(Type.Array(VisitNeed, { maxItems: 4, uniqueItems: true })),
  /** What the dwelling is used for, as seen; absent when it was not looked at. */
  use: Type.Optional(DwellingUse),
  /** Who was reached; empty is nobody in particular, and where one person lives it is that person. */
  met: Type.Optional(Type.Array(Id, { maxItems: 30, uniqueItems: true })),
  note: Type.Optional(Text(500)),
  /** 家里人有变动: told to the community, which corrects the register; no edit by itself. */
  changes: Type.Optional(Text(500)),
  entry: Type.Optional(VisitEntry),
  replaces: Type.Optional(Id),
}

/** A visit as it is kept and travels to devices. */
export const Visit = Type.Object({
  id: Id,
  dwelling: Id,
  round: Maybe(Id),
  at: Instant,
  by: Id,
  result: VisitResult,
  needs: Type.Array(VisitNeed),
  use: Maybe(DwellingUse),
  met: Type.Array(Id),
  note: Type.String(),
  changes: Type.String(),
  entry: VisitEntry,
  replaces: Maybe(Id),
})
export type Visit = Static<typeof Visit>

/** A group that a round of persons goes to: a mark, or an age group that follows from the birthday. */
export const RoundGroup = Type.Union([KeyGroup, AgeGroup])
export type RoundGroup = KeyGroup | AgeGroup

/**
 * Anything gone round: its denominator is all inhabited dwellings of the community, or its key persons.
 * With `everyDays` it begins again each so many days from `from`; `until` is its last day.
 */
export const Round = Type.Object({
  id: Id,
  community: CommunityCode,
  kind: OneOf('survey', 'visit'),
  name: Text(40, 1),
  of: OneOf('dwellings', 'key-persons'),
  /** For key persons: which groups; empty is all groups. */
  groups: Type.Array(RoundGroup, { maxItems: 14, uniqueItems: true }),
  from: Day,
  until: Maybe(Day),
  everyDays: Maybe(Type.Integer({ minimum: 1, maximum: 366 })),
})
export type Round = Static<typeof Round>
